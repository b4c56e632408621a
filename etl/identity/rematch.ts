import { sql } from 'kysely';

import { assumeStarts } from '../load/merge/start.ts';
import { queueWeeks } from '../load/merge/weeks.ts';
import { rebuildAccess } from './access.ts';
import type { Move } from './assign-persons.ts';
import type { Matching } from './matching.ts';
import { findSuggestions } from './match/suggestions.ts';
import { describePersons } from './names.ts';
import { findOptedOut } from './opted-out.ts';
import { deriveParticipants, findCoursesOfKinds } from './participants.ts';
import { resolvePersons } from './resolve.ts';

/**
 * Decides anew who is one person among some accounts and all that signs connect with them, and lets everything follow:
 * names, who takes part, access, suggestions, and the weeks that are to be computed. In the transaction the caller holds.
 *
 * @returns accounts that are somebody else now
 */
export async function rematch(step: Matching, accountIds: readonly number[]): Promise<Move[]> {
  const { db, institutionId } = step;
  const moves = await resolvePersons(step, sql`select unnest(${[...accountIds]}::bigint[]) as account_id`);
  await describePersons(step);
  await findCoursesOfKinds(db, institutionId);
  await sql`
    create temporary table load_touch on commit drop as
    select distinct course_id, null::timestamptz as at, true as open from load_moved_course`.execute(db);
  await sql`
    create temporary table load_touched_course on commit drop as
    select distinct c.course_id
    from load_touch as t join core.course as c on c.institution_id = ${institutionId} and c.course_id = t.course_id
    union
    -- Whom they could be suggested for there may be others now, whether or not anybody moved.
    select p.course_id
    from core.account as a
      join core.participant as p on p.institution_id = a.institution_id and p.person_id = a.person_id
    where a.institution_id = ${institutionId} and a.account_id = any (${[...accountIds]}::bigint[])`.execute(db);
  await findOptedOut(db, institutionId);
  await deriveParticipants(db, institutionId);
  await assumeStarts(step);
  await queueWeeks(step);
  await findSuggestions(step);
  await rebuildAccess(db, { institutionId });
  await sql`select ops.queue_recompute(${institutionId})`.execute(db);
  return moves;
}
