import type { Db } from '@kith/sql/connect.ts';
import type { SecretKey } from '@kith/sql/secret-key.ts';

import { InboxTrouble } from '../inbox/inbox.ts';
import { takeFolder, type Inbox, type Taken } from '../inbox/take-folder.ts';
import { watchedFolder } from '../inbox/watched-folder.ts';
import { alone } from '../load/alone.ts';
import { LoadInterrupted } from '../load/interrupted.ts';
import { runPull } from '../pull/run-pull.ts';
import { StoreError } from '../pull/store-error.ts';
import { dueSource, type DueSource } from './due.ts';
import { keepOutcome } from './keep-outcome.ts';

/** What running a source needs beside the database. */
export interface Means {
  /** Opens secrets of pulls; without it they are left to a worker that has it. */
  readonly secretKey: SecretKey | undefined;
  readonly inbox: Inbox;
}

/** Longest pause that the worker waits for a store, in ms: meanwhile nothing else is fetched. */
const mostPause = 2000;

/** When a folder is looked into again after a load of it was cut off, in ms. */
const goesOnAfter = 60_000;
const goesOn = 'It goes on by itself in a minute.';

/**
 * Runs a source whose time has come; trouble of the other side is kept with its schedule. One process runs a source at a
 * time; who comes second leaves. Throws what is nobody's fault outside: the queue tells of it.
 */
export async function runSource(
  db: Db,
  means: Means,
  { institutionId, sourceId }: Pick<DueSource, 'institutionId' | 'sourceId'>,
): Promise<void> {
  await alone(db, runOf(institutionId, sourceId), async () => {
    const due = await dueSource(db, institutionId, sourceId);
    if (due?.kind === 'folder') await runFolder(db, means.inbox, institutionId, sourceId);
    if (due?.kind !== 'pull' || !means.secretKey) return;
    await runPull(db, means.secretKey, { institutionId, source: due.source, mostPause }).catch((error: unknown) => {
      if (!(error instanceof StoreError)) throw error;
    });
  });
}

/**
 * One look into a watched folder; how it ended is kept with its schedule. What cannot be used now is kept there too, and
 * is no error. Undefined: the source is no watched folder, or it could not be looked into.
 */
export async function runFolder(
  db: Db,
  inbox: Inbox,
  institutionId: number,
  sourceId: number,
): Promise<Taken | undefined> {
  const began = new Date();
  const watched = await watchedFolder(db, institutionId, sourceId);
  if (!watched) return undefined;
  try {
    const taken = await takeFolder(db, inbox, watched);
    await keepOutcome(db, institutionId, sourceId, { began, ...taken });
    return taken;
  } catch (error) {
    if (error instanceof InboxTrouble) {
      await keepOutcome(db, institutionId, sourceId, { began, taken: 0, message: `${error.message} ${error.hint}` });
      return undefined;
    }
    // What it had taken lies in its folder "reading", and comes first when it goes on.
    const comeAgain = new Date(Date.now() + goesOnAfter);
    const message =
      error instanceof LoadInterrupted ? error.message : 'It ended unexpectedly; the loads of the source say more.';
    await keepOutcome(db, institutionId, sourceId, { began, taken: 0, message: `${message} ${goesOn}`, comeAgain });
    throw error;
  }
}

/** What running a source is called among processes, see {@link alone}. */
export const runOf = (institutionId: number, sourceId: number): string => `kith source ${institutionId}/${sourceId}`;
