import { readFileSync } from 'node:fs';
import { glob } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';

const source = path.join(import.meta.dirname, '../../dashboard/src');

/** Says a side of the screen where a side of the text is meant. */
const sided =
  /(?<![-\w])(?:left|right|(?:margin|padding|border|scroll-margin|scroll-padding)-(?:left|right)(?:-\w+)?|border-(?:top|bottom)-(?:left|right)-radius)\s*:|(?:text-align|float|clear)\s*:\s*(?:left|right)/;

/** Four lengths of which the second and the fourth differ. */
const lopsided =
  /(?:margin|padding|inset)\s*:\s*([^\s;()]+|\w+\([^)]*\)) ([^\s;()]+|\w+\([^)]*\)) ([^\s;()]+|\w+\([^)]*\)) (?!\2;)[^;]+;/;

/** Centred by a translation, which does not turn either. */
const physical: ReadonlySet<string> = new Set(['inset: 50% auto auto 50%;']);

test('styles speak of start and end, never of left and right', async () => {
  const found: string[] = [];
  for await (const file of glob('**/*.{svelte,css}', { cwd: source })) {
    const text = readFileSync(path.join(source, file), 'utf8');
    const styles = file.endsWith('.css') ? text : (/<style>([^]*)<\/style>/.exec(text)?.[1] ?? '');
    for (const line of styles.split('\n'))
      if ((sided.test(line) || lopsided.test(line)) && !physical.has(line.trim()))
        found.push(`${file}: ${line.trim()}`);
  }
  expect(found).toEqual([]);
});

test.each([
  ['  margin-left: 3px;', true],
  ['  padding: 1px 2px 3px 4px;', true],
  ['  text-align: right;', true],
  ['  margin: 0 auto 8px auto;', false],
  ['  margin-inline-start: 3px;', false],
])('the look finds what it looks for: %s', (line, bad) => expect(sided.test(line) || lopsided.test(line)).toBe(bad));
