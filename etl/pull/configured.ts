import { sql } from 'kysely';
import type { Db } from '@kith/sql/connect.ts';
import { pullSecretPurpose, type SecretKey } from '@kith/sql/secret-key.ts';

import { ensureSource, readSource, type Source } from '../load/source.ts';
import { ensureSchedule, onlyWhenTold, setWhen, type When } from '../schedule/when.ts';

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
  readonly when?: When | undefined;
}

/** A source that is fetched, as a pull needs it. */
export interface Pull {
  readonly source: Source;
  readonly url: string;
  readonly auth: Auth;
  readonly overlapMinutes: number | null;
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

/** Sets what is said and leaves the rest. The source is made where there is none. Throws {@link NotConfigured}. */
export async function configurePull(
  db: Db,
  key: SecretKey,
  institutionId: number,
  name: string,
  { url, auth, overlapMinutes, when }: PullWords,
): Promise<void> {
  const sourceId = await ensureSource(db, institutionId, { name, connector: 'xapi' });
  const sealed = auth && {
    auth: auth.kind,
    userName: auth.kind === 'basic' ? auth.user : null,
    secret: auth.kind === 'none' ? null : key.seal(auth.secret, pullSecretPurpose(institutionId, sourceId)),
  };
  const said = {
    ...(url !== undefined && { url: url.replace(/\/+$/, '') }),
    ...sealed,
    ...(overlapMinutes !== undefined && { overlapMinutes }),
  };
  if (url === undefined) {
    const words = Object.keys(said).length > 0 ? said : { sourceId };
    const { numUpdatedRows } = await db
      .updateTable('ops.pull')
      .set(words)
      .where('institutionId', '=', institutionId)
      .where('sourceId', '=', sourceId)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) throw new NotConfigured(name);
  } else {
    await db
      .insertInto('ops.pull')
      .values({ institutionId, sourceId, auth: 'none', ...said, url: url.replace(/\/+$/, '') })
      .onConflict((conflict) => conflict.columns(['institutionId', 'sourceId']).doUpdateSet(said))
      .execute();
  }
  await ensureSchedule(db, institutionId, sourceId, onlyWhenTold);
  if (when !== undefined) await setWhen(db, institutionId, sourceId, when);
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
  const secret = row.secret === null ? '' : key.open(row.secret, pullSecretPurpose(institutionId, source.sourceId));
  const auth: Auth =
    row.auth === 'basic'
      ? { kind: 'basic', user: row.userName ?? '', secret }
      : row.auth === 'bearer'
        ? { kind: 'bearer', secret }
        : { kind: 'none' };
  const { url, overlapMinutes, doneThrough } = row;
  return { source, url, auth, overlapMinutes, doneThrough, consistent: row.consistent === true };
}

export interface PullLine {
  readonly source: string;
  readonly url: string;
  readonly auth: string;
  readonly everyMinutes: number | null;
  readonly dailyAt: string | null;
  readonly doneThrough: Date | null;
  readonly nextAt: Date | null;
  readonly triedAt: Date | null;
  readonly message: string | null;
}

/** Every source that is fetched; no secrets. */
export async function pullLines(db: Db, institutionId: number): Promise<PullLine[]> {
  const { rows } = await sql<PullLine>`
    select s.name as source, p.url, p.auth, t.every_minutes, to_char(t.daily_at, 'HH24:MI') as daily_at, p.done_through,
      t.next_at, t.tried_at, t.message
    from ops.pull as p
      join ops.source as s on s.institution_id = p.institution_id and s.source_id = p.source_id
      join ops.schedule as t on t.institution_id = p.institution_id and t.source_id = p.source_id
    where p.institution_id = ${institutionId}
    order by s.name`.execute(db);
  return rows;
}
