import { sql } from 'kysely';
import { within, type Db } from '@kith/sql/connect.ts';
import { calendarOf } from './calendar.ts';
import { computeWeeks, type ComputedWeek, type DefinitionsAt } from './course.ts';
import { definitionsOf, noteDefinitions } from '../definitions/note.ts';
import { inForceAt, readTimeline } from '../definitions/timeline.ts';
import { readFacts, type Course } from './facts/course-facts.ts';
import { withEnd } from './quiet-end.ts';
import { storeWeeks } from './store.ts';
import { undisturbed } from './undisturbed.ts';
import { rollUp } from '../roll-up/roll-up.ts';
import { storeParts } from '../roll-up/store-parts.ts';
import { rebuildTies } from '../ties/rebuild.ts';

export interface ComputeOptions {
  /** Only these courses; else those with changed facts, or every course with `all`. */
  readonly courseIds?: readonly number[];
  readonly all?: boolean;
  readonly now?: Date;
  onCourse?(done: number, total: number): void;
}

export interface ComputeReport {
  readonly courses: number;
  readonly weeks: number;
  /** Courses that failed, alone; the others are computed. */
  readonly failed: readonly { readonly courseId: number; readonly message: string }[];
}

/**
 * Ties, scores and course indicators of the courses whose facts changed. One transaction a course: readers see the old
 * numbers until the new ones are whole, and a course that fails keeps its old numbers and its place in the queue.
 */
export async function compute(db: Db, institutionId: number, options: ComputeOptions = {}): Promise<ComputeReport> {
  const now = options.now ?? new Date();
  await sql`select ops.refresh_statistics()`.execute(db);
  await noteDefinitions(db, institutionId, definitionsOf(), now);
  const courses = await coursesToCompute(db, institutionId, options);
  const failed: { courseId: number; message: string }[] = [];
  let weeks = 0;
  for (const [index, course] of courses.entries()) {
    try {
      weeks += (await undisturbed(() => computeCourse(db, course, now))).length;
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      failed.push({ courseId: course.courseId, message });
      await noteFailure(db, course, message, now);
    }
    options.onCourse?.(index + 1, courses.length);
  }
  await undisturbed(() => rollUp(db, institutionId, now));
  return { courses: courses.length - failed.length, weeks, failed };
}

/** @param definitionsAt what holds at an instant; as the course's place in the tree says, unless given */
export function computeCourse(
  db: Db,
  course: Course,
  now: Date,
  definitionsAt?: DefinitionsAt,
): Promise<readonly ComputedWeek[]> {
  // Repeatable read: facts, ties and the queue are seen at one instant, so a load that ends meanwhile stays queued.
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (tx) => {
      const { institutionId, courseId } = course;
      await sql`delete from ops.dirty_week where institution_id = ${institutionId} and course_id = ${courseId}`.execute(
        tx,
      );
      await rebuildTies(tx, institutionId, [courseId]);
      const facts = await readFacts(tx, course);
      const weeks = computeWeeks(
        facts,
        calendarOf(withEnd(course, facts), now),
        definitionsAt ?? (await definitionsOfCourse(tx, course)),
      );
      await storeWeeks(tx, course, weeks, now);
      await storeParts(tx, course, weeks);
      await sql`
        insert into insight.computation (institution_id, course_id, computed_at, through_run_id, weeks, error)
        select ${institutionId}, ${courseId}, ${now}, max(run_id), ${weeks.length}, null
        from ops.run where institution_id = ${institutionId} and state = 'visible'
        on conflict (institution_id, course_id) do update
          set computed_at = excluded.computed_at, through_run_id = excluded.through_run_id,
              weeks = excluded.weeks, error = null`.execute(tx);
      return weeks;
    });
}

/**
 * The weeks of a course as they would have come out with what was known at an instant. Nothing is stored: the ties are
 * rebuilt in a transaction that is taken back.
 */
export async function replayCourse(db: Db, course: Course, knownAt: Date): Promise<readonly ComputedWeek[]> {
  let weeks: readonly ComputedWeek[] = [];
  await within(db, { 'kith.known_at': knownAt.toISOString() }, async (tx) => {
    await rebuildTies(tx, course.institutionId, [course.courseId]);
    const facts = await readFacts(tx, course);
    weeks = computeWeeks(facts, calendarOf(withEnd(course, facts), knownAt), await definitionsOfCourse(tx, course));
    throw new TakenBack();
  }).catch((error: unknown) => {
    if (!(error instanceof TakenBack)) throw error;
  });
  return weeks;
}

async function definitionsOfCourse(db: Db, course: Course): Promise<DefinitionsAt> {
  const timeline = await readTimeline(db, course.institutionId, course);
  return (at) => inForceAt(timeline, at);
}

class TakenBack extends Error {}

async function coursesToCompute(db: Db, institutionId: number, options: ComputeOptions): Promise<readonly Course[]> {
  const only = options.courseIds === undefined ? null : [...options.courseIds];
  const { rows } = await sql<Course>`
    select course.institution_id, course.course_id, course.starts_on, course.ends_on,
      coalesce(course.timezone, institution.timezone) as timezone
    from core.course as course
    join core.institution as institution on institution.institution_id = course.institution_id
    where course.institution_id = ${institutionId}
      and course.kind in ('course', 'section', 'micro')
      and course.starts_on is not null
      and (${only}::bigint[] is null or course.course_id = any (${only}::bigint[]))
      and (
        ${options.all === true || only !== null}
        or exists (
          select from ops.dirty_week as dirty
          where dirty.institution_id = course.institution_id and dirty.course_id = course.course_id
        )
      )
    order by course.course_id`.execute(db);
  return rows;
}

async function noteFailure(db: Db, course: Course, message: string, now: Date): Promise<void> {
  await sql`
    insert into insight.computation (institution_id, course_id, computed_at, through_run_id, weeks, error)
    values (${course.institutionId}, ${course.courseId}, ${now}, null, 0, ${message})
    on conflict (institution_id, course_id) do update set error = excluded.error`.execute(db);
}
