import { expect, test } from 'vitest';
import { lint } from './lint.ts';
import { sqlInTypescript } from './texts/typescript.ts';

const found = (source: string) => sqlInTypescript('a.ts', source);
const refused = (source: string) => lint(found(source).texts).map(({ line, rule }) => [line, rule]);

test('a tagged statement is read with its holes as parameters and names', () => {
  const { texts } = found('sql`insert into ${sql.table(name)} (id) values (${id}) on conflict do nothing`.execute(db)');
  expect(texts.map(({ text }) => text)).toEqual(['insert into hole (id) values ($1) on conflict do nothing']);
});

test('a clock in an upsert is found in a statement, over lines, and in a builder’s doUpdateSet', () => {
  const statement =
    '\n\nsql`insert into core.a (id, at) values (${id}, now())\n on conflict (id) do update set at = now()`';
  expect(refused(statement)).toEqual([[3, 'no-clock-in-upsert']]);
  expect(refused('conflict.column("id").doUpdateSet({ at: sql<Date>`now()` })')).toEqual([[1, 'no-clock-in-upsert']]);
  expect(refused('query.set({ at: sql`now()` })')).toEqual([]);
});

test('two commands in one string are found in a plain query', () => {
  expect(refused("await client.query('set time zone 0; select 1')")).toEqual([[1, 'one-command-per-call']]);
});

test('a fragment is read where it can stand', () => {
  const { texts, unread } = found('sql`count(*) filter (where x)`; sql`and a.id = ${id}`; sql`lateral f(${x}) as g`');
  expect([texts.length, unread.length]).toEqual([3, 0]);
});

test('prose that begins with a command is left alone', () => {
  expect(
    found(`say('select a course first'); say('with these two: nothing'); say(\`update \${name} by hand\`)`).unread,
  ).toEqual([]);
  expect(found("say('Select the courses you teach')").texts).toEqual([]);
});

test('what is put together at run time is counted, not passed over', () => {
  const { texts, unread } = found('client.query(`create table ${name} (${columns})`)');
  expect(texts).toEqual([]);
  expect(unread.map(({ text }) => text)).toEqual(['create table … (…)']);
});
