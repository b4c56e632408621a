import { sql } from 'kysely';
import type { Db } from '@kith/sql/connect.ts';
import { calendarOf } from './calendar.ts';
import { computeTerm, computeWeeks, type ComputedWeek, type DefinitionsAt } from './course.ts';
import type { InForce } from '../definitions/overridable.ts';
import { inForceAt, readTimeline } from '../definitions/timeline.ts';
import { nothingEarlier, readEarlier } from './earlier.ts';
import { readFacts, type Course } from './facts/course-facts.ts';
import { factsNow } from './facts-now.ts';
import { inputsOf, standing, type Inputs } from './inputs.ts';
import { takeWeeks } from './queue.ts';
import { withEnd } from './quiet-end.ts';
import { refreshSources, storeTerm } from './store.ts';
import { storeParts } from '../roll-up/store-parts.ts';
import { storeCohortParts } from '../cohorts/store-parts.ts';
import { rebuildTies } from '../ties/rebuild.ts';

/** `changed`: from the first week whose facts are others than when it was stored. `whole`: every week. */
export type Extent = 'changed' | 'whole';

/**
 * Brings a course up to date in one transaction, so that readers see the old numbers until the new ones are whole.
 * Answers the weeks that were computed; what stands before them is not touched.
 *
 * @param definitionsAt what holds at an instant; as the course's place in the tree says, unless given
 */
export function computeCourse(
  db: Db,
  course: Course,
  now: Date,
  definitionsAt?: DefinitionsAt,
  extent: Extent = 'whole',
): Promise<readonly ComputedWeek[]> {
  // Repeatable read: facts, ties and the queue are seen at one instant, so a load that ends meanwhile stays queued.
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (tx) => {
      await oneAtATime(tx, course);
      await takeWeeks(tx, course);
      await rebuildTies(tx, course);
      const facts = await readFacts(tx, course);
      const calendar = calendarOf(withEnd(course, facts), now);
      const inForce = definitionsAt ?? (await definitionsOfCourse(tx, course));
      const inputs = inputsOf(facts, calendar, inForce);
      const stand = standing(await knownInputs(tx, course), inputs, extent === 'whole');
      const definitions = calendar.weeks.slice(0, stand).map(({ end }) => inForce(end));
      const earlier = (await readEarlier(tx, course, definitions)) ?? nothingEarlier;
      const term = computeTerm(facts, calendar, inForce, earlier);
      await storeTerm(tx, course, term, earlier.weeks.length, now);
      await storeParts(tx, course, term.weeks, earlier.weeks.length);
      await storeCohortParts(tx, course, term.weeks, earlier.weeks.length);
      if (earlier.weeks.length > 0) await refreshSources(tx, course, facts);
      await noteComputed(tx, course, inputs, now);
      return term.weeks;
    });
}

/** The weeks of a course as they would have come out with what was known at an instant. Nothing is stored. */
export async function replayCourse(db: Db, course: Course, knownAt: Date): Promise<readonly ComputedWeek[]> {
  const facts = await factsNow(db, course, knownAt);
  return computeWeeks(facts, calendarOf(withEnd(course, facts), knownAt), await definitionsOfCourse(db, course));
}

async function definitionsOfCourse(db: Db, course: Course): Promise<DefinitionsAt> {
  const timeline = await readTimeline(db, course.institutionId, course);
  const known = new Map<number, InForce>();
  return (at) => {
    const inForce = known.get(at) ?? inForceAt(timeline, at);
    known.set(at, inForce);
    return inForce;
  };
}

/** Two that compute one course come one after the other; whoever waited has an old view, and begins anew. */
async function oneAtATime(db: Db, { institutionId, courseId }: Course): Promise<void> {
  const course = `kith compute ${String(institutionId)} ${String(courseId)}`;
  await sql`select pg_advisory_xact_lock(hashtextextended(${course}, 0))`.execute(db);
}

async function knownInputs(db: Db, { institutionId, courseId }: Course): Promise<Inputs | null> {
  const { rows } = await sql<{ inputs: Inputs | null }>`
    select inputs from insight.computation
    where institution_id = ${institutionId} and course_id = ${courseId}`.execute(db);
  return rows[0]?.inputs ?? null;
}

async function noteComputed(db: Db, { institutionId, courseId }: Course, inputs: Inputs, now: Date): Promise<void> {
  await sql`
    insert into insight.computation (institution_id, course_id, computed_at, through_run_id, weeks, inputs, error)
    select ${institutionId}, ${courseId}, ${now}, max(run_id), ${inputs.weeks.length}, ${JSON.stringify(inputs)}::jsonb, null
    from ops.run where institution_id = ${institutionId} and state = 'visible'
    on conflict (institution_id, course_id) do update
      set computed_at = excluded.computed_at, through_run_id = excluded.through_run_id,
          weeks = excluded.weeks, inputs = excluded.inputs, error = null`.execute(db);
}
