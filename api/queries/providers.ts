import { sql } from 'kysely';
import type { Db, ReadDb } from '@kith/sql/connect.ts';
import { select } from './select.ts';

/** Who may vouch for people: an OpenID provider, or a learning platform that launches Kith. */
export interface Provider {
  readonly institutionId: number;
  readonly providerId: number;
  readonly kind: 'oidc' | 'lti';
  readonly title: string;
  readonly issuer: string;
  readonly clientId: string;
  /** Encrypted. */
  readonly clientSecret: Buffer | null;
  /** Where it is instead. */
  readonly secretFrom: string | null;
  readonly trustsEmail: boolean;
  readonly authorizeUrl: string | null;
  readonly jwksUrl: string | null;
  readonly tokenUrl: string | null;
  readonly deploymentIds: readonly string[];
}

export const providers = async (db: Db): Promise<Provider[]> =>
  (await sql<Provider>`select * from ops.providers()`.execute(db)).rows;

export interface Flow {
  readonly state: Buffer;
  /** Of the browser that began: another browser's answer does not count. */
  readonly browser: Buffer;
  readonly nonce: string;
  /** PKCE; null for a launch. */
  readonly verifier: string | null;
}

export async function beginFlow(db: Db, { institutionId, providerId }: Provider, flow: Flow): Promise<void> {
  const { state, browser, nonce, verifier } = flow;
  await sql`select ops.begin_flow(${institutionId}, ${providerId}, ${state}, ${browser}, ${nonce}, ${verifier})`.execute(
    db,
  );
}

export interface Taken {
  readonly providerId: number;
  readonly nonce: string;
  readonly verifier: string | null;
}

/** The flow of this state and browser. A second call finds none. */
export async function takeFlow(db: Db, state: Buffer, browser: Buffer): Promise<Taken | undefined> {
  return (await sql<Taken>`select * from ops.take_flow(${state}, ${browser})`.execute(db)).rows[0];
}

/** What a provider says of a person, after everything about the saying was checked. */
export interface Vouched {
  readonly providerId: number;
  readonly subject: string;
  /** Verified; else null. */
  readonly email: string | null;
  readonly name: string | null;
  /** LTI: the course as the platform calls it, and what the person is there. */
  readonly contextKey?: string | undefined;
  readonly courseRole?: 'instructor' | 'assistant' | undefined;
  /** LTI: where the roster of the course is, if the platform offers it. */
  readonly rosterUrl?: string | undefined;
}

/** Lets in whom Kith knows; whoever else waits for the steward. */
export async function enterByProvider(
  db: Db,
  { providerId, subject, email, name, contextKey, courseRole }: Vouched,
  session: Buffer,
  hours: number,
): Promise<{ entered: boolean; courseId: number | null }> {
  const { rows } = await sql<{ entered: boolean; courseId: number | null }>`
    select * from ops.enter_by_provider(
      ${providerId}, ${subject}, ${email}, ${name}, ${contextKey ?? null}, ${courseRole ?? null}, ${session},
      make_interval(hours => ${hours}))`.execute(db);
  return rows[0] ?? { entered: false, courseId: null };
}

/** A launch offers the roster of its course: the worker fetches it, at most once an hour. */
export async function offerRoster(db: Db, { providerId, contextKey, rosterUrl }: Vouched): Promise<void> {
  if (contextKey === undefined || rosterUrl === undefined) return;
  await sql`select ops.offer_roster(${providerId}, ${contextKey}, ${rosterUrl})`.execute(db);
}

/** The keys by which platforms know Kith, newest first; public parts. */
export const publicKeys = async (db: Db): Promise<object[]> =>
  (await sql<{ key: object }>`select key from ops.public_keys() as key`.execute(db)).rows.map(({ key }) => key);

export interface Waiting {
  readonly waitingId: number;
  readonly provider: string;
  readonly subject: string;
  readonly name: string | null;
  readonly email: string | null;
  readonly firstAt: string;
  readonly lastAt: string;
}

/** Who waits for a steward, longest first. */
export async function waiting(db: ReadDb): Promise<Waiting[]> {
  const rows = await select<Omit<Waiting, 'firstAt' | 'lastAt'> & { firstAt: Date; lastAt: Date }>(
    db,
    sql`
      select waiting_id, coalesce(provider.title, '') as provider, subject, display_name as name, email,
        first_at, last_at
      from identity.sign_in_waiting as waits
      left join ops.providers() as provider
        on provider.institution_id = waits.institution_id and provider.provider_id = waits.provider_id
      where state = 'waiting'
      order by first_at, waiting_id`,
  );
  return rows.map((row) => ({ ...row, firstAt: row.firstAt.toISOString(), lastAt: row.lastAt.toISOString() }));
}

/** Joins somebody who waits to the person of an address, or refuses them. False: no such person, or decided already. */
export async function decideSignIn(db: Db, waitingId: number, email: string | null): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`select ops.decide_sign_in(${waitingId}, ${email}) as done`.execute(db);
  return rows[0]?.done === true;
}
