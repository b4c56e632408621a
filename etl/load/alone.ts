import type { Db } from '@kith/sql/connect.ts';

import { inSession, type Session } from './session.ts';

/**
 * Does `work` while no other process does what is called `name`. Undefined: another is at it, and `work` was not begun.
 * The name is free again when this returns, and when its process is gone, however it ended.
 */
export async function alone<T>(db: Db, name: string, work: () => Promise<T>): Promise<T | undefined> {
  return inSession(db, async (session) => {
    if (!(await isMine(session, name))) return undefined;
    try {
      return await work();
    } finally {
      // The server notices a closed connection a moment late: who asks next would find the name taken by nobody.
      await session.client.query('select pg_advisory_unlock_all()').catch(() => undefined);
    }
  });
}

/** Takes a name until the connection ends. False: another has it. */
export async function isMine({ client }: Session, name: string): Promise<boolean> {
  const { rows } = await client.query<{ free: boolean }>(
    'select pg_try_advisory_lock(hashtextextended($1, 0)) as free',
    [name],
  );
  return rows[0]?.free === true;
}
