import { sql } from 'kysely';

import manifest from '../package.json' with { type: 'json' };
import type { FileMark } from './files.ts';
import type { LoadRequest, RunState } from './request.ts';
import type { Session } from './session.ts';
import type { Source } from './source.ts';
import { createStage, hasStage } from './stage-tables.ts';

/** A row of ops.run that is being worked on. */
export interface OpenRun {
  readonly institutionId: number;
  readonly runId: number;
  readonly sourceId: number;
  /** Items staged before the load was cut off; 0 for a new one. */
  readonly position: number;
  readonly resumed: boolean;
}

/** What the person said, as kept with the run: a load goes on only with the same words. */
const optionsOf = ({ context, dryRun = false, thresholds = {} }: LoadRequest): string =>
  JSON.stringify({ ...context, dryRun, thresholds });

/**
 * Goes on with a load of the same files and options that was cut off, else begins a new one. The caller holds the lock
 * of the source, so a run that is still `loading` has lost its process.
 */
export async function openRun(
  session: Session,
  request: LoadRequest,
  { sourceId }: Pick<Source, 'sourceId'>,
  { files, ground }: { readonly files: readonly FileMark[]; readonly ground: string },
): Promise<OpenRun> {
  const { institutionId, connector, mode } = request;
  const [options, marks] = [optionsOf(request), JSON.stringify(files)];
  const cutOff = await session.db
    .selectFrom('ops.run')
    .select(['runId', 'position'])
    .where('institutionId', '=', institutionId)
    .where('sourceId', '=', sourceId)
    .where('state', '=', 'loading')
    .where('connector', '=', connector.id)
    .where('connectorVersion', '=', manifest.version)
    .where('mode', '=', mode)
    .where('files', '=', sql<string>`${marks}::jsonb`)
    .where('options', '=', sql<string>`${options}::jsonb`)
    .where('ground', '=', ground)
    .orderBy('runId', 'desc')
    .executeTakeFirst();
  if (cutOff && (await hasStage(session, cutOff.runId))) {
    await session.db
      .updateTable('ops.run')
      .set({ cutOffAt: null, message: null })
      .where('institutionId', '=', institutionId)
      .where('runId', '=', cutOff.runId)
      .execute();
    return { institutionId, sourceId, ...cutOff, resumed: true };
  }
  return session.transaction(async () => {
    const { runId } = await session.db
      .insertInto('ops.run')
      .values({
        institutionId,
        sourceId,
        connector: connector.id,
        connectorVersion: manifest.version,
        mode,
        state: 'loading',
        files: marks,
        options,
        ground,
        position: 0,
        startedAt: new Date(),
        skipped: '{}',
        ...noCounts,
      })
      .returning('runId')
      .executeTakeFirstOrThrow();
    await createStage(session, runId);
    return { institutionId, sourceId, runId, position: 0, resumed: false };
  });
}

const noCounts = {
  readCount: 0,
  newCount: 0,
  changedCount: 0,
  unchangedCount: 0,
  skippedCount: 0,
  rejectedCount: 0,
  deletedCount: 0,
};

export interface Ending {
  readonly state: RunState;
  readonly message?: string | undefined;
  readonly visibleAt?: Date | undefined;
}

/** Writes what became of a run. */
export async function closeRun({ db }: Session, run: OpenRun, { state, message, visibleAt }: Ending): Promise<void> {
  await db
    .updateTable('ops.run')
    .set({ state, message: message ?? null, cutOffAt: null, finishedAt: new Date(), visibleAt: visibleAt ?? null })
    .where('institutionId', '=', run.institutionId)
    .where('runId', '=', run.runId)
    .execute();
}
