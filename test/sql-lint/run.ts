import path from 'node:path';
import { lintTree } from './lint.ts';

/** `node test/sql-lint/run.ts [--unread]`: prints what breaks a rule; exit code 1 when anything does. */
const { findings, read, unread } = await lintTree(path.join(import.meta.dirname, '../..'));
for (const { file, line, rule, message } of findings) console.log(`${file}:${line} ${rule}: ${message}`);
if (process.argv.includes('--unread')) {
  for (const { file, line, text } of unread) console.log(`${file}:${line} put together at run time: ${text}`);
}
console.log(
  `${read} SQL texts read, ${unread.length} put together at run time and not read, ${findings.length} findings`,
);
process.exitCode = findings.length > 0 ? 1 : 0;
