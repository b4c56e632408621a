import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { compute } from '@kith/etl/compute/compute.ts';
import { definitionsOf, noteDefinitions } from '@kith/etl/definitions/note.ts';
import { shipped } from '@kith/etl/definitions/overridable.ts';
import { freshDatabase, type FreshDatabase } from '../support/database.ts';
import { loadRecords, makeInstitution } from '../support/load-records.ts';
import { at, exchange, person, smallCourse } from '../support/small-course.ts';

const now = new Date('2026-02-02T06:00:00Z');
let database: FreshDatabase;
let institutionId: number;

/** Ten who answer each other, one who came once and never again, one whom nothing has ever named. */
beforeAll(async () => {
  database = await freshDatabase();
  institutionId = await makeInstitution(database.db);
  await loadRecords(database.db, institutionId, [
    ...smallCourse(),
    ...person('gone', 'learner'),
    { type: 'activity', key: 'gone was here', course: 'c', person: 'gone', verb: 'viewed', at: at(1) },
    ...person('ghost', 'learner'),
  ]);
  await compute(database.db, institutionId, { now });
});
afterAll(() => database.drop());

const alerts = async () =>
  (
    await sql<{ name: string; type: string; state: string; firstWeek: number; lastWeek: number }>`
      select display_name as name, type, state, first_week, last_week
      from insight.alert join identity.person using (institution_id, person_id) order by 1, 2`.execute(database.db)
  ).rows;
const again = () => compute(database.db, institutionId, { now, all: true });

describe('stored alerts', () => {
  test('one, for who was here and is not any more', async () => {
    expect(await alerts()).toEqual([
      { name: 'Name of gone', type: 'gone_quiet', state: 'open', firstWeek: 3, lastWeek: 3 },
    ]);
  });

  test('computing three times alerts once', async () => {
    const before = await alerts();
    await again();
    await again();
    expect(await alerts()).toEqual(before);
  });

  test('what a person did with it stays', async () => {
    await sql`update insight.alert set state = 'dismissed', state_by = 1, state_week = 3`.execute(database.db);
    await again();
    expect(await alerts()).toMatchObject([{ name: 'Name of gone', state: 'dismissed' }]);
  });

  test('an alert nobody touched goes with its reason', async () => {
    await sql`update insight.alert set state = 'open', state_by = null, state_week = null`.execute(database.db);
    await loadRecords(
      database.db,
      institutionId,
      [3, 10, 17, 24].flatMap((day, index) => exchange('gone', `l${String(index)}`, day)),
    );
    await compute(database.db, institutionId, { now });
    expect(await alerts()).toEqual([]);
  });
});

test('every enrolled learner is in exactly one roster state, every week', async () => {
  const { rows } = await sql<{ week: number; placed: number; enrolled: number }>`
    select week, count(roster_state)::int as placed, count(*) filter (where state <> 'not_enrolled')::int as enrolled
    from insight.learner_week group by week order by week`.execute(database.db);
  expect(rows).toEqual([1, 2, 3, 4].map((week) => ({ week, placed: 12, enrolled: 12 })));
  const { rows: ghost } = await sql<{ state: string }>`
    select distinct roster_state as state from insight.learner_week join identity.person using (institution_id, person_id)
    where display_name = 'Name of ghost'`.execute(database.db);
  expect(ghost).toEqual([{ state: 'cannot_see' }]);
});

test('a week stores what the course lets people do, and its health with an interval around it', async () => {
  const { rows } = await sql<{
    affordances: object;
    health: { index: number; interval: { low: number; high: number }; weakestTheme: string };
  }>`select affordances, health from insight.course_week order by week desc limit 1`.execute(database.db);
  const { affordances, health } = rows[0]!;
  expect(affordances).toMatchObject({ forum: true, groups: false, sessions: false, wayToConnect: true });
  expect(health.interval.low).toBeLessThanOrEqual(health.index);
  expect(health.interval.high).toBeGreaterThanOrEqual(health.index);
});

describe('definitions', () => {
  test('are noted once, whatever is computed again', async () => {
    const { rows } = await sql<{ definitions: number }>`
      select count(*)::int as definitions from insight.definition`.execute(database.db);
    expect(rows[0]!.definitions).toBe(definitionsOf().length);
  });

  test('a changed weight under the same version is refused, under a new one it is noted beside', async () => {
    const { isolation } = shipped;
    const heavier = { ...isolation, weights: { ...isolation.weights, voice: 20 } };
    const noting = (version: number) =>
      noteDefinitions(
        database.db,
        institutionId,
        definitionsOf({ ...shipped, isolation: { ...heavier, version } }),
        now,
      );
    await expect(noting(isolation.version)).rejects.toThrow(`isolation version ${isolation.version}`);
    await noting(isolation.version + 1);
    const { rows } = await sql<{ version: number }>`
      select version from insight.definition where definition = 'isolation' order by 1`.execute(database.db);
    expect(rows).toEqual([{ version: isolation.version }, { version: isolation.version + 1 }]);
  });
});
