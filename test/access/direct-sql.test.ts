import { settingsOf, type Reader } from '@kith/api/reader.ts';
import { within } from '@kith/sql/connect.ts';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { openUniversity, type OpenUniversity } from '../support/open-university.ts';
import { readerOf } from '../support/reader-of.ts';
import { staffRoles, type StaffRole } from '../support/university.ts';

/** What anybody who holds the app's password, or slips SQL past a route, gets: what the settings of a request allow. */
let kith: OpenUniversity;
/** Keys, weeks and places of courses: no person in them. */
const withoutPeople = new Set(['core.course_key', 'insight.unit_course', 'ops.dirty_week']);
let tables: { name: string; columns: string[] }[];

beforeAll(async () => {
  kith = await openUniversity();
  const { rows } = await sql<{ name: string; columns: string[] }>`
    select n.nspname || '.' || c.relname as name,
      array(select attname::text from pg_attribute where attrelid = c.oid and attnum > 0 and not attisdropped) as columns
    from pg_class as c
      join pg_namespace as n on n.oid = c.relnamespace
    where n.nspname in ('identity', 'core', 'insight', 'care', 'ops', 'stage') and c.relkind in ('r', 'p', 'v', 'm')
      and has_table_privilege('kith_app', c.oid, 'select')
      and c.oid <> 'core.verb'::regclass -- a list of words, of no tenant
    order by 1`.execute(kith.database.owner);
  tables = rows;
});
afterAll(() => kith.close());

const reader = (who: StaffRole) => readerOf(kith, who);

/** Rows of a table that a person's settings open and that match a condition. */
const seen = (who: Reader, name: string, where = sql`true`): Promise<number> =>
  within(kith.appDb, settingsOf(who), async (tx) => {
    const { rows } = await sql<{ n: number }>`
      select count(*)::int as n from ${sql.table(name)} where ${where}`.execute(tx);
    return rows[0]!.n;
  });

test('the app may read a good number of tables, so that the next tests say something', () => {
  expect(tables.length).toBeGreaterThan(30);
});

test('without settings every table is empty', async () => {
  for (const { name } of tables) {
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from ${sql.table(name)}`.execute(kith.appDb);
    expect(rows[0]!.n, name).toBe(0);
  }
});

test('a setting of one transaction is gone in the next one on the same connection', async () => {
  const instructor = await reader('instructor');
  expect(await seen(instructor, 'insight.learner_week')).toBeGreaterThan(0);
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from insight.learner_week`.execute(kith.appDb);
  expect(rows[0]!.n).toBe(0);
});

describe.each(staffRoles)('with the settings of the %s', (role) => {
  test('nothing of a course that is not theirs', async () => {
    const who = await reader(role);
    for (const { name, columns } of tables.filter((table) => table.columns.includes('course_id'))) {
      if (withoutPeople.has(name)) continue;
      const mine = [...who.learnerCourses, ...who.aggregateCourses];
      const own = columns.includes('person_id') ? sql`or person_id = ${who.personId}` : sql``;
      const foreign = sql`not (course_id = any (${mine}::bigint[]) ${own})`;
      expect(await seen(who, name, foreign), name).toBe(0);
    }
  });

  test('no learner, and no name, but those of courses they teach', async () => {
    const who = await reader(role);
    const others = [kith.own, kith.sibling, kith.foreign].filter(
      ({ courseId }) => !who.learnerCourses.includes(courseId),
    );
    const people = others.flatMap(({ learners }) => learners.map(({ personId }) => personId));
    for (const { name, columns } of tables.filter((table) => table.columns.includes('person_id'))) {
      expect(await seen(who, name, sql`person_id = any (${people})`), `${name} ${columns.join(' ')}`).toBe(0);
    }
  });
});

test('the instructor does see their own class', async () => {
  const who = await reader('instructor');
  expect(await seen(who, 'identity.person')).toBe(15); // twelve, the learner with an account here, assistant and self
  expect(await seen(who, 'insight.learner_week')).toBeGreaterThan(12);
});

test('research is refused every table of names and every table of single people', async () => {
  const { rows } = await sql<{ name: string }>`
    select n.nspname || '.' || c.relname as name
    from pg_class as c join pg_namespace as n on n.oid = c.relnamespace
    where n.nspname in ('identity', 'care', 'ops', 'stage') and c.relkind in ('r', 'p', 'v', 'm')
      or exists (select from pg_attribute as a where a.attrelid = c.oid and attname in ('person_id', 'account_id', 'author_id'))
        and n.nspname in ('core', 'insight')
    order by 1`.execute(kith.database.owner);
  const { rows: open } = await sql<{ name: string }>`
    select name from unnest(${rows.map(({ name }) => name)}::text[]) as t (name)
    where has_schema_privilege('kith_research', split_part(name, '.', 1), 'usage')
      and has_table_privilege('kith_research', name, 'select')`.execute(kith.database.owner);
  expect(rows.length).toBeGreaterThan(20);
  expect(open).toEqual([]);
});

test('names and addresses stand in no schema but identity', async () => {
  const { rows } = await sql<{ name: string }>`
    select table_schema || '.' || table_name || '.' || column_name as name
    from information_schema.columns
    where table_schema in ('core', 'insight', 'care', 'ops') and data_type <> 'boolean'
      and column_name ~ '(display|given|family|first|last|preferred)_?name|email|phone|^ip$|handle'`.execute(
    kith.database.owner,
  );
  expect(rows).toEqual([]);
});

test('what a course says about its instructors is for them: a lead and a researcher find nothing of it', async () => {
  const told = sql`health @? '$.themes[*] ? (@.theme == "EI")' or indicators ?| array['staff_reach', 'staff_median_reply_h', 'staff_dependence']`;
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from insight.course_immediacy
    where health @? '$.themes[*] ? (@.theme == "EI")'`.execute(kith.database.owner);
  expect(rows[0]!.n).toBeGreaterThan(0);
  for (const role of staffRoles) {
    const who = await reader(role);
    expect(await seen(who, 'insight.course_week', told), role).toBe(0);
    if (who.learnerCourses.length === 0) expect(await seen(who, 'insight.course_immediacy'), role).toBe(0);
  }
  expect(await seen(await reader('instructor'), 'insight.course_immediacy', told)).toBeGreaterThan(0);
});
