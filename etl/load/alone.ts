import type { Db } from '@kith/sql/connect.ts';

import { inSession, type Session } from './session.ts';

/**
 * Does `work` while no other process does what is called `name`. Undefined: another is at it, and `work` was not begun.
 * The name is free again when its process is gone, however it ended.
 */
export async function alone<T>(db: Db, name: string, work: () => Promise<T>): Promise<T | undefined> {
  return inSession(db, async (session) => ((await isMine(session, name)) ? work() : undefined));
}

/** Takes a name until the connection ends. False: another has it. */
export async function isMine({ client }: Session, name: string): Promise<boolean> {
  const { rows } = await client.query<{ free: boolean }>(
    'select pg_try_advisory_lock(hashtextextended($1, 0)) as free',
    [name],
  );
  return rows[0]?.free === true;
}
