import { expect, test } from 'vitest';
import type { listCourses } from '@kith/api/contract/course.ts';
import type { ResponseOf } from '@kith/api/contract/endpoint.ts';
import type { getEvidence, listLearners } from '@kith/api/contract/learner.ts';
import { computeCourse } from '@kith/etl/compute/compute-course.ts';
import { freshDatabase } from '../support/database.ts';
import { loadRecords, makeInstitution } from '../support/load-records.ts';
import { signedIn } from '../support/signed-in.ts';
import { at, courseStart, smallCourse } from '../support/small-course.ts';

/** The list used to stop at 200 ties without a word, and then added up to less than the score used. */
test('evidence of somebody who was answered 230 times lists 230 answers', async () => {
  const database = await freshDatabase();
  const institutionId = await makeInstitution(database.db);
  const answers = Array.from({ length: 230 }, (_, index) => ({
    type: 'post' as const,
    key: `more ${index}`,
    course: 'c',
    thread: 'l0 21',
    parent: 'l0 21',
    author: `l${2 + (index % 8)}`,
    createdAt: at(21, 10 + index / 60),
  }));
  await loadRecords(database.db, institutionId, [...smallCourse(), ...answers]);
  const browser = await signedIn(database, 'Name of tut');
  try {
    const [course] = (await browser.get('/courses')).body as ResponseOf<typeof listCourses>;
    const { courseId } = course!;
    const shape = { institutionId, courseId, startsOn: courseStart, endsOn: null, timezone: 'UTC' };
    await computeCourse(database.db, shape, new Date('2026-02-02T00:00:00Z'));
    const { learners } = (await browser.get(`/courses/${courseId}/learners`)).body as ResponseOf<typeof listLearners>;
    const { personId } = learners.find(({ name }) => name === 'Name of l0')!;
    const { body } = await browser.get(
      `/courses/${courseId}/learners/${personId}/evidence?component=inbound_peers&week=4`,
    );
    const { evidence } = body as ResponseOf<typeof getEvidence>;
    // What classmates wrote to them: one answer in each of four weeks, and the 230 of the last one.
    expect(evidence.filter(({ kind }) => kind === 'reply')).toHaveLength(234);
  } finally {
    await browser.close();
    await database.drop();
  }
});
