import type { Db } from '@kith/sql/connect.ts';
import { sql } from 'kysely';

/**
 * Fills in what became of learners whose window is over: the primary outcome in the week that was due, once. Where the
 * week has closed and there is no value, that is noted too, so that "not yet" and "not known" stay apart.
 *
 * @returns outcomes filled in now
 */
export async function fillOutcomes(db: Db, now: Date): Promise<number> {
  const { numAffectedRows } = await sql`
    update care.outcome as outcome
    set value = (
        select (one.indicators ->> 'effective_peers')::float8
        from insight.learner_week as one
        where one.institution_id = outcome.institution_id and one.course_id = outcome.course_id
          and one.person_id = outcome.person_id and one.week = outcome.due_week
      ),
      valued_at = ${now}
    where outcome.valued_at is null and exists (
      select from insight.course_week as week
      where week.institution_id = outcome.institution_id and week.course_id = outcome.course_id
        and week.week = outcome.due_week
    )`.execute(db);
  return Number(numAffectedRows ?? 0n);
}
