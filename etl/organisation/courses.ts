import { sql } from 'kysely';
import type { Db } from '@kith/sql/connect.ts';

import { findCourse } from '../load/find-course.ts';

/** A course as the command line lists it. */
export interface CourseLine {
  readonly courseId: number;
  readonly title: string;
  readonly code: string | null;
  readonly unit: string | null;
  readonly term: string | null;
  readonly startsOn: string | null;
  readonly endsOn: string | null;
  readonly timezone: string;
  /** Who says when it starts: set, roster, assumed or unknown. */
  readonly datesBasis: string;
  readonly learners: number;
  readonly staff: number;
  /** Weeks computed. */
  readonly weeks: number;
  /** Whether facts have changed since. */
  readonly stale: boolean;
}

/** A word on the command line that no course answers to, or more than one. */
export class NoSuchCourse extends Error {
  readonly hint = '"kith course list" shows the courses; a course can be named by its id, code or title.';

  constructor(word: string) {
    super(`There is no one course "${word}".`);
    this.name = 'NoSuchCourse';
  }
}

/** The course a person means: its key, SIS id, code or title, else its number in `kith course list`. Throws {@link NoSuchCourse}. */
export async function courseNamed(db: Db, institutionId: number, word: string): Promise<number> {
  const found = await findCourse(db, institutionId, word);
  if (found !== undefined) return found;
  const byId = /^\d{1,15}$/.test(word)
    ? await db
        .selectFrom('core.course')
        .select('courseId')
        .where('institutionId', '=', institutionId)
        .where('courseId', '=', Number(word))
        .executeTakeFirst()
    : undefined;
  if (!byId) throw new NoSuchCourse(word);
  return byId.courseId;
}

/** Courses, sections and micro-courses, by title. */
export async function courseLines(db: Db, institutionId: number): Promise<CourseLine[]> {
  const { rows } = await sql<CourseLine>`
    select
      course.course_id, course.title, course.code, unit.key as unit, term.key as term, course.starts_on, course.ends_on,
      coalesce(course.timezone, institution.timezone) as timezone, course.dates_basis,
      count(member.person_id) filter (where member.role = 'learner')::int as learners,
      count(member.person_id) filter (where member.role = 'staff')::int as staff,
      coalesce(computation.weeks, 0)::int as weeks,
      exists (
        select from ops.dirty_week as dirty
        where dirty.institution_id = course.institution_id and dirty.course_id = course.course_id
      ) as stale
    from core.course as course
    join core.institution as institution on institution.institution_id = course.institution_id
    left join core.unit as unit on unit.institution_id = course.institution_id and unit.unit_id = course.unit_id
    left join core.term as term on term.institution_id = course.institution_id and term.term_id = course.term_id
    left join insight.computation as computation
      on computation.institution_id = course.institution_id and computation.course_id = course.course_id
    left join core.participant as member
      on member.institution_id = course.institution_id and member.course_id = course.course_id
    where course.institution_id = ${institutionId} and course.kind in ('course', 'section', 'micro')
    group by course.institution_id, course.course_id, institution.timezone, unit.key, term.key, computation.weeks,
      course.title, course.code, course.starts_on, course.ends_on, course.timezone, course.dates_basis
    order by course.title, course.course_id`.execute(db);
  return rows;
}

/** Titles of courses that have facts to compute and no start to count weeks from; five at most. */
export async function withoutStart(db: Db, institutionId: number): Promise<string[]> {
  const { rows } = await sql<{ title: string }>`
    select course.title
    from core.course as course
    where course.institution_id = ${institutionId} and course.starts_on is null
      and course.kind in ('course', 'section', 'micro')
      and exists (
        select from ops.dirty_week as dirty
        where dirty.institution_id = course.institution_id and dirty.course_id = course.course_id
      )
    order by course.title
    limit 5`.execute(db);
  return rows.map(({ title }) => title);
}
