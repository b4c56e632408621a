import { keyOf } from '../../formats/natural-key.ts';
import type { RecordInput } from '../../records/record.ts';
import { type JiscRow, type Refusal, refusal } from './jisc-row.ts';

/** Gives the records of each row; a student, member of staff, course or event only the first time it is met. */
export class JiscRecords {
  readonly #met = new Set<string>();
  readonly #starts = new Map<string, string>();

  of(row: JiscRow): RecordInput[] | Refusal {
    const start = this.#starts.get(row.session) ?? row.startsAt;
    if (start !== row.startsAt) {
      return refusal('CONFLICTING_SESSION', 'START_TIME', 'An earlier row gives this event another start.');
    }
    this.#starts.set(row.session, start);
    return recordsOf(row).filter((record) => record.type === 'presence' || this.#isNew(record));
  }

  #isNew({ type, key }: RecordInput): boolean {
    const size = this.#met.size;
    return this.#met.add(`${type} ${key}`).size > size;
  }
}

function recordsOf(row: JiscRow): RecordInput[] {
  const { session, student, course, host, startsAt, endsAt, title, kind, mandatory, status } = row;
  return [
    ...(course === undefined ? [] : [{ type: 'course' as const, key: course, sisId: course }]),
    ...(host === undefined ? [] : [personRecord(host)]),
    personRecord(student),
    { type: 'session', key: session, course, kind, title, startsAt, endsAt, host, mandatory },
    { type: 'presence', key: keyOf(session, student), course, session, person: student, precision: 'mark', status },
  ];
}

function personRecord(key: string): RecordInput {
  return { type: 'person', key, claims: [{ scheme: 'sis', value: key, verified: true }] };
}
