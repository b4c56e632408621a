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
  String.raw`<([^>]*)>((?:\s*;`, // a semicolon before each parameter, which holds none
  String.raw`(?<!\\)(?:\\\\)*`, // two backslashes at a time, from the first of them
  String.raw`([^/]*?)(?:\.\w+)*$`, // a dot before each ending, which holds none; names of files
  String.raw`\s*\((?:guest`, // a slash before each word of letters; one cell
  String.raw`(?<!\d)20\d{2}([-_.]?)`, // a reference back to one sign
];

/** Without what may stand there once or a few times: only repetition without a bound multiplies with another. */
const repeated = (source: string): string => source.replace(/\)(?:\?|\{\d+(?:,\d+)?\})\??/g, ')');

describe('the checker finds no repetition within a repetition', () => {
  test.each(literals)('$at /$source/', ({ source, flags }) => {
    const fine = safe(new RegExp(repeated(source), flags.replace(/[dgyv]/g, '')), { limit: 60 });
    expect(fine || looked.some((begins) => source.startsWith(begins))).toBe(true);
  });
});

/** What an attacker would send: a long run of one letter or of two, and then something that does not fit. */
const pumps = [
  '.a',
  ';a=b',
  '-abc',
  '\\\\',
  '/é',
  ' or a',
  'a',
  '1',
  ' ',
  '\t',
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
  '1-',
  '1:',
  ' a',
  'a.',
  '0,',
  'PT1H',
  '\\',
  '{}',
  '&amp;',
];

test('a pumped string of 20,000 letters ends for every one of them', { timeout: 120_000 }, () => {
  for (const { source, flags } of literals) {
    for (const pump of pumps) {
      const expression = new RegExp(source, flags);
      const text = pump.repeat(Math.ceil(20_000 / pump.length)) + '\u0000!';
      expression.test(text);
    }
  }
});
