import type { SourceFile } from '../connector.ts';
import type { Fields } from './fields.ts';
import { keyOf } from './natural-key.ts';
import type { Shape } from './shape.ts';

type Rows = (file: SourceFile) => AsyncIterable<{ readonly fields: Fields }>;

/**
 * Which rows of a table are older than another row of the same key, where a batch holds the table more than once: a full
 * file and the changes after it. Only then the versions are read, and kept while the table is.
 */
export async function olderRows(
  { newest }: Pick<Shape<never>, 'newest'>,
  files: readonly SourceFile[],
  rowsOf: Rows,
): Promise<(row: Fields) => boolean> {
  if (newest === undefined || files.length < 2) return () => false;
  const highest = new Map<string, bigint>();
  const given = new Set<string>();
  const read = (row: Fields) => {
    const version = row.text(newest.version);
    const key = keyOf(...newest.key.map((name) => row.text(name)));
    return { key, version: version !== undefined && /^\d+$/.test(version) ? BigInt(version) : -1n };
  };
  for (const file of files) {
    for await (const { fields } of rowsOf(file)) {
      const { key, version } = read(fields);
      if (version > (highest.get(key) ?? -2n)) highest.set(key, version);
    }
  }
  return (row) => {
    const { key, version } = read(row);
    if (version < (highest.get(key) ?? version) || given.has(key)) return true;
    given.add(key);
    return false;
  };
}
