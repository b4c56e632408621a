import { meetPersons } from '../../identity/accounts.ts';
import { rebuildAccess } from '../../identity/access.ts';
import { replaceClaims } from '../../identity/claims.ts';
import { applyPersons, describePersons } from '../../identity/names.ts';
import { deriveParticipants, findCoursesOfKinds } from '../../identity/participants.ts';
import { logJoined } from '../../identity/match/log-joined.ts';
import { findSuggestions } from '../../identity/match/suggestions.ts';
import { findOptedOut } from '../../identity/opted-out.ts';
import { keepWhatIsSaid } from '../../identity/said.ts';
import { resolvePersons } from '../../identity/resolve.ts';
import { sql } from 'kysely';
import { removeAbsent } from './absent.ts';
import { addActivity, voidActivity } from './activity.ts';
import { meetCourses } from './courses.ts';
import { describeCourses } from './describe-courses.ts';
import { removeEmptiedCourses } from './emptied-courses.ts';
import { writeFacts } from './facts.ts';
import { noteFreshness } from './freshness.ts';
import type { Merge } from './merge.ts';
import { applyOrganisation } from './organisation.ts';
import { placeRecords } from './places.ts';
import { planRecords, recordPlan } from './plan.ts';
import { rehomeActivity } from './rehome-activity.ts';
import { rehome } from './rehome.ts';
import { applySaidCourses } from './said-courses.ts';
import { assumeStarts } from './start.ts';
import { findTouched } from './touched.ts';
import { queueWeeks } from './weeks.ts';

/** Something of a load that could be larger than it should: how much of what is known it may take away. */
export interface Limits {
  /** 0..1 of the records of one type; 1: a steward has accepted it. */
  readonly vanishedShare: number;
}

/**
 * Merges a staged load into what is visible. Set-based, one step after the other, in the transaction the caller holds.
 *
 * @returns records that are gone with it
 * @throws TooMuchWouldVanish
 */
export async function applyStage(merge: Merge, { vanishedShare }: Limits): Promise<number> {
  await meetPersons(merge);
  await meetCourses(merge);
  const types = await planRecords(merge);

  await keepWhatIsSaid(merge);
  await applyPersons(merge);
  await replaceClaims(merge);
  const joined = await logJoined(merge, await resolvePersons(merge));
  await describePersons(merge);
  await findCoursesOfKinds(merge.db, merge.institutionId);

  await applyOrganisation(merge, types);
  await applySaidCourses(merge);
  await describeCourses(merge);

  await placeRecords(merge);
  await writeFacts(merge, types);
  if (types.has('consent') || types.has('person')) await findOptedOut(merge.db, merge.institutionId);
  await recordPlan(merge);
  await voidActivity(merge);
  await addActivity(merge);
  const absent = await removeAbsent(merge, vanishedShare);

  await rehome(merge);
  await rehomeActivity(merge);
  await removeEmptiedCourses(merge);

  await findTouched(merge);
  await deriveParticipants(merge.db, merge.institutionId);
  await findSuggestions(merge);
  await assumeStarts(merge);
  await queueWeeks(merge);
  await noteFreshness(merge);
  await refreshAccess(merge, joined);
  return absent + (await tombstones(merge));
}

/**
 * The tree may have changed under any course, and somebody who became another takes their grants along; else only the
 * touched courses can have other people.
 */
async function refreshAccess({ db, institutionId, visibleAt }: Merge, joined: boolean): Promise<void> {
  const { rows: units } = await sql`select from load_plan where type = 'unit' and action in ('new', 'changed')`.execute(
    db,
  );
  if (joined || units.length > 0) return rebuildAccess(db, { institutionId, at: visibleAt });
  const { rows } = await sql<{ courseId: number }>`select course_id from load_touched_course`.execute(db);
  await rebuildAccess(db, { institutionId, courseIds: rows.map(({ courseId }) => courseId), at: visibleAt });
}

/** Records the source itself took back in this load. */
async function tombstones({ db }: Merge): Promise<number> {
  const { rows } = await sql<{ gone: number }>`
    select count(*) as gone from load_plan where action = 'changed' and deleted`.execute(db);
  return rows[0]?.gone ?? 0;
}
