import { sql } from 'kysely';
import type { z } from 'zod';
import type { Db, ReadDb } from '@kith/sql/connect.ts';
import type { NewProvider, Provider } from '../contract/manage-providers.ts';
import { ProblemError } from '../problem.ts';
import { select } from './select.ts';

type Shown = z.output<typeof Provider>;

/** Every provider of the reader's institution with the rosters it offered. The database refuses others than stewards. */
export async function shownProviders(db: ReadDb, institutionId: number): Promise<Shown[]> {
  const rosters = await select<
    Omit<Shown['rosters'][number], 'offeredAt' | 'fetchedAt'> & {
      providerId: number;
      offeredAt: Date;
      fetchedAt: Date | null;
    }
  >(db, sql`select * from ops.list_rosters()`);
  const rows = await select<Omit<Shown, 'rosters'>>(
    db,
    sql`
      select provider_id, kind, title, issuer, client_id, client_secret is not null or secret_from is not null as has_secret,
        trusts_email, authorize_url, jwks_url, token_url, deployment_ids
      from ops.providers()
      where institution_id = ${institutionId}`,
  );
  return rows.map((row) => ({
    ...row,
    rosters: rosters
      .filter(({ providerId }) => providerId === row.providerId)
      .map(({ providerId: _, offeredAt, fetchedAt, ...roster }) => ({
        ...roster,
        offeredAt: offeredAt.toISOString(),
        fetchedAt: fetchedAt?.toISOString() ?? null,
      })),
  }));
}

type Said = z.output<typeof NewProvider>;

/** Answers its id; undefined where this client of this issuer is there already. @throws 403 for others than admins */
export async function addProvider(db: Db, said: Said, secret: Buffer | null): Promise<number | undefined> {
  const { secret: _, ...fields } = { secret: null, deploymentIds: [], ...said };
  const { rows } = await byAdmin(
    sql<{ id: number | null }>`select ops.add_provider(${JSON.stringify(fields)}::json, ${secret}) as id`.execute(db),
  );
  return rows[0]?.id ?? undefined;
}

/** False: no OpenID provider of that number. */
export async function setSecret(db: Db, providerId: number, secret: Buffer): Promise<boolean> {
  const call = sql<{ done: boolean }>`select ops.set_provider_secret(${providerId}, ${secret}) as done`;
  return (await byAdmin(call.execute(db))).rows[0]?.done === true;
}

export async function removeProvider(db: Db, providerId: number): Promise<boolean> {
  const call = sql<{ done: boolean }>`select ops.remove_provider(${providerId}) as done`;
  return (await byAdmin(call.execute(db))).rows[0]?.done === true;
}

/** What the database refuses to a steward who is no admin, as an answer. */
async function byAdmin<T>(work: Promise<T>): Promise<T> {
  return work.catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === '42501') {
      throw new ProblemError(403, 'For admins', 'Who may vouch for people is decided by admins.', 'Ask an admin.');
    }
    throw error;
  });
}
