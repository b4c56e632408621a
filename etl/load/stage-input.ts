import { setImmediate as letGo } from 'node:timers/promises';

import { erasedOf } from '../rights/erased.ts';
import { withheldOf } from '../rights/withheld.ts';
import type { Keep } from './believe.ts';
import { LoadInterrupted } from './interrupted.ts';
import type { KeyDigest } from './key-digest.ts';
import type { LoadRequest } from './request.ts';
import type { OpenRun } from './run.ts';
import type { Session } from './session.ts';
import { stageTable } from './stage-tables.ts';
import { Stager } from './stage.ts';

export interface StageOptions {
  readonly request: LoadRequest;
  readonly keyOf: KeyDigest;
  readonly keep: Keep;
}

/** Records between two turns of the event loop: what was gathered is only sent while somebody lets go of it. */
const letGoEvery = 256;

/**
 * Reads the input through its connector into the stage tables, in chunks that are committed one by one. While one chunk
 * is sent, the next is gathered; a third never begins, so memory stays flat. A resumed load passes over what is staged.
 *
 * @returns items the connector gave
 */
export async function stageInput(session: Session, run: OpenRun, options: StageOptions): Promise<number> {
  const { request } = options;
  const stager = await openStager(session, run, options);
  let position = 0;
  let sending: Promise<void> = Promise.resolve();
  const send = async (): Promise<void> => {
    const [chunk, end] = [stager.take(), position];
    await sending;
    request.onProgress?.({ step: 'staging', items: end });
    if (request.signal?.aborted) throw new LoadInterrupted('The load was stopped.');
    sending = chunk.flush(session, end);
    sending.catch(() => undefined); // told to whoever waits for it next
  };
  try {
    for await (const item of request.connector.extract(request.input, request.context)) {
      position += 1;
      if (position <= run.position) continue;
      stager.add(item, position);
      if (stager.isFull) await send();
      else if (position % letGoEvery === 0) await letGo();
    }
  } catch (error) {
    await sending.catch(() => undefined);
    throw error;
  }
  await send();
  await sending;
  return position;
}

async function openStager(session: Session, run: OpenRun, { request, keyOf, keep }: StageOptions): Promise<Stager> {
  const { institutionId, runId } = run;
  const { nextRejectNo } = await session.db
    .selectFrom('ops.reject')
    .select((each) => each.fn.coalesce(each.fn.max('rejectNo'), each.lit(0)).as('nextRejectNo'))
    .where('institutionId', '=', institutionId)
    .where('runId', '=', runId)
    .executeTakeFirstOrThrow();
  const fileNumbers = new Map(request.input.files.map(({ name }, index) => [name, index]));
  const stager = new Stager({
    run: { institutionId, runId },
    fileNumbers,
    keyOf,
    keep,
    connector: request.connector.id,
    course: request.context.course,
    nextRejectNo: nextRejectNo + 1,
    leftOut: { erased: await erasedOf(session.db, run, keyOf), withheld: await withheldOf(session.db, run) },
  });
  if (run.resumed) await restore(session, runId, stager);
  return stager;
}

async function restore({ client }: Session, runId: number, stager: Stager): Promise<void> {
  for (const [table, ordinals] of [
    ['person', stager.persons],
    ['course', stager.courses],
  ] as const) {
    const { rows } = await client.query<{ no: number; key: string }>(
      `select distinct no, key from ${stageTable(runId, table)}`,
    );
    for (const { no, key } of rows) ordinals.restore(no, key);
  }
}
