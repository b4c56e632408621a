import type { RecordInput } from '../../records/record.ts';

/** A statement that another one took back, as Kith's own receiver hands it on: only the receiver knows both. */
export interface TakenBack {
  readonly takenBack: unknown;
  /** RFC 3339: when the one was stored that takes it back. */
  readonly at: string;
}

export function isTakenBack(value: unknown): value is TakenBack {
  return typeof value === 'object' && value !== null && 'takenBack' in value && 'at' in value;
}

/** What stands in many statements, and is there whatever becomes of one of them. */
const shared: ReadonlySet<string> = new Set(['course', 'group', 'person', 'session', 'space']);

/** The tombstones of what a statement had said. */
export function tombstonesOf(records: readonly RecordInput[], at: string): RecordInput[] {
  return records
    .filter(({ type }) => !shared.has(type))
    .map((record) => ({ ...record, observedAt: later(at, record.observedAt), deleted: { at } }));
}

const later = (one: string, other = one): string => (Date.parse(other) > Date.parse(one) ? other : one);
