import { compute } from '@kith/etl/compute/compute.ts';
import { carried } from '@kith/etl/identity/carried.ts';
import { places } from '@kith/etl/rights/places.ts';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { institution } from '../load/given.ts';
import { freshDatabase, type FreshDatabase } from '../support/database.ts';
import { course, enrolled, matchPlace, person, post } from './match-place.ts';

let database: FreshDatabase;
let here: ReturnType<typeof matchPlace>;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  here = matchPlace(database, await institution(database.db, 'UTC'));
});

describe('conflicts', () => {
  const shared = { scheme: 'email', value: 'home@x.edu', verified: true } as const;

  test('wait in a queue until the sign is told to join nobody', async () => {
    await here.read(
      'sis',
      person('s1', 'A', { claims: [{ scheme: 'sis', value: '1' }, shared] }),
      person('s2', 'B', { claims: [{ scheme: 'sis', value: '2' }, shared] }),
    );
    await here.read('lms', person('l1', 'A', { claims: [shared] }));
    const { conflicts } = await here.matches();
    expect(conflicts).toMatchObject([{ scheme: 'email', value: 'home@x.edu' }]);
    expect(conflicts[0]!.accounts.map(({ key }) => key).sort()).toEqual(['l1', 's1', 's2']);
    const change = await here.say({ kind: 'ignore', sign: conflicts[0]!.sign });
    expect((await here.matches()).conflicts).toEqual([]);
    // And of those who come later it joins nobody either.
    await here.read('forum', person('f1', 'F', { claims: [shared] }));
    expect(await here.persons()).toEqual(['forum/f1', 'lms/l1', 'sis/s1', 'sis/s2']);
    await here.say({ kind: 'undo', changeId: change });
    expect((await here.matches()).conflicts).toHaveLength(1);
  });

  test('end when everybody who carries the sign was spoken of', async () => {
    await here.read(
      'sis',
      person('s1', 'A', { claims: [{ scheme: 'sis', value: '1' }, shared] }),
      person('s2', 'B', { claims: [{ scheme: 'sis', value: '2' }, shared] }),
    );
    await here.read('lms', person('l1', 'A', { claims: [shared] }));
    await here.say({ kind: 'join', accountIds: await here.both('lms/l1', 'sis/s1') });
    await here.say({ kind: 'part', accountIds: await here.both('sis/s1', 'sis/s2') });
    expect(await here.persons()).toEqual(['lms/l1 = sis/s1', 'sis/s2']);
    expect((await here.matches()).conflicts).toEqual([]);
  });

  test('are what a newcomer is who carries the sign of people set apart', async () => {
    await here.read('lms', person('l1', 'A', { claims: [shared] }));
    await here.read('sis', person('s1', 'B', { claims: [shared] }));
    expect(await here.persons()).toEqual(['lms/l1 = sis/s1']);
    await here.say({ kind: 'split', accountIds: [await here.accountOf('lms/l1')] });
    await here.read('forum', person('f1', 'C', { claims: [shared] }));
    expect(await here.persons()).toEqual(['forum/f1', 'lms/l1', 'sis/s1']);
    expect((await here.matches()).conflicts).toHaveLength(1);
  });
});

test('numbers follow: what a merge changed is queued, and a split computes the weeks of before', async () => {
  await here.read(
    'sis',
    course('A'),
    ...['s1', 's2', 's3'].flatMap((key) => [person(key, `Name ${key}`), enrolled(key, 'A')]),
  );
  await here.read('zoom', course('A'), person('z1', 'Somebody'), post('p1', 'z1', 'A'), post('p2', 's9', 'A', 'p1'));
  const weeks = async () => {
    await compute(database.db, here.institutionId, {});
    const { rows } = await sql`
      select person_id, week, visibility, score, band from insight.learner_week
      where institution_id = ${here.institutionId} order by person_id, week`.execute(database.owner);
    return rows;
  };
  const before = await weeks();
  const change = await here.say({ kind: 'join', accountIds: await here.both('zoom/z1', 'sis/s1') });
  const { rows: queued } = await sql<{ weeks: number }>`
    select count(*)::int as weeks from ops.dirty_week where institution_id = ${here.institutionId}`.execute(
    database.owner,
  );
  expect(queued[0]!.weeks).toBeGreaterThan(0);
  const joined = await weeks();
  expect(joined).not.toEqual(before);
  await here.say({ kind: 'undo', changeId: change });
  expect(await weeks()).toEqual(before);
});

test('a late roster takes in what was seen before it, and the log says which load did it', async () => {
  const email = { scheme: 'email', value: 'ana@x.edu', verified: true } as const;
  await here.read('lms', course('A'), person('l1', 'ana', { claims: [email] }), post('p1', 'l1', 'A'));
  await here.read('zoom', course('A'), person('z1', 'Ana S.'), post('p9', 'z1', 'A'));
  await here.read('sis', course('A'), person('s1', 'Ana Silva', { claims: [email] }), enrolled('s1', 'A'));
  expect(await here.persons()).toEqual(['lms/l1 = sis/s1', 'zoom/z1']);
  // The meeting tool learns the address as well: two people who were known before become one.
  await here.read('zoom', person('z1', 'Ana S.', { claims: [email] }));
  expect(await here.persons()).toEqual(['lms/l1 = sis/s1 = zoom/z1']);
  expect((await here.matches()).changes).toMatchObject([{ kind: 'load', state: 'done', moved: 1 }]);
  const { rows } = await sql`select basis from core.participant where institution_id = ${here.institutionId}`.execute(
    database.owner,
  );
  expect(rows).toEqual([{ basis: 'roster' }]);
});

test('every column that names a person goes along with them, or is derived anew', () => {
  const derived = new Set([
    ...['core.opted_out', 'core.participant', 'core.account', 'core.person', 'identity.person'],
    ...[
      'insight.alert',
      'insight.ambient_contact',
      'insight.learner_week',
      'insight.tie_event',
      'insight.session_stay',
      'ops.course_access',
    ],
    // The memory of matches itself.
    ...['identity.match_move', 'identity.first_person'],
  ]);
  const named = places.flatMap(({ table, columns }) =>
    Object.keys(columns)
      .filter((column) => !/account_ids?$/.test(column))
      .map((column) => ({ table, place: `${table}.${column}` })),
  );
  const known = new Set(carried.map(({ table, column }) => `${table}.${column}`));
  expect(named.filter(({ table, place }) => !known.has(place) && !derived.has(table))).toEqual([]);
});
