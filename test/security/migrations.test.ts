import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, test } from 'vitest';

/**
 * Migrations run while the version before still serves (docs/operations.md): they add, and take away nothing that it
 * reads or writes. Squawk looks at locks; this looks at what the old code would miss.
 */
const folder = path.join(import.meta.dirname, '../../sql/migrations');
const served = readdirSync(folder).filter((name) => name.endsWith('.sql'));

const rules = [
  { why: 'the old version still reads the table', pattern: /\bdrop table\b/i },
  { why: 'the old version still reads the column', pattern: /\bdrop column\b/i },
  { why: 'the old version knows the old name', pattern: /\brename (?:to|column|constraint)\b/i },
  { why: 'the old version writes the old type', pattern: /\balter column \w+ (?:set data )?type\b/i },
  { why: 'the old version writes no value there', pattern: /\balter column \w+ set not null\b/i },
  {
    why: 'the old version leaves the new column out',
    pattern: /\badd column \w+ [^;]*\bnot null\b(?![^;]*\bdefault\b)/i,
  },
  {
    why: 'the old version may have no right left',
    pattern: /\brevoke (?!all on function)[^;]*\bfrom kith_(?:app|research|jobs)\b/i,
  },
] as const;

/** What a migration takes away on purpose, once it was said in the changelog that the version before must not serve. */
const meant: Readonly<Record<string, string>> = {};

const withoutComments = (text: string): string => text.replace(/^\s*--.*$/gm, '');

describe.each(rules)('$why', ({ pattern }) => {
  test.each(served)('%s', (name) => {
    const text = withoutComments(readFileSync(path.join(folder, name), 'utf8'));
    expect(pattern.exec(text)?.[0]).toBe(meant[name]);
  });
});

test('each rule finds what it looks for', () => {
  const broken = [
    'drop table core.post;',
    'alter table core.post drop column title;',
    'alter table core.post rename to message;',
    'alter table core.post alter column title type integer;',
    'alter table core.post alter column title set not null;',
    'alter table core.post add column title text not null;',
    'revoke select on core.post from kith_app;',
  ];
  for (const [index, { pattern }] of rules.entries()) expect(broken[index]).toMatch(pattern);
  expect("alter table core.post add column title text not null default ''").not.toMatch(rules[5].pattern);
});
