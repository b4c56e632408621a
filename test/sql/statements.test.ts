import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

import { statements } from '@kith/sql/statements.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const texts = (sql: string) => statements(sql).map(({ text }) => text);

describe('a semicolon ends no statement', () => {
  test.each([
    ['in a string', `select 'a;b'`],
    ['after a doubled quote', `select 'it''s; here'`],
    ['in an escape string with a quoted quote', String.raw`select e'\';', 1`],
    ['in a quoted name', `select 1 as "a;""b"`],
    ['in a line comment', `select 1 -- not; here\n + 1`],
    ['in a nested block comment', `select /* a; /* b; */ c; */ 1`],
    ['in a dollar-quoted body', `do $$ begin perform 1; end $$`],
    [
      'in a body with a tag that holds another body',
      `create function f() returns void language plpgsql as $f$ begin execute $$ select 1; $$; end $f$`,
    ],
    [
      'in begin atomic, with a case inside',
      `create function f(a int) returns int begin atomic select case when a > 1 then 1 else 2 end; select 2; end`,
    ],
    [
      'in the commands of a rule',
      `create rule r as on insert to t do also (insert into a values (1); insert into b values (2))`,
    ],
  ])('%s', (_, sql) => {
    expect(texts(`${sql};\nselect 2;`)).toEqual([sql, 'select 2']);
  });
});

test('what looks like a beginning and is none', () => {
  expect(texts('select a$1$b from t; select $1; select 2 - -1')).toEqual([
    'select a$1$b from t',
    'select $1',
    'select 2 - -1',
  ]);
  expect(texts('begin; select 1; end; commit')).toEqual(['begin', 'select 1', 'end', 'commit']);
  expect(texts(String.raw`select 'c:\'; select 2`)).toEqual([String.raw`select 'c:\'`, 'select 2']);
});

test('nothing, and comments alone, are no statement; a comment stays with what follows it', () => {
  expect(statements('')).toEqual([]);
  expect(statements(' ;; -- only; words\n/* and; more */')).toEqual([]);
  expect(statements('\n-- why\nselect 1;\n\nselect\n 2')).toEqual([
    { text: '-- why\nselect 1', line: 2 },
    { text: 'select\n 2', line: 5 },
  ]);
});

test.each([
  [`select 1;\nselect 'open`, 'A quotation that begins on line 2 is never closed.'],
  ['select 1 /* open', 'A comment that begins on line 1 is never closed.'],
  ['\ndo $x$ begin end $y$', 'The text after $x$ that begins on line 2 is never closed.'],
])('an open end is an error with its line: %j', (sql, message) => {
  expect(() => statements(sql)).toThrow(message);
});

/** Pieces of SQL whose insides are full of semicolons and openings. */
const inside = fc.string({ unit: fc.constantFrom(';', ' ', 'a', '\n', '-', '/', '*', '(', '"') });
const piece = fc.oneof(
  inside.map((text) => `'${text}'`),
  inside.map((text) => `"n${text.replaceAll('"', '""')}"`),
  inside.map((text) => `$tag$${text}$tag$`),
  inside.map((text) => `/*${text.replaceAll('/', '').replaceAll('*', '')}*/`),
  inside.map((text) => `--${text.replaceAll('\n', '')}\n`),
  fc.constantFrom('select', 'x', '1', ', ', 'begin', 'end', 'case', '= any (array[1])'),
);
const statement = fc.array(piece, { minLength: 1, maxLength: 8 }).map((pieces) => `select ${pieces.join(' ')} z`);

test('whatever statements are joined by semicolons come apart again, each on its line', () => {
  fc.assert(
    fc.property(fc.array(statement, { maxLength: 6 }), (list) => {
      const sql = list.map((text) => `${text}\n;\n`).join('');
      const found = statements(sql);
      expect(found.map(({ text }) => text)).toEqual(list);
      const lines = sql.split('\n');
      for (const { text, line } of found) expect(lines[line - 1]).toBe(text.split('\n')[0]);
    }),
  );
});

test('every SQL text of this project splits into statements with nothing lost', async () => {
  const folder = path.resolve(import.meta.dirname, '../../sql');
  const files = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.sql'));
  expect(files.length).toBeGreaterThan(0);
  for (const name of files) {
    const sql = await readFile(path.join(folder, name), 'utf8');
    const bare = (text: string) => text.replaceAll(/[\s;]/g, '');
    const kept = bare(texts(sql).join(''));
    expect(bare(sql).startsWith(kept), name).toBe(true);
  }
});
