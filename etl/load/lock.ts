import { setTimeout as sleep } from 'node:timers/promises';

import { isMine } from './alone.ts';
import { LoadInterrupted } from './interrupted.ts';
import type { Session } from './session.ts';

/** How often a waiting load asks again. It asks, and does not stand in line, so that it can be stopped. */
const askEvery = 250;

interface Waiting {
  /** Told once when another load holds the lock. */
  readonly waiting?: (() => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * One load of a source at a time, from its first row to its last. The lock belongs to the connection: it is free again
 * when the process that held it is gone, however it ended. Throws {@link LoadInterrupted} when stopped while waiting.
 */
export async function lockSource(
  session: Session,
  institutionId: number,
  sourceId: number,
  { waiting, signal }: Waiting = {},
): Promise<void> {
  for (let asked = 0; ; asked += 1) {
    if (await tryLockSource(session, institutionId, sourceId)) return;
    if (asked === 0) waiting?.();
    if (signal?.aborted) throw new LoadInterrupted('The load was stopped while it waited for another one.');
    await sleep(askEvery);
  }
}

/** Takes the lock of a source where it is free. False: a load of it is at work. */
export const tryLockSource = (session: Session, institutionId: number, sourceId: number): Promise<boolean> =>
  isMine(session, `kith load ${institutionId}/${sourceId}`);
