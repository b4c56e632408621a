import type { Db } from '@kith/sql/connect.ts';
import { sql } from 'kysely';

/** Closes rounds of the pulse whose days are over. @returns how many */
export async function closeRounds(db: Db): Promise<number> {
  const { rows } = await sql<{ closed: number }>`select care.close_pulses() as closed`.execute(db);
  return rows[0]!.closed;
}
