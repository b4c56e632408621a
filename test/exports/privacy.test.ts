import { exportKey, pseudonymOf } from '@kith/etl/exports/pseudonyms.ts';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { planted } from '../rights/planted.ts';
import { freshDatabase, type FreshDatabase } from '../support/database.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { approve, make, makeWorld, optedOut, type Made } from './world.ts';

let database: FreshDatabase;
let place: Awaited<ReturnType<typeof temporaryFolder>>;
let institutionId: number;
let one: Made;
let other: Made;
const tables = ['learner_weeks', 'ties', 'sessions', 'alerts', 'outcomes'];

beforeAll(async () => {
  database = await freshDatabase();
  place = await temporaryFolder();
  institutionId = await makeWorld(database);
  one = await make(database, await approve(database, institutionId), place.folder);
  other = await make(database, await approve(database, institutionId), place.folder);
});
afterAll(async () => {
  await database.drop();
  await place.remove();
});

const text = async (made: Made): Promise<string> =>
  (await Promise.all(['manifest.json', ...made.manifest.files.map(({ name }) => name)].map(made.read))).join('\n');

async function personId(key: string): Promise<number> {
  const { rows } = await sql<{ personId: number }>`
    select a.person_id from identity.account as i join core.account as a using (institution_id, account_id)
    where i.key = ${key}`.execute(database.owner);
  return rows[0]!.personId;
}

const called = async (made: Made, key: string): Promise<string> =>
  pseudonymOf(await exportKey(database.db, institutionId, made.wish.exportId), 'person', await personId(key));

test('two exports have no pseudonym in common, and within one the tables join', async () => {
  const names = async (made: Made) => new Set((await text(made)).match(/\b[a-z][0-9a-f]{20}\b/g));
  const [first, second] = [await names(one), await names(other)];
  expect(first.size).toBeGreaterThan(15);
  expect([...first].filter((name) => second.has(name))).toEqual([]);
  const people = async (table: string, column = 'person') =>
    new Set((await one.rows(table)).map((row) => row[column] as string));
  const known = await people('learner_weeks');
  for (const [table, column] of [
    ['sessions', 'person'],
    ['alerts', 'person'],
    ['outcomes', 'person'],
    ['ties', 'from_person'],
  ])
    for (const name of await people(table!, column)) expect(known, table).toContain(name);
});

test('the order of rows says nothing of Kith’s own numbers, nor does the end of an undirected tie', async () => {
  const orders = [];
  for (const made of [one, other]) {
    const key = await exportKey(database.db, institutionId, made.wish.exportId);
    const { rows } = await sql<{ personId: number }>`select person_id from core.person order by 1`.execute(
      database.owner,
    );
    const numbers = new Map(rows.map((row) => [pseudonymOf(key, 'person', row.personId), row.personId]));
    const weeks = await made.rows('learner_weeks');
    orders.push([...new Set(weeks.map(({ person }) => numbers.get(person as string)!))].join());
    const undirected = (await made.rows('ties')).filter(({ directed }) => directed === false);
    expect(undirected.length).toBeGreaterThan(0);
    for (const tie of undirected) expect(String(tie.from_person) < String(tie.to_person)).toBe(true);
  }
  expect(orders[0]).not.toBe(orders[1]);
});

test('no name, key, address, date, place or number of Kith’s own is in any file', async () => {
  const everything = await text(one);
  const { rows } = await sql<{ word: string | null }>`
    select unnest(array[display_name, family_name, key]) as word from identity.account
    union select value from identity.attribute union select title from core.course`.execute(database.owner);
  const words = rows.flatMap(({ word }) => (word !== null && word.length > 3 ? [word] : []));
  expect(words).toEqual(expect.arrayContaining([planted.name, 'planted region', 'Small course']));
  for (const word of words) expect(everything.includes(word), word).toBe(false);
  const data = (await Promise.all(one.manifest.files.map(({ name }) => one.read(name)))).join('\n');
  expect(data).not.toMatch(/20\d\d-\d\d/);
  expect(Object.keys((await one.rows('learner_weeks'))[0]!)).not.toContain('person_id');
});

test('the secret, and what is made from it, is in no manifest', async () => {
  const manifest = (await one.read('manifest.json')).toString();
  const { rows } = await sql<{ secret: Buffer }>`select secret from identity.secret`.execute(database.owner);
  const key = await exportKey(database.db, institutionId, one.wish.exportId);
  for (const secret of [key, ...rows.map((row) => row.secret)]) {
    for (const coding of ['hex', 'base64'] as const) expect(manifest).not.toContain(secret.toString(coding));
  }
  expect(manifest).toContain('pseudonymised personal data');
});

test('who opted out, staff, and courses of too few are in no row', async () => {
  const everything = await text(one);
  expect(everything).toContain(await called(one, 'l0'));
  for (const key of [optedOut, 'tut']) expect(everything.includes(await called(one, key)), key).toBe(false);
  expect(one.manifest.leftOut.coursesTooSmall).toBe(1);
  for (const table of tables) {
    const courses = new Set((await one.rows(table)).map(({ course }) => course));
    expect(courses.size, table).toBeLessThanOrEqual(2);
  }
  const strict = await make(database, await approve(database, institutionId, { minLearners: 10 }), place.folder);
  expect(strict.manifest.leftOut.coursesTooSmall).toBe(2);
  expect(new Set((await strict.rows('learner_weeks')).map(({ course }) => course)).size).toBe(1);
});

test('a week with the learner’s own word in its score tells no number', async () => {
  const me = await called(one, planted.key);
  const weeks = (await one.rows('learner_weeks')).filter(({ person }) => person === me);
  const told = weeks.filter(({ state }) => state === 'own_word');
  expect(told.length).toBeGreaterThan(0);
  expect(told.length).toBe(one.manifest.suppressedRows);
  for (const row of told) {
    for (const [name, value] of Object.entries(row)) {
      if (/^(score|band|coverage|confidence|points_|value_|usual_)/.test(name)) expect(value, name).toBeNull();
    }
  }
  expect(Object.keys(weeks[0]!).filter((name) => /belonging|pulse/.test(name))).toEqual([]);
  expect((await one.rows('alerts')).map(({ type }) => type)).not.toContain('told_us');
});

test('what is told is what is stored', async () => {
  const key = await exportKey(database.db, institutionId, one.wish.exportId);
  const { rows } = await sql<{ personId: number; courseId: number; week: number; score: number; voice: number }>`
    select person_id, course_id, week, score, (contributions ->> 'voice')::float8 as voice from insight.learner_week
    where state = 'scored' and jsonb_typeof(contributions -> 'felt_belonging') is distinct from 'number'`.execute(
    database.owner,
  );
  const told = new Map(
    (await one.rows('learner_weeks')).map((row) => [
      `${String(row.course)} ${String(row.person)} ${String(row.week)}`,
      row,
    ]),
  );
  let compared = 0;
  for (const { personId: id, courseId, week, score, voice } of rows) {
    const row = told.get(`${pseudonymOf(key, 'course', courseId)} ${pseudonymOf(key, 'person', id)} ${String(week)}`);
    if (row === undefined) continue;
    expect(row).toMatchObject({ score, points_voice: voice });
    compared += 1;
  }
  expect(compared).toBe([...told.values()].filter(({ state }) => state === 'scored').length);
  expect(compared).toBeGreaterThan(20);
});
