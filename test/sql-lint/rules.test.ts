import { describe, expect, test } from 'vitest';
import { lint } from './lint.ts';
import { rules, textRules } from './rules.ts';
import type { Kind } from './statement.ts';

const examples = [...rules.map((rule) => ({ ...rule, kinds: ['migration'] as Kind[] })), ...textRules].flatMap(
  ({ id, kinds, refuses, accepts }) => [
    ...refuses.map((text) => ({ id, kind: kinds[0]!, text, verdict: 'refuses' })),
    ...accepts.map((text) => ({ id, kind: kinds[0]!, text, verdict: 'accepts' })),
  ],
);

test.each(examples)('$id $verdict: $text', ({ id, kind, text, verdict }) => {
  const findings = lint([{ file: 'example.sql', line: 1, kind, text }]);
  expect(findings.filter(({ rule }) => rule === 'parses')).toEqual([]);
  expect(findings.some(({ rule }) => rule === id)).toBe(verdict === 'refuses');
});

test('every rule has an example of each kind, and its id once', () => {
  const ids = [...rules, ...textRules].map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const { refuses, accepts } of [...rules, ...textRules]) {
    expect(refuses.length).toBeGreaterThan(0);
    expect(accepts.length).toBeGreaterThan(0);
  }
});

describe('where a finding stands', () => {
  test('is the line of its statement in the file', () => {
    const text =
      '-- first\nselect 1;\n\n\ncreate unlogged table core.a (\n  id int, constraint a_pkey primary key (id)\n);';
    expect(lint([{ file: 'a.sql', line: 10, kind: 'migration', text }])).toMatchObject([
      { line: 14, rule: 'no-unlogged' },
    ]);
  });

  test('is inside a PL/pgSQL body too', () => {
    const text = `create function core.f() returns void language plpgsql as $$
      begin insert into core.a (id, at) values (1, now()) on conflict (id) do update set at = now(); end $$`;
    expect(lint([{ file: 'a.sql', line: 1, kind: 'migration', text }])).toMatchObject([{ rule: 'no-clock-in-upsert' }]);
  });

  test('a text that Postgres does not read is a finding of its own', () => {
    expect(lint([{ file: 'a.sql', line: 1, kind: 'migration', text: 'selec 1' }])).toMatchObject([{ rule: 'parses' }]);
  });
});
