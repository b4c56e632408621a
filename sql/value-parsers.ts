import { types, type CustomTypesConfig } from 'pg';

/** Object ids of Postgres' built-in types, from pg_type; they never change. */
const oid = { bigint: 20, bigintArray: 1016, date: 1082, dateArray: 1182, textArray: 1009 } as const;

/** pg's own parsers; its types know some numbers of types only, and give the parsers no type at all. */
const standard = types.getTypeParser as (id: number, format: 'text' | 'binary') => (value: string) => unknown;

/**
 * How values leave the database, for one pool only (pg's own switch is global and would change other libraries' pools):
 *
 * - `bigint` is a number, and an error beyond 2^53 where a number would silently become another number.
 * - `date` is 'YYYY-MM-DD'. pg makes it midnight of the machine's zone, and east of Greenwich that is the day before.
 * - `timestamptz` is a Date; `numeric` stays text, because it holds what no number can: cast to `float8` in SQL.
 */
export const valueParsers: CustomTypesConfig = {
  getTypeParser(id: number, format?: 'text' | 'binary') {
    if (format === 'binary') return standard(id, 'binary');
    if (id === oid.bigint) return safeInteger;
    if (id === oid.date) return text;
    if (id === oid.bigintArray) return list(safeInteger);
    if (id === oid.dateArray) return list(text);
    return standard(id, 'text');
  },
};

/** A bigint as a number. Throws RangeError where a number cannot hold it. */
export function safeInteger(value: string): number {
  const number = Number(value);
  if (Number.isSafeInteger(number)) return number;
  throw new RangeError(`The database holds the bigint ${value}, which is beyond what a number can hold exactly.`);
}

const text = (value: string): string => value;

/** One-dimensional arrays; NULL elements stay null. */
const list =
  <T>(parse: (value: string) => T) =>
  (value: string): (T | null)[] =>
    (standard(oid.textArray, 'text')(value) as (string | null)[]).map((item) => (item === null ? null : parse(item)));
