import { existsSync, readFileSync } from 'node:fs';
import { glob } from 'node:fs/promises';
import path from 'node:path';

import { expect, test } from 'vitest';

/** What docs/security.md says is met names its test, and the test is there. */
const root = path.join(import.meta.dirname, '../..');
const text = readFileSync(path.join(root, 'docs/security.md'), 'utf8');
const rows = text.split('\n').filter((line) => /^\| [^|]+\| met\s*\|/.test(line));

/** "`test/access/session` "gives a cookie …"": a file, and where they are given the first words of a test. */
const named = rows.flatMap((row) =>
  [...row.matchAll(/`(test\/[\w/-]+)`(?: "([^"]+)")?/g)].map(([, file, words]) => ({ row, file: file!, words })),
);

const fileOf = (name: string): string | undefined =>
  [`${name}.test.ts`, name].map((each) => path.join(root, each)).find((each) => existsSync(each));

test('every "met" names a test', () => {
  expect(rows.length).toBeGreaterThan(10);
  for (const row of rows) expect(row).toMatch(/`test\/|kith doctor/);
});

test.each(named)('$file $words is there', ({ file, words }) => {
  const found = fileOf(file);
  expect(found, file).toBeDefined();
  if (words !== undefined) expect(readFileSync(found!, 'utf8')).toContain(words.replace(/ ?…$/, ''));
});

test('no redirect takes its target from the request', async () => {
  const targets: string[] = [];
  for await (const file of glob('{api,dashboard/src}/**/*.ts', { cwd: root })) {
    const code = readFileSync(path.join(root, file), 'utf8');
    for (const [call] of code.matchAll(/\bredirect\((?:\d+, )?[^\n]*/g)) {
      if (/url\.searchParams\.get|request\.(?:query|body|headers)|form\.get|textOf\(/.test(call))
        targets.push(`${file}: ${call}`);
    }
  }
  expect(targets).toEqual([]);
});
