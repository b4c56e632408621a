import type { listCourses } from '@kith/api/contract/course.ts';
import type { ResponseOf } from '@kith/api/contract/endpoint.ts';
import type { getCourseWeek } from '@kith/api/contract/course.ts';
import type { listLearners } from '@kith/api/contract/learner.ts';
import { compute } from '@kith/etl/compute/compute.ts';
import { includedIn, learnerLines } from '@kith/etl/organisation/learner-lines.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { freshDatabase, type FreshDatabase } from '../support/database.ts';
import { loadRecords, makeInstitution } from '../support/load-records.ts';
import { signedIn, type Browser } from '../support/signed-in.ts';
import { at, smallCourse } from '../support/small-course.ts';

/** l3 asks, answers and is answered like everybody else, and has opted out in the second week. */
let database: FreshDatabase;
let instructor: Browser;
let courseId: number;
let institutionId: number;

beforeAll(async () => {
  database = await freshDatabase();
  institutionId = await makeInstitution(database.db);
  await loadRecords(database.db, institutionId, [
    ...smallCourse(),
    { type: 'consent', key: 'l3', person: 'l3', purpose: 'analytics', granted: false, at: at(9) },
  ]);
  await compute(database.db, institutionId, { now: new Date('2026-02-02T06:00:00Z') });
  instructor = await signedIn(database, 'Name of tut');
  const [course] = (await instructor.get('/courses')).body as ResponseOf<typeof listCourses>;
  ({ courseId } = course!);
});
afterAll(async () => {
  await instructor.close();
  await database.drop();
});

test('who opted out stands in no list, picture or evidence of the course, of any week', async () => {
  const { learners } = (await instructor.get(`/courses/${courseId}/learners`)).body as ResponseOf<typeof listLearners>;
  expect(learners).toHaveLength(9);
  const paths = [1, 4].flatMap((week) => [
    `/courses/${courseId}?week=${week}`,
    `/courses/${courseId}/learners?week=${week}`,
    `/courses/${courseId}/network?week=${week}&staff=true`,
    ...learners.flatMap(({ personId }) => [
      `/courses/${courseId}/learners/${personId}?week=${week}`,
      ...['peer_contact', 'inbound_peers', 'voice', 'being_answered'].map(
        (component) => `/courses/${courseId}/learners/${personId}/evidence?week=${week}&component=${component}`,
      ),
    ]),
  ]);
  for (const path of ['/monday', ...paths]) {
    const { status, body } = await instructor.get(path);
    expect([path, status]).toEqual([path, 200]);
    expect(JSON.stringify(body), path).not.toContain('Name of l3');
  }
});

test('what is left says of how many it is, on the pages and on the command line', async () => {
  const week = (await instructor.get(`/courses/${courseId}`)).body as ResponseOf<typeof getCourseWeek>;
  expect([week.included, week.counts?.learners]).toEqual([{ included: 9, of: 10 }, 9]);
  const picture = (await instructor.get(`/courses/${courseId}/network`)).body as { included: object; nodes: object[] };
  expect([picture.included, picture.nodes.length]).toEqual([{ included: 9, of: 10 }, 9]);
  expect(await includedIn(database.db, institutionId, courseId, 4)).toEqual({ included: 9, of: 10 });
  const lines = await learnerLines(database.db, institutionId, courseId, 1);
  expect(lines.map(({ name }) => name)).not.toContain('Name of l3');
});

test('of how many is for readers of the course alone', async () => {
  const learner = await signedIn(database, 'Name of l1');
  expect((await learner.get(`/courses/${courseId}`)).status).toBe(404);
  await learner.close();
});
