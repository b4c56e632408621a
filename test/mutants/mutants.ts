import { execFileSync } from 'node:child_process';
import { chmod, glob, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';

import { Stryker } from '@stryker-mutator/core';

import { asMarkdown } from './page.ts';

/**
 * `npm run mutants`: changes one thing at a time in the code of score, patterns and measures, and looks whether a test
 * that needs no database notices. Files can be named; `--keep` writes docs/mutants.md. It works in the tree itself, so
 * commit first; about half an hour on two cores.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { keep: { type: 'boolean', default: false } },
});
const root = path.resolve(import.meta.dirname, '../..');
const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: root, encoding: 'utf8' }).trim();
const program = path.join(root, 'kith.ts');
const { mode } = await stat(program);
const results = await new Stryker(positionals.length > 0 ? { mutate: positionals } : {}).runMutationTest();
// What it puts back is no longer a program.
await chmod(program, mode);
// A worker that ran over its time is killed before it takes these with it.
for await (const left of glob('stryker-setup-*.js', { cwd: root })) await rm(path.join(root, left));
if (values.keep) {
  const today = new Date().toISOString().slice(0, 10);
  const outcomes = results.map(({ fileName, status, mutatorName, location }) => ({
    file: path.relative(root, fileName),
    line: location.start.line,
    status,
    mutator: mutatorName,
  }));
  await writeFile(path.join(root, 'docs/mutants.md'), asMarkdown(outcomes, today, commit));
}
