import { createHash } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';

/** Parts of a natural key, joined so that no two rows share one by accident. An absent part is empty. */
export function keyOf(...parts: readonly (string | undefined)[]): string {
  return parts
    .map((part = '') => (separators.test(part) ? part.replaceAll(/[\\|]/g, String.raw`\$&`) : part))
    .join('|');
}

const separators = /[\\|]/;

/** Key of a row without an id of its own: SHA-256, hex. */
export function digestOf(...parts: readonly (string | undefined)[]): string {
  return createHash('sha256')
    .update(keyOf(...parts))
    .digest('hex');
}

/** An RFC 3339 instant in UTC, for keys: the same moment written with another offset is the same moment. */
export function moment(instant: string): string {
  const text = instant.endsWith('Z') ? instant : Temporal.Instant.from(instant).toString();
  return text.replace(/\.0+Z$/, 'Z');
}
