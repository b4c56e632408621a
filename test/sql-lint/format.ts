import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { crookedLines, withHouseLayout } from './layout.ts';
import { sqlFiles } from './texts/files.ts';

/** `node test/sql-lint/format.ts [--fix]`: the case of words and the indents of every .sql file. */
const root = path.join(import.meta.dirname, '../..');
const fix = process.argv.includes('--fix');

let troubles = 0;
for (const { file, text } of await sqlFiles(root)) {
  for (const { line, message } of crookedLines(text)) {
    console.log(`${file}:${line} ${message}`);
    troubles++;
  }
  if (withHouseLayout(text) === text) continue;
  if (fix) {
    await writeFile(path.join(root, file), withHouseLayout(text));
    console.log(`${file} mended`);
  } else {
    console.log(`${file} has words in the wrong case or white space at line ends: npm run format`);
    troubles++;
  }
}
process.exitCode = troubles > 0 ? 1 : 0;
