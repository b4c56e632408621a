import type { Db } from '@kith/sql/connect.ts';
import { DatabaseError } from 'pg';

import { UnreadableFile } from '../connector.ts';
import { keepOf } from './believe.ts';
import { finishRun, type Finished } from './finish.ts';
import { markFiles } from './files.ts';
import { LoadInterrupted } from './interrupted.ts';
import { groundOf } from './ground.ts';
import { keepHeads } from './keep-heads.ts';
import { keyDigest, type KeyDigest } from './key-digest.ts';
import { lockSource } from './lock.ts';
import { defaultThresholds, type LoadRequest, type RunReport } from './request.ts';
import { closeRun, openRun, type OpenRun } from './run.ts';
import { endIfSameFiles } from './same-files.ts';
import { inSession, type Session } from './session.ts';
import { readSource, type Source } from './source.ts';
import { dropStage } from './stage-tables.ts';
import { stageInput } from './stage-input.ts';

/**
 * Loads what a connector reads: staged by COPY, checked, merged in one transaction and visible in one step.
 *
 *     const report = await load(db, { institutionId, source: 'moodle:main', connector, input, context: {}, mode: 'delta' });
 *
 * A load that is too red, or would take away too much, stays `staged` until somebody accepts or drops it. One that was
 * cut off (killed, aborted, connection lost) goes on where it was when the same files come again with the same options. Files that were loaded
 * before, with nothing since that could make another thing of them, are not read again: see `endIfSameFiles`.
 *
 * @throws NoSuchSource, UnreadableFile (the run is `failed`), LoadInterrupted (the run can go on)
 */
export async function load(db: Db, request: LoadRequest): Promise<RunReport> {
  const started = performance.now();
  const source = await readSource(db, request.institutionId, request.source);
  const files = await markFiles(request.input);
  return inSession(db, async (session) => {
    const waiting = () => request.onProgress?.({ step: 'waiting', items: 0 });
    await lockSource(session, request.institutionId, source.sourceId, { waiting, signal: request.signal });
    const keyOf = await keyDigest(session.db, request.institutionId);
    const run = await openRun(session, request, source, { files, ground: groundOf(keyOf, source) });
    request.onRun?.(run.runId);
    try {
      const finished =
        (await endIfSameFiles(session, run)) ?? (await runToEnd(session, run, { source, request, keyOf }));
      return reportOf(run, finished, started);
    } catch (error) {
      throw await endOfRun(session, run, error);
    }
  });
}

async function runToEnd(
  session: Session,
  run: OpenRun,
  { source, request, keyOf }: { source: Source; request: LoadRequest; keyOf: KeyDigest },
): Promise<Finished> {
  const { context, onProgress } = request;
  if (request.mode === 'full') await refusePart(request);
  const items = await stageInput(session, run, {
    request: { ...request, context: { ...context, timezone: context.timezone ?? source.timezone } },
    keyOf,
    keep: keepOf(source.settings, context.keepBodies),
  });
  await keepHeads(session.db, run, request.input);
  onProgress?.({ step: 'merging', items });
  return finishRun(session, run, {
    source,
    connector: request.connector.id,
    mode: request.mode,
    course: context.course,
    dryRun: request.dryRun ?? false,
    thresholds: { ...defaultThresholds, ...request.thresholds },
    accepted: false,
  });
}

/** A load that deletes what is absent is for whole exports. Throws UnreadableFile: PART_ONLY. */
async function refusePart({ connector, input }: Pick<LoadRequest, 'connector' | 'input'>): Promise<void> {
  const part = await connector.partOnly?.(input);
  if (part) throw new UnreadableFile('PART_ONLY', part.file, part.message, 'Load it with --mode delta.');
}

export function reportOf(run: OpenRun, finished: Finished, started: number): RunReport {
  const { state, counts, skippedReasons, deleted, message } = finished;
  const seconds = (performance.now() - started) / 1000;
  return { runId: run.runId, state, ...counts, skippedReasons, deleted, seconds, message, resumed: run.resumed };
}

/** Closes the run where it cannot go on, and says so where it can. */
async function endOfRun(session: Session, run: OpenRun, error: unknown): Promise<unknown> {
  if (error instanceof LoadInterrupted) return error;
  if (error instanceof UnreadableFile) {
    await fail(session, run, `${error.file}: ${error.message} ${error.hint}`);
    return error;
  }
  // Without a connection nothing can be written; the run stays `loading`, and the same command goes on with it.
  const alive = await session.client.query('select 1').then(
    () => true,
    () => false,
  );
  if (!alive) return new LoadInterrupted('The connection to the database was lost.', { cause: error });
  // Not its words: a message of the database or of a parser quotes what it could not read.
  await fail(session, run, `${whyFailed(error)} Nothing of it is visible.`);
  return error;
}

function whyFailed(error: unknown): string {
  if (!(error instanceof DatabaseError)) return unexpected((error as Error).name);
  if (error.code === diskFull) return 'The disk of the database was full. Make room, and load it again.';
  return unexpected(`database error ${error.code ?? ''}`);
}

const diskFull = '53100';
const unexpected = (kind: string): string =>
  `The load ended with an unexpected ${kind}. Load it again, and report it if it comes back.`;

async function fail(session: Session, run: OpenRun, message: string): Promise<void> {
  await session.transaction(async () => {
    await dropStage(session, run.runId);
    await closeRun(session, run, { state: 'failed', message });
  });
}
