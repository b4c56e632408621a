import { sql } from 'kysely';
import type { Db } from '@kith/sql/connect.ts';

import type { ComputedWeek } from '../compute/course.ts';
import type { Course } from '../compute/facts/course-facts.ts';
import { Failure } from './trouble.ts';

/** The course with its dates. Throws {@link Failure} where it has none. */
export async function courseToReplay(db: Db, institutionId: number, courseId: number): Promise<Course> {
  const { rows } = await sql<Omit<Course, 'startsOn'> & { startsOn: string | null }>`
    select course.institution_id, course.course_id, course.starts_on, course.ends_on,
      coalesce(course.timezone, institution.timezone) as timezone
    from core.course as course
    join core.institution as institution on institution.institution_id = course.institution_id
    where course.institution_id = ${institutionId} and course.course_id = ${courseId}`.execute(db);
  const [course] = rows;
  if (typeof course?.startsOn !== 'string') {
    throw new Failure('The course has no start, so it has no weeks.', `kith course set ${courseId} --start YYYY-MM-DD`);
  }
  return { ...course, startsOn: course.startsOn };
}

/** One replayed week beside what is stored now. */
export interface WeekComparison {
  readonly week: number;
  readonly weekStart: string;
  /** Learners with a score, as known then and as stored now. */
  readonly scored: number;
  readonly storedScored: number;
  /** Learners whose state or score (beyond 1e-6) is another one now; null: the week is not stored. */
  readonly different: number | null;
  /** Largest difference of a score, in points; null: no learner has both. */
  readonly largest: number | null;
}

export async function compareWithStored(
  db: Db,
  course: Course,
  weeks: readonly ComputedWeek[],
): Promise<WeekComparison[]> {
  const stored = await db
    .selectFrom('insight.learnerWeek')
    .select(['week', 'personId', 'state', 'score'])
    .where('institutionId', '=', course.institutionId)
    .where('courseId', '=', course.courseId)
    .execute();
  const byWeek = Map.groupBy(stored, ({ week }) => week);
  return weeks.map(({ week, learners }) => {
    const now = new Map((byWeek.get(week.week) ?? []).map((row) => [String(row.personId), row]));
    const gaps = learners.flatMap(({ learnerId, score }) => {
      const other = now.get(learnerId)?.score ?? null;
      return score === null || other === null ? [] : [Math.abs(score - other)];
    });
    const same = learners.filter(({ learnerId, state, score }) => {
      const other = now.get(learnerId);
      return other?.state === state && Math.abs((score ?? 0) - (other.score ?? 0)) <= 1e-6;
    }).length;
    return {
      week: week.week,
      weekStart: week.monday,
      scored: learners.filter(({ state }) => state === 'scored').length,
      storedScored: [...now.values()].filter(({ state }) => state === 'scored').length,
      different: now.size === 0 ? null : Math.max(learners.length, now.size) - same,
      largest: gaps.length === 0 ? null : Math.max(...gaps),
    };
  });
}
