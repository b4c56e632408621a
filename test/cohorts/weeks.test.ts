import { compute } from '@kith/etl/compute/compute.ts';
import { keepCohorts, type CohortFigures } from '@kith/etl/cohorts/keep-cohorts.ts';
import { cohortValues, pooledIndicators, whyUnpooled } from '@kith/etl/cohorts/pooled.ts';
import { toldWeeks, type CohortWeek } from '@kith/etl/cohorts/told-weeks.ts';
import { weeksOf } from '@kith/etl/cohorts/weeks.ts';
import { addUser } from '@kith/etl/identity/people.ts';
import { courseIndicators } from '@kith/etl/indicators/index.ts';
import { addGrant } from '@kith/etl/organisation/grants.ts';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { university } from '../roll-up/five-courses.ts';
import { fromLearnersAndPosts } from '../roll-up/from-learners-and-posts.ts';
import { freshDatabase, type FreshDatabase } from '../support/database.ts';
import { loadRecords, makeInstitution } from '../support/load-records.ts';
import { at } from '../support/small-course.ts';

let database: FreshDatabase;
let institutionId: number;
let ownerId: number;
const now = new Date(at(28, 6));
/** Of lively twelve of twelve, of quiet ten of twenty: their courses' other learners are ten or none. */
let listed: { readonly key: string; readonly personId: number }[];

beforeAll(async () => {
  database = await freshDatabase();
  institutionId = await makeInstitution(database.db);
  await loadRecords(database.db, institutionId, university());
  await compute(database.db, institutionId, { now });
  ({ personId: ownerId } = await addUser(database.db, institutionId, { name: 'Lead', email: 'lead@x.edu' }));
  await addGrant(database.db, institutionId, ownerId, 'lead');
  const { rows } = await sql<{ key: string; personId: number }>`
    select course_key.key, p.person_id from core.participant as p join core.course_key using (institution_id, course_id)
    where p.role = 'learner' order by 1, 2`.execute(database.db);
  listed = [...rows.filter(({ key }) => key === 'lively'), ...rows.filter(({ key }) => key === 'quiet').slice(0, 10)];
  for (const [rule, people] of [
    [{}, null],
    [null, listed.map(({ personId }) => personId)],
  ] as const)
    await sql`
      insert into insight.cohort (institution_id, owner_id, title, rule, person_ids, created_at, state)
      values (${institutionId}, ${ownerId}, 'x', ${rule && JSON.stringify(rule)}::jsonb, ${people}::bigint[], ${now}, 'waiting')`.execute(
      database.db,
    );
  await keepCohorts(database.db, now);
  expect((await figures()).map((one) => one?.weeks)).toEqual([undefined, undefined]);
  // Whose numbers are to be counted is a change of every course.
  expect((await compute(database.db, institutionId, { now })).courses).toBe(5);
  expect(await keepCohorts(database.db, now)).toBe(2);
}, 120_000);
afterAll(() => database.drop());

const figures = async () => {
  const { rows } = await sql<{ figures: CohortFigures | null }>`
    select figures from insight.cohort order by cohort_id`.execute(database.db);
  return rows.map((row) => row.figures);
};
async function weeks(place: number): Promise<readonly CohortWeek[]> {
  const { rows } = await sql<{ cohortId: number }>`select cohort_id from insight.cohort order by 1`.execute(
    database.db,
  );
  return weeksOf(database.db, {
    institutionId,
    ownerId,
    cohortId: rows[place]!.cohortId,
    rule: null,
    personIds: null,
  });
}

describe('a cohort says what its learners and posts say together', () => {
  test('one of everybody says in every week what the institution does', async () => {
    const { rows } = await sql<{ indicators: Record<string, number | null> }>`
      select indicators from insight.unit_week where unit_id = 0 order by week_start`.execute(database.db);
    const own = await weeks(0);
    expect(own.length).toBe(rows.length);
    for (const [place, { pools }] of own.entries()) {
      const values = cohortValues(pools);
      for (const { id } of pooledIndicators) {
        const [value, whole] = [values[id] ?? null, rows[place]!.indicators[id] ?? null];
        if (whole === null) expect(value, id).toBeNull();
        else expect(Math.abs(value! - whole), `${id} in week ${String(place + 1)}`).toBeLessThan(1e-9);
      }
    }
    expect(pooledIndicators.length).toBeGreaterThanOrEqual(20);
  });

  test('one of parts of two courses says what counting these learners again comes to', async () => {
    const wanted = new Set(listed.map(({ key, personId }) => `${key} ${String(personId)}`));
    const again = await fromLearnersAndPosts(database.db, ['lively', 'quiet'], Date.parse(at(28, 0)), (person) =>
      wanted.has(person),
    );
    const last = (await weeks(1)).at(-1)!;
    expect([last.people, again.learners]).toEqual([22, 22]);
    const values = cohortValues(last.pools);
    let known = 0;
    for (const [id, value] of Object.entries(again.values)) {
      if (value === null) expect(values[id], id).toBeNull();
      else expect(Math.abs(values[id]! - value), id).toBeLessThan(1e-9);
      known += Number(value !== null);
    }
    expect(known).toBeGreaterThanOrEqual(5);
  });

  test('and is told in tens, to whole per cent and two digits', async () => {
    for (const one of await figures()) {
      for (const { people, values } of one!.weeks!) {
        expect(people % 5).toBe(0);
        for (const [id, value] of Object.entries(values)) {
          if (typeof value === 'number') expect(Number(value.toPrecision(2)), id).toBe(value);
        }
      }
    }
    expect((await figures())[0]!.weeks!.length).toBe(4);
  });
});

describe('a week is told', () => {
  const week = (people: number, pools: CohortWeek['pools'], tooClose = false) => ({ week: 1, people, pools, tooClose });
  const one = { voices_share: { part: 6, whole: 20 } };
  test.each([
    ['of nine: not', week(9, one), undefined],
    ['that another cohort cuts: not', week(20, one, true), undefined],
    ['shares of rounded counts', week(20, one), 0.25],
    ['four of twenty: left out', week(20, { voices_share: { part: 4, whole: 20 } }), 'suppressed'],
    ['all but four: left out', week(20, { voices_share: { part: 16, whole: 20 } }), 'suppressed'],
    ['below the minimum: not known', week(20, { voices_share: { part: 1, whole: 7 } }), null],
    ['nothing there: not known', week(20, {}), null],
  ])('%s', (_, given, told) => {
    expect(toldWeeks([given])[0]?.values.voices_share).toEqual(told);
  });

  test('a median of nine waits is left out, of ten it is told', () => {
    const waits = (count: number) => ({ median_first_reply_h: { 'answered 60': count } });
    const told = (count: number) => toldWeeks([week(20, waits(count))])[0]!.values.median_first_reply_h;
    expect([told(9), told(10)]).toEqual(['suppressed', 1]);
  });
});

test('every number of a course pools, or says why it does not', () => {
  const pooled = new Set<string>(pooledIndicators.map(({ id }) => id));
  for (const indicator of courseIndicators)
    expect(whyUnpooled(indicator) === undefined, indicator.id).toBe(pooled.has(indicator.id));
  expect([...pooled].filter((id) => id.startsWith('staff_') || id.startsWith('belonging_'))).toEqual([]);
});
