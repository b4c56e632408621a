import { readFile } from 'node:fs/promises';
import { glob } from 'node:fs/promises';
import path from 'node:path';
import type { SqlText } from '../parse.ts';
import type { Kind } from '../statement.ts';

const folders: readonly [pattern: string, kind: Kind][] = [
  ['sql/migrations/*.sql', 'migration'],
  ['sql/citus.sql', 'citus'],
  ['sql/{ties,indicators,exports}/*.sql', 'select'],
];

/** Every .sql file that Kith runs, migrations first and in their order. */
export async function sqlFiles(root: string): Promise<SqlText[]> {
  const texts: SqlText[] = [];
  for (const [pattern, kind] of folders) {
    const files = (await Array.fromAsync(glob(pattern, { cwd: root }))).sort();
    for (const file of files) {
      texts.push({ file, line: 1, kind, text: await readFile(path.join(root, file), 'utf8') });
    }
  }
  return texts;
}
