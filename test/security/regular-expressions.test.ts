import { readFileSync } from 'node:fs';
import { glob } from 'node:fs/promises';
import path from 'node:path';

import safe from 'safe-regex2';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';

/** Every regular expression literal of the code that sees input: nothing in it takes for ever, whatever is sent. */
const root = path.join(import.meta.dirname, '../..');

interface Literal {
  readonly at: string;
  readonly source: string;
  readonly flags: string;
}

const files: string[] = [];
for await (const file of glob('{sql,etl,api,dashboard/src,dashboard/messages}/**/*.{ts,svelte}', { cwd: root })) {
  if (!file.includes('node_modules')) files.push(file);
}

function literalsOf(file: string): Literal[] {
  const text = readFileSync(path.join(root, file), 'utf8');
  const script = file.endsWith('.svelte') ? (/<script[^>]*>([^]*?)<\/script>/.exec(text)?.[1] ?? '') : text;
  const tree = ts.createSourceFile(file, script, ts.ScriptTarget.Latest, true);
  const found: Literal[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf('/');
      found.push({ at: file, source: node.text.slice(1, end), flags: node.text.slice(end + 1) });
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

const literals = [...new Map(files.flatMap(literalsOf).map((one) => [`${one.source}/${one.flags}`, one])).values()];

test('they are found', () => {
  expect(literals.length).toBeGreaterThan(100);
});

/** Flagged although it ends, with the reason: what is repeated begins or ends with a sign that nothing beside it can be. */
const looked: readonly string[] = [
  String.raw`(\b\d+(?:[.,]\d+)*`, // a separator before each run of digits
  String.raw`(say|with) --date-order`, // our own sentence; the word "or" before each
  String.raw`^(?:[a-z]{2,8}(?:-`, // a hyphen before each subtag, of bounded length
  String.raw`<([^<>]*)>((?:\s*;`, // a semicolon before each parameter, which holds none
  String.raw`(?<!\\)(?:\\\\)*`, // two backslashes at a time, from the first of them
  String.raw`([^/]*?)(?:\.\w+)*$`, // a dot before each ending, which holds none; names of files
  String.raw`(?<!\s)\s*\((?:guest`, // a slash before each word of letters; one cell
  String.raw`(?<!\d)20\d{2}([-_.]?)`, // a reference back to one sign
];

/**
 * Without what may stand there once or a few times: only repetition without a bound multiplies with another. And without
 * a look at the one sign before, which the checker does not know and which only takes beginnings away.
 */
const repeated = (source: string): string =>
  source.replace(/\(\?<[!=](?:\[[^\]]*\]|\\?.)\)/g, '').replace(/\)(?:\?|\{\d+(?:,\d+)?\})\??/g, ')');

describe('the checker finds no repetition within a repetition', () => {
  test.each(literals)('$at /$source/', ({ source, flags }) => {
    const fine = safe(new RegExp(repeated(source), flags.replace(/[dgyv]/g, '')), { limit: 60 });
    expect(fine || looked.some((begins) => source.startsWith(begins))).toBe(true);
  });
});

/** What an attacker would send: a long run of one letter or of two, and then something that does not fit, or nothing. */
const pumps = [
  ...[
    '.a',
    ';a=b',
    '-abc',
    '\\\\',
    '/é',
    ' or a',
    '1-',
    '1:',
    ' a',
    'a.',
    '0,',
    'PT1H',
    '{}',
    '&amp;',
    '%20',
    '@a',
    'a@',
  ],
  ...[
    'a',
    'A',
    '1',
    ' ',
    '\t',
    '\n',
    '-',
    '.',
    ',',
    ';',
    '/',
    '"',
    "'",
    '<',
    '>',
    '@',
    '_',
    '\\',
    '=',
    '+',
    '(',
    '[',
    '#',
  ],
  ...[':', '*', '<a', '>a', 'https://a'],
];
const tails = ['\u0000!', ''];

/**
 * Expressions whose time grows with the square of the text, and why that is no way in: how many letters there can be at
 * most where they are used. All others read whatever is sent, and their time grows with its length alone.
 */
const limited: readonly { readonly begins: string; readonly letters: number; readonly because: string }[] = [
  { begins: String.raw`\s*[([](?:guest`, letters: 300, because: 'namesIn reads no longer name' },
  { begins: String.raw`\s*\[[^\]]*\]\s*`, letters: 300, because: 'namesIn reads no longer name' },
  { begins: String.raw`^(.+?)\s*\(([^()]+)\)$`, letters: 300, because: 'namesIn reads no longer name' },
  { begins: String.raw`([^/]*?)(?:\.\w+)*$`, letters: 255, because: 'the end of the name of a file' },
  { begins: String.raw`\/+$`, letters: 2000, because: 'an address in the settings of whoever runs Kith' },
  { begins: String.raw`\n\s*\* ?`, letters: 20_000, because: 'a comment of our own code, for the docs' },
  { begins: String.raw`(\d+)\.`, letters: 200, because: 'what our own Postgres says of its version' },
];

/** Half a million letters: what grows with their square would take minutes and longer. */
test(
  'a pumped string of half a million letters, or of as many as there can be, ends for every one',
  { timeout: 240_000 },
  () => {
    for (const { source, flags } of literals) {
      const letters = limited.find(({ begins }) => source.startsWith(begins))?.letters ?? 500_000;
      const expression = new RegExp(source, flags);
      for (const pump of pumps) {
        const run = pump.repeat(Math.ceil(letters / pump.length));
        for (const tail of tails) {
          if (flags.includes('g')) (run + tail).replace(expression, '');
          else expression.test(run + tail);
        }
      }
    }
  },
);

test('what is limited is there, and for no other reason than its limit', () => {
  const sources = literals.map(({ source }) => source);
  for (const { begins } of limited)
    expect(
      sources.some((source) => source.startsWith(begins)),
      begins,
    ).toBe(true);
});

test('an expression that is put together holds what is put in as text', async () => {
  const made: string[] = [];
  for (const file of files) {
    for (const [call] of readFileSync(path.join(root, file), 'utf8').matchAll(/new RegExp\([^;]{0,80}/g))
      made.push(`${file}: ${call}`);
  }
  // Their parts are constants, but for two: names, escaped, and the names of our own tables.
  expect(made.map((one) => one.split(':')[0]).sort()).toEqual([
    'api/xapi/rules/values.ts',
    'etl/extract/oulad/tables.ts',
    'etl/formats/clock.ts',
    'etl/formats/prose.ts',
    'etl/rights/known-as.ts',
  ]);
});
