import { courseWeek } from '@kith/api/queries/course-week.ts';
import { learners } from '@kith/api/queries/learners.ts';
import { settingsOf, type Reader } from '@kith/api/reader.ts';
import { reading, type Db, type LocalSettings } from '@kith/sql/connect.ts';
import { sql } from 'kysely';

import { figure, middle, secondsOf, type Figure } from './figure.ts';
import type { Place } from './place.ts';

const pages = 30;

/**
 * How long the queries of a course page take as the app asks them, bound by row-level security, beside the same queries
 * asked by the owner, whom no policy binds. Thirty pages each, in turn; of each side the median page.
 */
export async function coursePage({ app, owner }: Place, institutionId: number, runs: number): Promise<Figure> {
  const { rows } = await sql<{ courseId: number }>`
    select course_id from insight.computation where institution_id = ${institutionId} order by course_id`.execute(
    owner,
  );
  const courseIds = rows.map(({ courseId }) => courseId);
  const bound = settingsOf(readerOf(institutionId, courseIds));
  const page = (db: Db, settings: LocalSettings, courseId: number) => () =>
    reading(db, settings, async (tx) => {
      const week = await courseWeek(tx, { courseId, named: true });
      const people = await learners(tx, courseId, week!.week!, 'en');
      if (people.length === 0) throw new Error('The page is empty.');
    });
  const once = async (): Promise<{ of: number; than: number }> => {
    const [withPolicies, without]: [number[], number[]] = [[], []];
    for (let turn = 0; turn < pages; turn++) {
      const courseId = courseIds[turn % courseIds.length]!;
      withPolicies.push(await secondsOf(page(app, bound, courseId)));
      without.push(await secondsOf(page(owner, {}, courseId)));
    }
    return { of: middle(withPolicies), than: middle(without) };
  };
  await once();
  const pairs = [];
  for (let run = 0; run < runs; run++) pairs.push(await once());
  return figure(
    {
      what: 'the queries of a course page with row-level security',
      than: 'the same queries without it',
      beside: { 'courses the reader may see': courseIds.length },
    },
    pairs,
  );
}

const readerOf = (institutionId: number, courseIds: readonly number[]): Reader => ({
  institutionId,
  personId: 1,
  learnerCourses: courseIds,
  namedCourses: courseIds,
  aggregateCourses: courseIds,
  steward: false,
  supportCourses: [],
  casePeople: [],
  language: null,
  roles: [],
  toKeep: false,
});
