import type { Db } from '@kith/sql/connect.ts';
import { sql } from 'kysely';

import { shakeGround } from '../load/ground.ts';
import { clear } from './clear.ts';
import { places } from './places.ts';

/** Facts a source brought. Who they are, which account is theirs and which course they are in is not a trace. */
const traces = places.filter(
  ({ fact, table }) => table === 'core.activity' || (fact !== undefined && fact.type !== 'enrolment'),
);

/** What a learner said themselves stays, whichever source brought it. */
const theirWord = new Set(['core.consent', 'core.declaration']);

/** Answers that a source brought; what they answered in Kith itself, with a tick, is their own word too. */
async function clearAnswers(db: Db, institutionId: number, accountIds: readonly number[]): Promise<void> {
  const brought = sql`institution_id = ${institutionId} and account_id = any (${[...accountIds]}::bigint[]) and run_id <> 0`;
  await sql`
    delete from core.record
    where institution_id = ${institutionId} and type = 'survey_response'
      and fact_id in (select survey_response_id from core.survey_response where ${brought})`.execute(db);
  await sql`delete from core.survey_response where ${brought}`.execute(db);
}

/**
 * Removes what sources brought of learners who do not want them read, and has the courses computed again. A load that
 * was under way while they said so is looked through once more.
 *
 * @returns learners and sources it was done for
 */
export async function removeWithheld(db: Db, institutionId: number): Promise<number> {
  return db.transaction().execute(async (tx) => {
    // As every merge does: a load under way may be about to write such rows.
    await sql`select pg_advisory_xact_lock(hashtextextended(${`kith merge ${institutionId}`}, 0))`.execute(tx);
    const { rows: waiting } = await sql<{ personId: number; sourceId: number; accountIds: number[] }>`
      select w.person_id, w.source_id, array_agg(a.account_id) as account_ids
      from core.withheld as w
        join core.account as a on a.institution_id = w.institution_id and a.person_id = w.person_id and a.source_id = w.source_id
      where w.institution_id = ${institutionId} and (w.done_at is null or exists (
        select from ops.run as r
        where r.institution_id = w.institution_id and r.source_id = w.source_id
          and r.started_at < w.said_at and r.visible_at > w.done_at))
      group by w.person_id, w.source_id`.execute(tx);
    for (const { personId, sourceId, accountIds } of waiting) {
      for (const place of traces) {
        if (theirWord.has(place.table)) continue;
        if (place.table === 'core.survey_response') await clearAnswers(tx, institutionId, accountIds);
        else await clear(tx, place, { institutionId, personIds: [], accountIds });
      }
      await sql`
        update core.withheld set done_at = now()
        where institution_id = ${institutionId} and person_id = ${personId} and source_id = ${sourceId}`.execute(tx);
      await sql`
        insert into ops.dirty_week (institution_id, course_id, week_start, since)
        select w.institution_id, w.course_id, w.week_start, now()
        from core.participant as p
          join insight.course_week as w on w.institution_id = p.institution_id and w.course_id = p.course_id
        where p.institution_id = ${institutionId} and p.person_id = ${personId}
        on conflict do nothing`.execute(tx);
    }
    if (waiting.length > 0) await shakeGround(tx, institutionId);
    if (waiting.length > 0) await sql`select ops.queue_recompute(${institutionId})`.execute(tx);
    return waiting.length;
  });
}

/** Keys of the people who do not want this source read; undefined: nobody, as nearly always. */
export async function withheldOf(
  db: Db,
  { institutionId, sourceId }: { institutionId: number; sourceId: number },
): Promise<((key: string | undefined) => boolean) | undefined> {
  const { rows } = await sql<{ key: string }>`
    select known.key
    from core.withheld as w
      join core.account as a on a.institution_id = w.institution_id and a.person_id = w.person_id and a.source_id = w.source_id
      join identity.account as known on known.institution_id = a.institution_id and known.account_id = a.account_id
    where w.institution_id = ${institutionId} and w.source_id = ${sourceId}`.execute(db);
  if (rows.length === 0) return undefined;
  const keys = new Set(rows.map(({ key }) => key));
  return (key) => key !== undefined && keys.has(key);
}
