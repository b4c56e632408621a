import { sql } from 'kysely';

import type { Finished } from './finish.ts';
import { lockMerge } from './lock-merge.ts';
import { closeRun, type OpenRun } from './run.ts';
import type { Session } from './session.ts';
import { dropStage } from './stage-tables.ts';

/** An earlier load of the very same files. */
interface Earlier {
  readonly runId: number;
  readonly read: number;
  readonly known: number;
  readonly skipped: number;
  readonly rejected: number;
  readonly skippedReasons: Record<string, number>;
  readonly files: number;
}

/**
 * Ends a load at once whose files were loaded before, when nothing has happened since that could make another thing of
 * them: every row is what it was. Undefined: they have to be read.
 *
 * The earlier load is visible and had the same bytes, connector, version of Kith, mode, options and settings of its
 * source. Since then no load changed anything of the source, and neither retention nor an erasure took anything away: see
 * `shakeGround`.
 */
export async function endIfSameFiles(session: Session, run: OpenRun): Promise<Finished | undefined> {
  if (run.resumed) return undefined;
  return session.transaction(async () => {
    await lockMerge(session.db, run.institutionId); // nothing is taken away meanwhile
    const earlier = await findEarlier(session, run);
    if (earlier === undefined) return undefined;
    const visibleAt = new Date();
    await takeOver(session, run, earlier, visibleAt);
    const message = `Unchanged: the same ${earlier.files === 1 ? 'file' : 'files'} as load ${earlier.runId}, so nothing was read again.`;
    await dropStage(session, run.runId);
    await closeRun(session, run, { state: 'visible', message, visibleAt });
    const { read, known: unchanged, skipped, rejected, skippedReasons } = earlier;
    const counts = { read, new: 0, changed: 0, unchanged, skipped, rejected };
    return { state: 'visible', counts, skippedReasons, deleted: 0, message };
  });
}

async function findEarlier({ db }: Session, { institutionId, runId }: OpenRun): Promise<Earlier | undefined> {
  const { rows } = await sql<Earlier>`
    select before.run_id, before.read_count as read,
      before.new_count + before.changed_count + before.unchanged_count as known,
      before.skipped_count as skipped, before.rejected_count as rejected, before.skipped as skipped_reasons,
      jsonb_array_length(before.files) as files
    from ops.run as this
      join ops.run as before
        on before.institution_id = this.institution_id and before.source_id = this.source_id
        and before.run_id <> this.run_id and before.state = 'visible'
        and before.connector = this.connector and before.connector_version = this.connector_version
        and before.mode = this.mode and before.files = this.files and before.options = this.options
        and before.ground = this.ground and before.named_course_ids is not null
    where this.institution_id = ${institutionId} and this.run_id = ${runId} and this.files <> '[]'
    order by before.run_id desc
    limit 1`.execute(db);
  return rows[0];
}

/** What the earlier load says of its rows and courses is said of this one too. */
async function takeOver(
  { db }: Session,
  { institutionId, sourceId, runId }: OpenRun,
  earlier: Earlier,
  at: Date,
): Promise<void> {
  await sql`
    update ops.run as this
    set position = before.position, read_count = before.read_count, unchanged_count = ${earlier.known},
      skipped_count = before.skipped_count, rejected_count = before.rejected_count, skipped = before.skipped,
      course_ids = '{}', named_course_ids = before.named_course_ids
    from ops.run as before
    where this.institution_id = ${institutionId} and this.run_id = ${runId}
      and before.institution_id = this.institution_id and before.run_id = ${earlier.runId}`.execute(db);
  await sql`
    insert into ops.reject (institution_id, run_id, reject_no, file, line, code, field, message, raw)
    select institution_id, ${runId}::bigint, reject_no, file, line, code, field, message, raw
    from ops.reject where institution_id = ${institutionId} and run_id = ${earlier.runId}`.execute(db);
  await sql`
    update ops.course_source as c set run_id = ${runId}::bigint, last_load_at = ${at}::timestamptz
    from ops.run as this
    where this.institution_id = ${institutionId} and this.run_id = ${runId} and c.institution_id = this.institution_id
      and c.source_id = ${sourceId} and c.course_id = any (this.named_course_ids)`.execute(db);
}
