import { sql } from 'kysely';
import type { Db } from '@kith/sql/connect.ts';

/**
 * Sessions and one-time links as the database keeps them. It hashes what it is given; what it is given is a hash
 * already, so that no statement log ever holds what signs somebody in.
 */
export async function openSession(db: Db, link: Buffer, session: Buffer, hours: number): Promise<boolean> {
  const { rows } = await sql<{ opened: boolean }>`
    select ops.use_sign_in_link(${link}, ${session}, make_interval(hours => ${hours})) as opened`.execute(db);
  return rows[0]?.opened === true;
}

/** Notes that a session is in use; true where `next` took its place because the person's rights changed. */
export async function keepSession(db: Db, session: Buffer, next: Buffer): Promise<boolean> {
  const { rows } = await sql<{ rotated: boolean }>`select ops.keep_session(${session}, ${next}) as rotated`.execute(db);
  return rows[0]?.rotated === true;
}

/** Ends a session, or all of its person's. */
export async function endSession(db: Db, session: Buffer, everywhere = false): Promise<void> {
  await sql`select ops.sign_out(${session}, ${everywhere})`.execute(db);
}
