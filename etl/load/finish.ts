import { sql } from 'kysely';

import { countReasons, countRows, type RowCounts } from './count.ts';
import { shakeGround } from './ground.ts';
import { redReason } from './judge.ts';
import { lockMerge } from './lock-merge.ts';
import { TooMuchWouldVanish } from './merge/absent.ts';
import { makeMonths } from './merge/activity.ts';
import { applyStage } from './merge/apply.ts';
import type { Merge } from './merge/merge.ts';
import type { Mode, RunState, Thresholds } from './request.ts';
import { closeRun, type OpenRun } from './run.ts';
import type { Session } from './session.ts';
import { settle } from './settle.ts';
import type { Source } from './source.ts';
import { analyseStage, closeStage, dropStage, openStage } from './stage-tables.ts';

/** What is to become of a staged load. */
export interface Finish {
  readonly source: Source;
  /** Id of the connector. */
  readonly connector: string;
  readonly mode: Mode;
  readonly course: string | undefined;
  readonly dryRun: boolean;
  readonly thresholds: Thresholds;
  /** A steward has seen it: it becomes visible whatever was refused or would vanish. */
  readonly accepted: boolean;
}

export interface Finished {
  readonly state: RunState;
  readonly counts: RowCounts;
  readonly skippedReasons: Record<string, number>;
  readonly deleted: number;
  readonly message: string | undefined;
}

/** Checks a staged load and makes it visible in one step, or leaves it staged, or (dry run) takes it back. */
export async function finishRun(session: Session, run: OpenRun, finish: Finish): Promise<Finished> {
  await analyseStage(session, run.runId);
  await session.transaction(async () => {
    await openStage(session, run.runId);
    await settle(session.db, run, finish.mode);
    await closeStage(session);
  });
  if (!finish.dryRun) {
    await session.transaction(async () => {
      await openStage(session, run.runId);
      await makeMonths(session.db);
      await closeStage(session);
    });
  }
  const tried = await merge(session, run, finish);
  if (tried.state === 'visible') return tried;
  await session.transaction(async () => {
    if (tried.state === 'dry_run') await dropStage(session, run.runId);
    await writeCounts(session, run, tried);
    await closeRun(session, run, tried);
  });
  return tried;
}

/** Thrown to roll a merge back whose numbers are wanted and whose rows are not. */
class NotToBeSeen extends Error {
  readonly finished: Finished;

  constructor(finished: Finished) {
    super('The merge is taken back.');
    this.finished = finished;
  }
}

async function merge(session: Session, run: OpenRun, finish: Finish): Promise<Finished> {
  try {
    return await session.transaction(() => mergeOnce(session, run, finish, finish.thresholds.vanishedShare));
  } catch (error) {
    if (error instanceof NotToBeSeen) return error.finished;
    if (!(error instanceof TooMuchWouldVanish) || finish.accepted) throw error;
    return countBeyondGuard(session, run, finish, error.message);
  }
}

/** The guard stopped the merge half way; its numbers come from one that is not stopped and not kept. */
async function countBeyondGuard(session: Session, run: OpenRun, finish: Finish, message: string): Promise<Finished> {
  try {
    return await session.transaction(() => mergeOnce(session, run, { ...finish, dryRun: true }, 1));
  } catch (error) {
    if (!(error instanceof NotToBeSeen)) throw error;
    return { ...error.finished, state: finish.dryRun ? 'dry_run' : 'staged', message };
  }
}

async function mergeOnce(session: Session, run: OpenRun, finish: Finish, vanishedShare: number): Promise<Finished> {
  const { institutionId, runId } = run;
  const { source, connector, mode, course, accepted, dryRun, thresholds } = finish;
  await lockMerge(session.db, institutionId);
  await openStage(session, runId);
  const step: Merge = {
    db: session.db,
    institutionId,
    source,
    runId,
    connector,
    mode,
    course,
    visibleAt: await now(session),
  };
  if (dryRun) await makeMonths(session.db);
  const deleted = await applyStage(step, { vanishedShare: accepted ? 1 : vanishedShare });
  const counts = await countRows(session.db);
  const skippedReasons = await countReasons(session.db);
  const red = accepted ? undefined : await redReason(session.db, run, counts, thresholds);
  const finished = { counts, skippedReasons, deleted, message: red };
  if (dryRun) throw new NotToBeSeen({ ...finished, state: 'dry_run' });
  if (red !== undefined) throw new NotToBeSeen({ ...finished, state: 'staged' });
  await closeStage(session);
  await dropStage(session, runId);
  await writeCounts(session, run, { ...finished, state: 'visible' });
  if (changesSomething(finished)) await shakeGround(session.db, institutionId, { sourceId: run.sourceId, keep: runId });
  await closeRun(session, run, { state: 'visible', visibleAt: step.visibleAt });
  await sql`select ops.queue_recompute(${institutionId})`.execute(session.db);
  return { ...finished, state: 'visible' };
}

/** A row of several records counts as refused when one of them is, whatever the others changed. */
const changesSomething = ({ counts, deleted }: Pick<Finished, 'counts' | 'deleted'>): boolean =>
  counts.new + counts.changed + counts.rejected + deleted > 0;

/** To the millisecond, so that it is the same instant in JavaScript. */
async function now({ db }: Session): Promise<Date> {
  const { rows } = await sql<{ at: Date }>`select date_trunc('milliseconds', clock_timestamp()) as at`.execute(db);
  return rows[0]!.at;
}

async function writeCounts(
  { db }: Session,
  run: OpenRun,
  { counts, skippedReasons, deleted }: Finished,
): Promise<void> {
  await db
    .updateTable('ops.run')
    .set({
      readCount: counts.read,
      newCount: counts.new,
      changedCount: counts.changed,
      unchangedCount: counts.unchanged,
      skippedCount: counts.skipped,
      rejectedCount: counts.rejected,
      deletedCount: deleted,
      skipped: JSON.stringify(skippedReasons),
    })
    .where('institutionId', '=', run.institutionId)
    .where('runId', '=', run.runId)
    .execute();
}
