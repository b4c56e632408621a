import { sql } from 'kysely';
import type { Db } from '@kith/sql/connect.ts';
import { clientSecretPurpose, type SecretKey } from '@kith/sql/secret-key.ts';

import { ensureSource } from '../load/source.ts';

/** A provider as a command shows it: never its secret. */
export interface ProviderLine {
  readonly providerId: number;
  readonly kind: 'oidc' | 'lti';
  readonly title: string;
  readonly issuer: string;
  readonly clientId: string;
  readonly hasSecret: boolean;
  /** Rosters that were fetched from it. */
  readonly rosters: number;
}

export async function providerLines(db: Db, institutionId: number): Promise<ProviderLine[]> {
  const { rows } = await sql<ProviderLine>`
    select p.provider_id, p.kind, p.title, p.issuer, p.client_id,
      p.client_secret is not null or p.secret_from is not null as has_secret,
      (select count(*)::int from ops.roster_service as r
        where r.institution_id = p.institution_id and r.provider_id = p.provider_id and r.fetched_at is not null) as rosters
    from ops.identity_provider as p
    where p.institution_id = ${institutionId}
    order by p.title, p.provider_id`.execute(db);
  return rows;
}

interface Common {
  readonly title: string;
  readonly issuer: string;
  readonly clientId: string;
  readonly trustsEmail: boolean;
}

export interface NewOidc extends Common {
  readonly kind: 'oidc';
  /** What the provider gave; kept encrypted. */
  readonly secret?: string | undefined;
  /** Or where it is: env:NAME, file:/path. */
  readonly secretFrom?: string | undefined;
}

export interface NewPlatform extends Common {
  readonly kind: 'lti';
  readonly authorizeUrl: string;
  readonly jwksUrl: string;
  readonly tokenUrl?: string | undefined;
  readonly tokenAudience?: string | undefined;
  readonly deploymentIds: readonly string[];
  /** Name of a source whose course keys are the platform's; one of its own unless told. */
  readonly source?: string | undefined;
}

/** This client of this issuer is there already. */
export class KnownProvider extends Error {
  readonly hint = '"kith provider list" shows it; "kith provider secret" replaces its secret.';

  constructor() {
    super('A provider with this issuer and this client id is set up.');
    this.name = 'KnownProvider';
  }
}

/** Adds a provider; answers its id. Throws {@link KnownProvider}. */
export async function addProvider(
  db: Db,
  secretKey: SecretKey,
  institutionId: number,
  said: NewOidc | NewPlatform,
): Promise<number> {
  const sourceId =
    said.kind === 'lti'
      ? await ensureSource(db, institutionId, { name: said.source ?? `lti:${said.title}`, connector: 'lti-nrps' })
      : undefined;
  const oidc = said.kind === 'oidc' ? said : undefined;
  const platform = said.kind === 'lti' ? said : undefined;
  const made = await db
    .insertInto('ops.identityProvider')
    .values({
      institutionId,
      kind: said.kind,
      title: said.title,
      issuer: said.issuer,
      clientId: said.clientId,
      trustsEmail: said.trustsEmail,
      clientSecret: oidc?.secret === undefined ? null : secretKey.seal(oidc.secret, clientSecretPurpose(said)),
      secretFrom: oidc?.secretFrom ?? null,
      authorizeUrl: platform?.authorizeUrl ?? null,
      jwksUrl: platform?.jwksUrl ?? null,
      tokenUrl: platform?.tokenUrl ?? null,
      tokenAudience: platform?.tokenAudience ?? null,
      deploymentIds: [...(platform?.deploymentIds ?? [])],
      sourceId: sourceId ?? null,
      subjectIsKey: said.kind === 'lti',
      createdAt: new Date(),
    })
    .onConflict((conflict) => conflict.columns(['institutionId', 'issuer', 'clientId']).doNothing())
    .returning('providerId')
    .executeTakeFirst();
  if (!made) throw new KnownProvider();
  return made.providerId;
}

/** Replaces a client secret. False: there is no OpenID provider of that number. */
export async function setProviderSecret(
  db: Db,
  secretKey: SecretKey,
  institutionId: number,
  providerId: number,
  secret: string,
): Promise<boolean> {
  const of = db
    .selectFrom('ops.identityProvider')
    .where('institutionId', '=', institutionId)
    .where('providerId', '=', providerId)
    .where('kind', '=', 'oidc');
  const known = await of.select(['issuer', 'clientId']).executeTakeFirst();
  if (!known) return false;
  await db
    .updateTable('ops.identityProvider')
    .set({ clientSecret: secretKey.seal(secret, clientSecretPurpose(known)), secretFrom: null })
    .where('institutionId', '=', institutionId)
    .where('providerId', '=', providerId)
    .execute();
  return true;
}

/** Removes a provider and who waits by it. False where there is none of that number. */
export async function removeProvider(db: Db, institutionId: number, providerId: number): Promise<boolean> {
  return db.transaction().execute(async (tx) => {
    for (const table of ['ops.signInFlow', 'ops.rosterService', 'identity.signInWaiting'] as const) {
      await tx
        .deleteFrom(table)
        .where('institutionId', '=', institutionId)
        .where('providerId', '=', providerId)
        .execute();
    }
    const gone = await tx
      .deleteFrom('ops.identityProvider')
      .where('institutionId', '=', institutionId)
      .where('providerId', '=', providerId)
      .executeTakeFirst();
    return gone.numDeletedRows > 0n;
  });
}
