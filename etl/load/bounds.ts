import type { CanonicalRecord } from '../records/record.ts';
import { canonicalInstant } from './canonical.ts';
import type { Refusal } from './believe.ts';
import type { Meaning } from './meaning.ts';

/** Largest value of a Postgres integer: a larger one would fail the whole load. */
const maxCount = 2_147_483_647;
const maxSeconds = 1e9;
/** A btree entry of Postgres holds 2,704 bytes, and a key shares it with other columns. */
const maxKeyBytes = 2_000;

const counts = ['words', 'chars', 'count', 'clicks'] as const;
const freeText = new Set([
  'body',
  'familyName',
  'givenName',
  'grade',
  'items',
  'preferredName',
  'displayName',
  'programme',
]);
for (const field of ['reason', 'roleRaw', 'set', 'title', 'url', 'verbRaw', 'wave']) freeText.add(field);

/** A record may fit its schema and still not fit a database column. Undefined: it fits. */
export function outOfBounds(record: CanonicalRecord, meaning: Meaning, json: string): Refusal | undefined {
  const fields = record as Readonly<Record<string, unknown>>;
  const refuse = (code: string, field: string, message: string): Refusal => ({ code, field, message, raw: json });

  if (json.includes('\\u0000') && nul.test(json)) {
    return refuse(
      'NUL_CHARACTER',
      '',
      `The ${record.type} record holds a zero byte. Remove it and load the row again.`,
    );
  }
  for (const field of counts) {
    const value = fields[field];
    if (typeof value === 'number' && value > maxCount)
      return refuse('BAD_VALUE', field, `"${field}" is above ${maxCount}.`);
  }
  if (record.type === 'activity' && (record.durationSeconds ?? 0) > maxSeconds) {
    return refuse('BAD_VALUE', 'durationSeconds', 'The duration is longer than 30 years.');
  }
  if (meaning.event && meaning.occurredAt !== undefined && !isPlausible(meaning.occurredAt)) {
    return refuse(
      'IMPLAUSIBLE_DATE',
      '',
      `The ${record.type} lies before 1990 or after 2099: its date is probably misread.`,
    );
  }
  if (record.type === 'term' && record.endsOn < record.startsOn) {
    return refuse('BAD_VALUE', 'endsOn', 'The term ends before it begins.');
  }
  if (json.includes('"0000-')) {
    for (const [field, value] of Object.entries(fields)) {
      if (typeof value === 'string' && instantOfYearZero.test(value)) {
        return refuse('IMPLAUSIBLE_DATE', field, `"${field}" lies in the year 0.`);
      }
    }
  }
  const long = json.length > maxKeyBytes / 4 ? longKey(record, fields) : undefined;
  return long === undefined
    ? undefined
    : refuse('KEY_TOO_LONG', long, `"${long}" is longer than ${maxKeyBytes} bytes.`);
}

/** `\u0000` in JSON text is a zero byte unless the backslash itself is escaped. */
const nul = /(?<!\\)(?:\\\\)*\\u0000/;
const instantOfYearZero = /^0000-\d\d-\d\d(?:T|$)/;

export function isPlausible(instant: string): boolean {
  const year = Number(canonicalInstant(instant).slice(0, 4));
  return year >= 1990 && year < 2100;
}

function longKey(record: CanonicalRecord, fields: Readonly<Record<string, unknown>>): string | undefined {
  const isLong = (text: unknown) => typeof text === 'string' && Buffer.byteLength(text) > maxKeyBytes;
  for (const [field, value] of Object.entries(fields)) {
    if (!freeText.has(field) && [value].flat().some(isLong)) return field;
  }
  if (record.type !== 'person') return undefined;
  return record.claims.some(({ issuer = '', value }) => isLong(issuer + value)) ? 'claims' : undefined;
}
