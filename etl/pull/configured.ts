import { sql } from 'kysely';
import type { Db } from '@kith/sql/connect.ts';
import type { SecretKey } from '@kith/sql/secret-key.ts';

import { ensureSource, readSource, type Source } from '../load/source.ts';

export type Auth =
  | { readonly kind: 'none' }
  | { readonly kind: 'basic'; readonly user: string; readonly secret: string }
  | { readonly kind: 'bearer'; readonly secret: string };

/** What a steward says about a learning record store. */
export interface PullWords {
  /** Endpoint, with or without its last slash, without "statements". */
  readonly url?: string | undefined;
  readonly auth?: Auth | undefined;
  readonly overlapMinutes?: number | undefined;
  /** 0: only when told. */
  readonly everyMinutes?: number | undefined;
}

/** A source that is fetched, as a pull needs it. */
export interface Pull {
  readonly source: Source;
  readonly url: string;
  readonly auth: Auth;
  readonly overlapMinutes: number | null;
  readonly everyMinutes: number | null;
  readonly doneThrough: Date | null;
  /** The store says how far it is consistent. */
  readonly consistent: boolean;
}

/** A source that nobody has told where to fetch from. */
export class NotConfigured extends Error {
  readonly hint = 'kith pull set <source> --url https://lrs.example/xapi says where it is.';

  constructor(source: string) {
    super(`Kith does not know where to fetch "${source}" from.`);
    this.name = 'NotConfigured';
  }
}

/** What a secret is sealed for: it opens for this source and no other. */
const purposeOf = (institutionId: number, sourceId: number): string => `pull ${institutionId}/${sourceId}`;

/** Sets what is said and leaves the rest. The source is made where there is none. Throws {@link NotConfigured}. */
export async function configurePull(
  db: Db,
  key: SecretKey,
  institutionId: number,
  name: string,
  { url, auth, overlapMinutes, everyMinutes }: PullWords,
): Promise<void> {
  const sourceId = await ensureSource(db, institutionId, { name, connector: 'xapi' });
  const sealed = auth && {
    auth: auth.kind,
    userName: auth.kind === 'basic' ? auth.user : null,
    secret: auth.kind === 'none' ? null : key.seal(auth.secret, purposeOf(institutionId, sourceId)),
  };
  const said = {
    ...(url !== undefined && { url: url.replace(/\/+$/, '') }),
    ...sealed,
    ...(overlapMinutes !== undefined && { overlapMinutes }),
    ...(everyMinutes !== undefined && {
      everyMinutes: everyMinutes === 0 ? null : everyMinutes,
      nextAt: everyMinutes === 0 ? null : new Date(),
    }),
  };
  if (url === undefined) {
    const { numUpdatedRows } = await db
      .updateTable('ops.pull')
      .set(said)
      .where('institutionId', '=', institutionId)
      .where('sourceId', '=', sourceId)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) throw new NotConfigured(name);
    return;
  }
  await db
    .insertInto('ops.pull')
    .values({ institutionId, sourceId, auth: 'none', ...said, url: url.replace(/\/+$/, '') })
    .onConflict((conflict) => conflict.columns(['institutionId', 'sourceId']).doUpdateSet(said))
    .execute();
}

/** Throws NoSuchSource, {@link NotConfigured}, and what SecretKey throws. */
export async function readPull(db: Db, key: SecretKey, institutionId: number, name: string): Promise<Pull> {
  const source = await readSource(db, institutionId, name);
  const row = await db
    .selectFrom('ops.pull')
    .selectAll()
    .where('institutionId', '=', institutionId)
    .where('sourceId', '=', source.sourceId)
    .executeTakeFirst();
  if (!row) throw new NotConfigured(name);
  const secret = row.secret === null ? '' : key.open(row.secret, purposeOf(institutionId, source.sourceId));
  const auth: Auth =
    row.auth === 'basic'
      ? { kind: 'basic', user: row.userName ?? '', secret }
      : row.auth === 'bearer'
        ? { kind: 'bearer', secret }
        : { kind: 'none' };
  const { url, overlapMinutes, everyMinutes, doneThrough } = row;
  return { source, url, auth, overlapMinutes, everyMinutes, doneThrough, consistent: row.consistent === true };
}

export interface PullLine {
  readonly source: string;
  readonly url: string;
  readonly auth: string;
  readonly everyMinutes: number | null;
  readonly doneThrough: Date | null;
  readonly nextAt: Date | null;
  readonly triedAt: Date | null;
  readonly message: string | null;
}

/** Every source that is fetched; no secrets. */
export async function pullLines(db: Db, institutionId: number): Promise<PullLine[]> {
  const { rows } = await sql<PullLine>`
    select s.name as source, p.url, p.auth, p.every_minutes, p.done_through, p.next_at, p.tried_at, p.message
    from ops.pull as p
      join ops.source as s on s.institution_id = p.institution_id and s.source_id = p.source_id
    where p.institution_id = ${institutionId}
    order by s.name`.execute(db);
  return rows;
}
