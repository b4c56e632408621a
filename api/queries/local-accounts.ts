import { sql } from 'kysely';
import type { Db } from '@kith/sql/connect.ts';

export interface Try {
  readonly institutionId: number;
  readonly personId: number | null;
  readonly passwordHash: string | null;
  /** Above 0: nothing is looked at before. */
  readonly waitSeconds: number;
}

/** Counts a try and says what to hold the password against. Undefined: there are several institutions, or none. */
export async function tryPassword(db: Db, name: string, address: string): Promise<Try | undefined> {
  const { rows } = await sql<Try>`select * from ops.try_password(${name}, ${address})`.execute(db);
  return rows[0];
}

export async function passPassword(db: Db, institutionId: number, name: string, address: string): Promise<void> {
  await sql`select ops.pass_password(${institutionId}, ${name}, ${address})`.execute(db);
}

export interface Entrant {
  readonly institutionId: number;
  readonly personId: number;
  readonly session: Buffer;
  readonly hours: number;
  readonly way: 'password' | 'oidc' | 'lti';
}

/** Opens a session for somebody whose password or whose provider's word was checked. False: there is no such person. */
export async function signInAs(db: Db, { institutionId, personId, session, hours, way }: Entrant): Promise<boolean> {
  const { rows } = await sql<{ opened: boolean }>`
    select ops.sign_in_as(${institutionId}, ${personId}, ${session}, make_interval(hours => ${hours}), ${way}) as opened`.execute(
    db,
  );
  return rows[0]?.opened === true;
}

export async function passwordLinkIsGood(db: Db, link: Buffer): Promise<boolean> {
  const { rows } = await sql<{ good: boolean }>`select ops.password_link_is_good(${link}) as good`.execute(db);
  return rows[0]?.good === true;
}

/** Sets a password by its one-time link. False: the link is used or over. */
export async function setPassword(db: Db, link: Buffer, passwordHash: string): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`select ops.set_password(${link}, ${passwordHash}) as done`.execute(db);
  return rows[0]?.done === true;
}
