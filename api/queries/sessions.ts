import { sql } from 'kysely';
import type { Db } from '@kith/sql/connect.ts';

/** Uses a one-time link. The database hashes tokens itself and keeps only the hashes; here the link's token comes hashed once. */
export async function openSession(db: Db, link: Buffer, session: Buffer, hours: number): Promise<boolean> {
  const { rows } = await sql<{ opened: boolean }>`
    select ops.use_sign_in_link(${link}, ${session}, make_interval(hours => ${hours})) as opened`.execute(db);
  return rows[0]?.opened === true;
}

export async function endSession(db: Db, session: Buffer): Promise<void> {
  await sql`select ops.sign_out(${session})`.execute(db);
}
