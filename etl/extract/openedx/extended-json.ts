import { refuse } from '../../formats/cell.ts';
import { type Fields, isObject } from '../../formats/fields.ts';
import { Instant } from '../../records/values.ts';
import { instantOfMillis } from '../../formats/unix-time.ts';

/** An id, as `{"$oid": …}` or as text. The text "None" is what the MySQL backend writes for no parent. */
export function oid(row: Fields, name: string): string | undefined {
  const value = row.value(name);
  const text = isObject(value) ? value.$oid : value;
  if (typeof text !== 'string' && typeof text !== 'number') return undefined;
  return text === 'None' || text === '' ? undefined : String(text);
}

export function mustOid(row: Fields, name: string): string {
  return oid(row, name) ?? refuse('MISSING_VALUE', name, 'is empty. Every document needs it');
}

/** `{"$date": ms}`, `{"$date": "2014-…Z"}`, `{"$date": {"$numberLong": "…"}}` or the text itself. */
export function date(row: Fields, name: string): string | undefined {
  const value = row.value(name);
  if (value === undefined) return undefined;
  const inner = isObject(value) ? value.$date : value;
  const plain = isObject(inner) ? inner.$numberLong : inner;
  const text = typeof plain === 'number' || typeof plain === 'string' ? String(plain) : '';
  const zoned = text.replace(/([+-]\d{2})(\d{2})$/, '$1:$2');
  const at = instantOfMillis(text) ?? (Instant.safeParse(zoned).success ? zoned : undefined);
  return at ?? refuse('BAD_DATE', name, 'is not a date of extended JSON, such as {"$date": 1390759901966}');
}

/** What the Mongo shell prints is no JSON: `ISODate("…")`, `ObjectId("…")`, `NumberLong(5)` become what they mean. */
export function withoutShell(text: string): string {
  return text
    .replaceAll(/\bISODate\((\s*"[^"]*"\s*)\)/g, '{"$date":$1}')
    .replaceAll(/\bObjectId\((\s*"[^"]*"\s*)\)/g, '{"$oid":$1}')
    .replaceAll(/\bNumber(?:Long|Int)\("?(\d+)"?\)/g, '$1');
}
