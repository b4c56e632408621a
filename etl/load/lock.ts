import type { Session } from './session.ts';

/**
 * One load of a source at a time, from its first row to its last. The lock belongs to the connection: it is free again
 * when the process that held it is gone, however it ended.
 *
 * @param waiting told once when another load holds the lock
 */
export async function lockSource(
  { client }: Session,
  institutionId: number,
  sourceId: number,
  waiting: () => void,
): Promise<void> {
  const name = `kith load ${institutionId}/${sourceId}`;
  const { rows } = await client.query<{ free: boolean }>(
    'select pg_try_advisory_lock(hashtextextended($1, 0)) as free',
    [name],
  );
  if (rows[0]?.free) return;
  waiting();
  await client.query('select pg_advisory_lock(hashtextextended($1, 0))', [name]);
}
