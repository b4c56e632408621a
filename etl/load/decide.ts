import type { Db } from '@kith/sql/connect.ts';

import { finishRun } from './finish.ts';
import { reportOf } from './load.ts';
import { lockSource } from './lock.ts';
import { defaultThresholds, type Mode, type Progress, type RunReport } from './request.ts';
import { closeRun } from './run.ts';
import { inSession } from './session.ts';
import { readSource } from './source.ts';
import { dropStage } from './stage-tables.ts';

/** A run that cannot be accepted or dropped, because it is not staged. */
export class NotStaged extends Error {
  readonly hint = 'See the state of every load with "kith runs". Only a staged one can be accepted or dropped.';

  constructor(runId: number, state: string | undefined) {
    super(
      state === undefined ? `There is no run ${runId}.` : `Run ${runId} is ${state.replace('_', ' ')}, not staged.`,
    );
    this.name = 'NotStaged';
  }
}

export interface Decision {
  readonly institutionId: number;
  readonly runId: number;
  readonly onProgress?: ((progress: Progress) => void) | undefined;
}

/** Makes a staged run visible, whatever was refused in it or would vanish with it. Throws {@link NotStaged}. */
export async function accept(db: Db, decision: Decision): Promise<RunReport> {
  const started = performance.now();
  const { institutionId, runId, onProgress } = decision;
  const found = await stagedRun(db, decision);
  const waiting = () => onProgress?.({ step: 'waiting', items: 0 });
  const source = await readSource(db, institutionId, found.name);
  return inSession(db, async (session) => {
    await lockSource(session, institutionId, found.sourceId, { waiting });
    await stagedRun(session.db, decision); // somebody else may have decided in the meantime
    onProgress?.({ step: 'merging', items: found.position });
    const run = { institutionId, runId, sourceId: found.sourceId, position: found.position, resumed: false };
    const { course } = found.options as { course?: string };
    const finished = await finishRun(session, run, {
      source,
      connector: found.connector,
      mode: found.mode as Mode,
      course,
      dryRun: false,
      thresholds: defaultThresholds,
      accepted: true,
    });
    return reportOf(run, finished, started);
  });
}

/** Drops a staged run: its rows go, its report and its rejects stay. Throws {@link NotStaged}. */
export async function drop(db: Db, decision: Decision): Promise<void> {
  const { institutionId, runId, onProgress } = decision;
  const { sourceId, position } = await stagedRun(db, decision);
  const waiting = () => onProgress?.({ step: 'waiting', items: 0 });
  await inSession(db, async (session) => {
    await lockSource(session, institutionId, sourceId, { waiting });
    await stagedRun(session.db, decision);
    await session.transaction(async () => {
      await dropStage(session, runId);
      await closeRun(session, { institutionId, runId, sourceId, position, resumed: false }, { state: 'dropped' });
    });
  });
}

async function stagedRun(db: Db, { institutionId, runId }: Decision) {
  const run = await db
    .selectFrom('ops.run')
    .innerJoin('ops.source', (join) =>
      join
        .onRef('ops.source.institutionId', '=', 'ops.run.institutionId')
        .onRef('ops.source.sourceId', '=', 'ops.run.sourceId'),
    )
    .select([
      'ops.run.sourceId',
      'ops.run.state',
      'ops.run.mode',
      'ops.run.connector',
      'ops.run.options',
      'ops.run.position',
      'ops.source.name',
    ])
    .where('ops.run.institutionId', '=', institutionId)
    .where('ops.run.runId', '=', runId)
    .executeTakeFirst();
  if (run?.state !== 'staged') throw new NotStaged(runId, run?.state);
  return run;
}
