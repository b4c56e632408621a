import type { Db } from '@kith/sql/connect.ts';
import { sql } from 'kysely';
import { fewest, leastForShare } from '../disclosure/fewest.ts';
import type { Cohort } from './find-members.ts';
import { computeAgain, countedIn, countWhoIsIn, noteChanges, seenBeside } from './membership.ts';
import { eventsOf, toldHistory, type HistoryLine } from './history.ts';
import { toldCurve, type ToldCurve } from './told-curve.ts';
import { toldWeeks, type ToldWeek } from './told-weeks.ts';
import { areTooClose, wouldTellOfFew, type Members } from './too-close.ts';
import { weeksOf } from './weeks.ts';
import { waitsOf } from './waits.ts';

/** A day on which the people behind the figures changed. Null: fewer than five, and not none. */
export interface Change {
  readonly day: string;
  readonly joined: number | null;
  readonly left: number | null;
}

/** What is told of a cohort. */
export interface CohortFigures {
  readonly people: number | null;
  readonly courses: number;
  readonly retention: ToldCurve | null;
  readonly reconnection: ToldCurve | null;
  readonly changes: readonly Change[];
  readonly history: readonly HistoryLine[];
  /** Indicators by course week; absent as long as its courses were not computed since it was counted. */
  readonly weeks?: readonly ToldWeek[];
}

interface Kept extends Cohort {
  readonly figures: CohortFigures | null;
}

/**
 * Looks at every cohort that is new or was not looked at for some hours: who came and went, whether anything may be told,
 * and the curves.
 *
 * @returns cohorts that were looked at
 */
export async function keepCohorts(db: Db, now: Date): Promise<number> {
  const { rows } = await sql<Kept>`
    select institution_id, cohort_id, owner_id, rule, person_ids, figures
    from insight.cohort as cohort
    where ended_at is null and (
      coalesce(counted_at < ${now}::timestamptz - interval '6 hours', true)
      or state = 'shown' and not figures ? 'weeks' and exists (
        select from insight.cohort_pool as pool
        where pool.institution_id = cohort.institution_id and pool.cohort_id = cohort.cohort_id
      )
    )
    order by institution_id, cohort_id`.execute(db);
  for (const cohort of rows) await db.transaction().execute((tx) => keepOne(tx, cohort, now));
  return rows.length;
}

async function keepOne(db: Db, cohort: Kept, now: Date): Promise<void> {
  const { institutionId, cohortId, figures } = cohort;
  // One after the other for an owner, so that of two that are too close the later one is held back.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`kith cohorts ${institutionId}/${cohort.ownerId}`}, 0))`.execute(
    db,
  );
  const inNow = await noteChanges(db, cohort);
  const before = await countedIn(db, cohort);
  const change = await mayChange(db, cohort, before, inNow);
  if (change === 'few' || change === 'too_close') {
    await note(db, cohort, now, change, null);
    return;
  }
  if (change === 'take') {
    await countWhoIsIn(db, cohort);
    await computeAgain(db, cohort);
  }
  const counted = change === 'take' ? inNow : before;
  const { retention, reconnection } = await waitsOf(db, institutionId, cohortId);
  const weeks = await weeksOf(db, cohort);
  await note(db, cohort, now, 'shown', {
    people: fewest(peopleIn(counted)),
    courses: new Set([...counted].map((key) => key.split('/')[0])).size,
    retention: toldCurve(retention),
    reconnection: toldCurve(reconnection),
    changes: [...(figures?.changes ?? []), ...(change === 'take' ? [changed(before, inNow, now)] : [])],
    history: toldHistory(await eventsOf(db, cohort)),
    ...(weeks.length > 0 && { weeks: toldWeeks(weeks) }),
  });
}

const peopleIn = (members: Members): number => new Set([...members].map((key) => key.split('/')[1])).size;

/** Take those who are in it now; keep those of before, since too few changed; or tell nothing at all. */
async function mayChange(
  db: Db,
  cohort: Cohort,
  before: Members,
  inNow: Members,
): Promise<'take' | 'keep' | 'few' | 'too_close'> {
  const changes = before.symmetricDifference(inNow).size;
  const first = before.size === 0;
  if (!first && changes === 0) return 'keep';
  if (peopleIn(inNow) < leastForShare) return first ? 'few' : 'keep';
  if (!first && areTooClose(before, inNow)) return 'keep';
  const beside = await seenBeside(db, cohort);
  if (wouldTellOfFew(inNow, beside)) return first ? 'too_close' : 'keep';
  return 'take';
}

const changed = (before: Members, inNow: Members, now: Date): Change => ({
  day: now.toISOString().slice(0, 10),
  joined: fewOrNone(inNow.difference(before).size),
  left: fewOrNone(before.difference(inNow).size),
});

const fewOrNone = (people: number): number | null => (people === 0 ? 0 : fewest(people));

const note = (
  db: Db,
  { institutionId, cohortId }: Cohort,
  now: Date,
  state: 'shown' | 'few' | 'too_close',
  figures: CohortFigures | null,
) =>
  sql`
    update insight.cohort
    set counted_at = ${now}, state = ${state}, figures = ${figures === null ? null : JSON.stringify(figures)}::jsonb
    where institution_id = ${institutionId} and cohort_id = ${cohortId}`.execute(db);
