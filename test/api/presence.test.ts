import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { quietWeeks } from '@kith/api/queries/presence/arrange.ts';
import type { listCourses } from '@kith/api/contract/course.ts';
import type { ResponseOf } from '@kith/api/contract/endpoint.ts';
import type { listPresence } from '@kith/api/contract/presence.ts';
import { compute } from '@kith/etl/compute/compute.ts';
import { freshDatabase, type FreshDatabase } from '../support/database.ts';
import { loadRecords, makeInstitution } from '../support/load-records.ts';
import { signedIn, type Browser } from '../support/signed-in.ts';
import { lessons } from '../support/lessons.ts';
import { quietLearner, smallCourse } from '../support/small-course.ts';

type Presence = ResponseOf<typeof listPresence>;

describe('who came and who was active, by week', () => {
  let database: FreshDatabase;
  let institutionId: number;
  let browser: Browser;
  let path: string;

  beforeAll(async () => {
    database = await freshDatabase();
    institutionId = await makeInstitution(database.db);
    await loadRecords(database.db, institutionId, [...smallCourse(), ...quietLearner, ...lessons]);
    await compute(database.db, institutionId, { now: new Date('2026-02-02T06:00:00Z') });
    browser = await signedIn(database, 'Name of tut');
    const [course] = (await browser.get('/courses')).body as ResponseOf<typeof listCourses>;
    path = `/courses/${String(course!.courseId)}/presence`;
  });
  afterAll(async () => {
    await browser.close();
    await database.drop();
  });

  const ask = async (query = '') => (await browser.get(path + query)).body as Presence;
  const of = (found: Presence, key: string) => found.learners.find(({ name }) => name === `Name of ${key}`)!;

  test('tells sessions come to, held and excused apart from none held and from not known', async () => {
    const found = await ask();
    expect(found.weeks.map(({ week, weekStart }) => [week, weekStart])).toEqual([
      [1, '2026-01-05'],
      [2, '2026-01-12'],
      [3, '2026-01-19'],
      [4, '2026-01-26'],
    ]);
    expect(found).toMatchObject({ attendance: true, activity: 'days' });
    // The class at two in the morning is nobody's to miss, and the tutorial is its own group's.
    expect(of(found, 'l0').sessions).toEqual([
      [1, 1, 0],
      [1, 1, 0],
      [1, 1, 0],
      [1, 1, 0],
    ]);
    expect(of(found, 'l1').sessions).toEqual([[0, 1, 0], 'not_known', [0, 1, 0], [0, 1, 0]]);
    expect(of(found, 'l2').sessions).toEqual([[0, 0, 1], [1, 1, 0], [0, 1, 0], 'none_held']);
    expect(of(found, 'l3').sessions[0]).toBe('not_known');
    expect(of(found, 'late').sessions.slice(0, 2)).toEqual(['not_enrolled', 'not_enrolled']);
    expect(of(found, 'never').sessions).toEqual(['not_known', 'not_known', 'not_known', 'not_known']);
  });

  test('counts days with any trace; nothing seen where something could be is 0, and else not known', async () => {
    const found = await ask();
    expect(of(found, 'quiet').activity).toEqual([1, 1, 1, 1]);
    expect(of(found, 'l0').activity).toEqual([2, 2, 2, 3]);
    expect(of(found, 'late').activity).toEqual(['not_enrolled', 'not_enrolled', 1, 0]);
    expect(of(found, 'never').activity).toEqual(['not_known', 'not_known', 'not_known', 'not_known']);
    expect(found.now).toEqual({ came: 1, asked: 2, here: 11, seen: 12 });
  });

  test('says the same as the indicators of attendance and of active days', async () => {
    const found = await ask();
    const rows = await database.owner
      .selectFrom('insight.learnerWeek')
      .select(['personId', 'indicators'])
      .where('week', '=', 4)
      .execute();
    const compared = found.learners.flatMap((learner) => {
      const stored = rows.find(({ personId }) => personId === learner.personId)!.indicators as Record<
        string,
        number | null
      >;
      const cells = learner.sessions.filter((cell) => typeof cell !== 'string');
      const held = cells.reduce((sum, cell) => sum + cell[1], 0);
      const came = cells.reduce((sum, cell) => sum + cell[0], 0);
      expect(stored.attendance_rate_28d ?? null, learner.name).toBe(held === 0 ? null : came / held);
      const days = learner.activity.slice(-2).filter((cell) => typeof cell === 'number');
      if ((stored.active_days_14d ?? null) === null) return [];
      expect(stored.active_days_14d, learner.name).toBe(days.reduce((sum, count) => sum + count, 0));
      return [learner.name];
    });
    expect(compared.length).toBeGreaterThan(9);
  });

  test('orders by state, by name, and by who has been away longest, and filters by state', async () => {
    const byState = await ask();
    expect(byState.byState).toMatchObject({ cannot_see: 1, reading_only: 2 });
    expect(byState.learners[0]!.name).toBe('Name of never');
    expect(byState.learners.at(-1)!.rosterState).toBe('one_way');
    const byName = (await ask('?order=name')).learners.map(({ name }) => name);
    expect(byName).toEqual([...byName].sort());
    // Of whom nothing is known is not the quietest.
    const quiet = (await ask('?order=quiet')).learners.map(({ name }) => name);
    expect([quiet[0], quiet.at(-1)]).toEqual(['Name of late', 'Name of never']);
    const some = await ask('?state=reading_only');
    expect(some.learners.map(({ name }) => name)).toEqual(['Name of late', 'Name of quiet']);
    expect(some.total).toBe(2);
    expect((await ask('?skip=12')).learners).toHaveLength(1);
  });

  test('looks at the weeks up to the one asked for, and is in the access log', async () => {
    const found = await ask('?week=2');
    expect(found.weeks.map(({ week }) => week)).toEqual([1, 2]);
    expect(found.learners.map(({ name }) => name)).not.toContain('Name of late');
    const logged = await database.owner
      .selectFrom('ops.accessLog')
      .select('subjectPersonIds')
      .where('action', '=', 'view_presence')
      .orderBy('logId', 'desc')
      .executeTakeFirstOrThrow();
    expect(logged.subjectPersonIds).toHaveLength(found.learners.length);
  });
});

describe('a course with a forum alone', () => {
  test('counts posts, says that nothing tells who came, and has nobody with a 0 for it', async () => {
    const database = await freshDatabase();
    const institutionId = await makeInstitution(database.db);
    const records = smallCourse().filter(({ type }) => type !== 'activity');
    await loadRecords(database.db, institutionId, records);
    await compute(database.db, institutionId, { now: new Date('2026-02-02T06:00:00Z') });
    const browser = await signedIn(database, 'Name of tut');
    const [course] = (await browser.get('/courses')).body as ResponseOf<typeof listCourses>;
    const found = (await browser.get(`/courses/${String(course!.courseId)}/presence`)).body as Presence;
    expect(found).toMatchObject({ attendance: false, activity: 'posts' });
    expect(found.learners[0]).toMatchObject({ sessions: [], activity: [2, 2, 2, 2] });
    await browser.close();
    await database.drop();
  });
});

test('weeks away are counted from the end, over what is known', () => {
  expect(quietWeeks({ sessions: [], activity: [3, 0, 'not_known', 0] })).toBe(2);
  expect(
    quietWeeks({
      sessions: [
        [1, 1, 0],
        [0, 1, 0],
      ],
      activity: [0, 0],
    }),
  ).toBe(1);
  expect(quietWeeks({ sessions: [], activity: ['not_known', 'not_enrolled'] })).toBe(-1);
});
