import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { listCourses } from '@kith/api/contract/course.ts';
import type { ResponseOf } from '@kith/api/contract/endpoint.ts';
import type { listWorkingGroups } from '@kith/api/contract/working-groups.ts';
import { compute } from '@kith/etl/compute/compute.ts';
import { freshDatabase, type FreshDatabase } from '../support/database.ts';
import { loadRecords, makeInstitution } from '../support/load-records.ts';
import { signedIn, type Browser } from '../support/signed-in.ts';
import { smallCourse } from '../support/small-course.ts';
import { groupWork } from '../support/group-work.ts';

type Groups = ResponseOf<typeof listWorkingGroups>;

describe('the groups of a course', () => {
  let database: FreshDatabase;
  let institutionId: number;
  let courseId: number;
  let browser: Browser;
  beforeAll(async () => {
    database = await freshDatabase();
    institutionId = await makeInstitution(database.db);
    await loadRecords(database.db, institutionId, [...smallCourse(), ...groupWork]);
    await compute(database.db, institutionId, { now: new Date('2026-02-02T06:00:00Z') });
    browser = await signedIn(database, 'Name of tut');
    [{ courseId } = { courseId: 0 }] = (await browser.get('/courses')).body as ResponseOf<typeof listCourses>;
  });
  afterAll(async () => {
    await browser.close();
    await database.drop();
  });
  const ask = async (query = '') =>
    (await browser.get(`/courses/${String(courseId)}/working-groups${query}`)).body as Groups;

  test('say who takes part how far, and hint at a group that works without some of its members', async () => {
    const { workSeen, groups } = await ask();
    expect(workSeen).toBe(true);
    expect(groups.map(({ title }) => title)).toEqual(['Essay 2', 'Essay 10', 'Uneven']);
    const [even, idle, uneven] = groups;
    expect(even).toMatchObject({ size: 3, contributions: 6, takePart: 3, atWork: true, uneven: false });
    expect(uneven).toMatchObject({ size: 4, contributions: 12, takePart: 2, atWork: true, uneven: true });
    expect(uneven!.mostByOne).toBeCloseTo(8 / 12, 9);
    // One of a hundred alone at work is no group at work, and nobody is outside of nothing.
    expect(idle).toMatchObject({ size: 3, contributions: 1, atWork: false, uneven: false });
    expect(uneven!.members.map(({ name, contributions }) => [name, contributions])).toEqual([
      ['Name of l3', 8],
      ['Name of l4', 4],
      ['Name of l5', 0],
      ['Name of l6', 0],
    ]);
    expect(even).toMatchObject({ given: 1, assigned: 2, received: 1 });
    expect(even!.members[0]).toMatchObject({ given: 1, assigned: 1, received: 0 });
  });

  test('say the same as C33 and S33', async () => {
    const { groups } = await ask();
    const course = await database.owner
      .selectFrom('insight.courseWeek')
      .select('indicators')
      .where('week', '=', 4)
      .executeTakeFirstOrThrow();
    const atWork = groups.filter((group) => group.atWork);
    expect((course.indicators as Record<string, number>).group_health).toBeCloseTo(
      atWork.filter(({ uneven }) => uneven).length / atWork.length,
      9,
    );
    for (const { members, contributions, size } of atWork)
      for (const member of members) {
        const { indicators } = await database.owner
          .selectFrom('insight.learnerWeek')
          .select('indicators')
          .where('week', '=', 4)
          .where('personId', '=', member.personId)
          .executeTakeFirstOrThrow();
        expect((indicators as Record<string, number>).group_participation_share, member.name).toBeCloseTo(
          Math.min(2, member.contributions / (contributions / size)),
          9,
        );
      }
  });

  test('leave out who chose not to be part', async () => {
    const [even] = (await ask()).groups;
    const { personId } = even!.members[0]!;
    await database.owner.insertInto('core.optedOut').values({ institutionId, personId, courseId }).execute();
    const [now] = (await ask()).groups;
    expect(now!.members.map((member) => member.personId)).not.toContain(personId);
    expect(now!.size).toBe(2);
    await database.owner.deleteFrom('core.optedOut').execute();
  });

  test('say nothing of work before any was seen, and are in the access log', async () => {
    expect(await ask('?week=1')).toMatchObject({ workSeen: false });
    const { action } = await database.owner
      .selectFrom('ops.accessLog')
      .select('action')
      .orderBy('logId', 'desc')
      .executeTakeFirstOrThrow();
    expect(action).toBe('view_groups');
  });
});
