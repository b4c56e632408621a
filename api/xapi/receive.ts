import { hash, randomUUID } from 'node:crypto';
import { canonicalJson } from '@kith/etl/load/canonical.ts';
import { termsOf } from '@kith/etl/load/statements/terms.ts';
import { withoutWriting } from '@kith/etl/load/statements/written.ts';
import type { Edition } from './rules/instants.ts';
import { voided } from './rules/statement.ts';

/** A statement that has passed the rules, on its way to the table; `stored` is not known yet. */
export interface Received {
  readonly id: string;
  readonly voids: string | null;
  readonly refersTo: string | null;
  readonly terms: readonly number[];
  /** A uuid's digits. */
  readonly digest: string;
  readonly prose: string | null;
  /** JSON up to its closing brace: what the database adds follows. */
  readonly open: string;
  /** True: the sender gave no time, so it is the time of storing. */
  readonly timeless: boolean;
}

export type Part = Readonly<Record<string, unknown>>;

/** What a receiver adds to each statement of one request. */
export interface Receipt {
  readonly edition: Edition;
  /** Made from the credential. */
  readonly authority: Part;
  /** The id of a PUT. */
  readonly id?: string | undefined;
}

/** Makes ready for storing what has passed the rules: without writing, with id, authority and version. */
export function receive(sent: Part, { edition, authority, id: given }: Receipt): Received {
  const { statement: kept, prose } = withoutWriting(sent);
  const { id: own, stored: _, authority: __, version = firstVersion[edition], ...rest } = kept;
  const statement: Part = { ...rest, ...(kept.context !== undefined && { context: listed(kept.context as Part) }) };
  const content = canonicalJson(comparable(statement));
  const id = (given ?? (own as string | undefined) ?? madeOf(content, statement)).toLowerCase();
  const object = statement.object as { readonly objectType?: string; readonly id?: string };
  const target = object.objectType === 'StatementRef' ? object.id!.toLowerCase() : null;
  const whole = { id, ...statement, authority, version };
  return {
    id,
    voids: (statement.verb as { readonly id: string }).id === voided ? target : null,
    refersTo: target,
    terms: termsOf(whole),
    digest: hash('sha256', content, 'hex').slice(0, 32),
    prose: prose === undefined ? null : JSON.stringify(prose),
    open: JSON.stringify(whole).slice(0, -1),
    timeless: statement.timestamp === undefined,
  };
}

const firstVersion: Readonly<Record<Edition, string>> = { '1.0': '1.0.0', '2.0': '2.0.0' };

/**
 * Moodle sends no ids, and sends again what it got no answer for. A statement that says when it happened gets an id made
 * of its content, so that the second sending is the first statement.
 */
function madeOf(content: string, { timestamp }: Part): string {
  if (timestamp === undefined) return randomUUID();
  const digits = hash('sha256', `kith statement\0${content}`, 'hex');
  const variant = ((parseInt(digits[16]!, 16) & 3) | 8).toString(16);
  const [a, b, c, d, e] = [
    digits.slice(0, 8),
    digits.slice(8, 12),
    digits.slice(13, 16),
    digits.slice(17, 20),
    digits.slice(20, 32),
  ];
  return `${a}-${b}-8${c}-${variant}${d}-${e}`;
}

/** Activities of the context come back as lists, also where one stood alone. */
function listed(context: Part): Part {
  if (context.contextActivities === undefined) return context;
  const entries = Object.entries(context.contextActivities as Part).map(([kind, value]) => [kind, [value].flat()]);
  return { ...context, contextActivities: Object.fromEntries(entries) as Part };
}

/** What makes two statements the same: not how a verb is displayed, nor in which zone its time is written. */
function comparable(statement: Part): Part {
  const { timestamp, verb, ...rest } = statement;
  const at = timestamp === undefined ? undefined : instantOf(timestamp as string);
  return { ...rest, timestamp: at, verb: (verb as { readonly id: string }).id };
}

function instantOf(text: string): string {
  const zoned = /(?:Z|[+-]\d\d(?::?\d\d)?)$/i.test(text.slice(10));
  const at = zoned ? new Date(text.replace(',', '.').replace(' ', 'T')) : undefined;
  return at === undefined || Number.isNaN(at.getTime()) ? text : at.toISOString();
}
