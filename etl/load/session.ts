import { onClient, poolOf, type Db } from '@kith/sql/connect.ts';
import type { PoolClient } from 'pg';

/** One connection held for the length of a load: statements, COPY and the lock that goes with the connection. */
export interface Session {
  readonly client: PoolClient;
  readonly db: Db;
  /** Commits what `work` did, or takes it back when `work` throws. */
  transaction<T>(work: () => Promise<T>): Promise<T>;
}

/** Takes a connection out of the pool below `db`, and closes it after `work`: locks and temporary tables go with it. */
export async function inSession<T>(db: Db, work: (session: Session) => Promise<T>): Promise<T> {
  const client = await poolOf(db).connect();
  // A connection that breaks fails its query; without a listener it would end the process as well.
  client.on('error', () => undefined);
  try {
    return await work({
      client,
      db: onClient(client),
      async transaction(steps) {
        await client.query('begin');
        try {
          const result = await steps();
          await client.query('commit');
          return result;
        } catch (error) {
          await client.query('rollback').catch(() => undefined);
          throw error;
        }
      },
    });
  } finally {
    client.release(true);
  }
}
