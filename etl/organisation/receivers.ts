import { createHash, randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { Db } from '@kith/sql/connect.ts';

import { ensureSource, readSource } from '../load/source.ts';

/** What a credential of the receiver may open. */
export const receiverScopes = ['statements/write', 'statements/read', 'statements/read/mine'] as const;
export type ReceiverScope = (typeof receiverScopes)[number];

export interface NewReceiver {
  /** Made with the connector xapi where there is none. */
  readonly source: string;
  readonly title: string;
  readonly scopes: readonly ReceiverScope[];
}

/** Another connector than xapi reads this source. */
export class NotAnXapiSource extends Error {
  readonly hint = 'Name another source; it is made where there is none.';

  constructor(source: string, connector: string) {
    super(`The source "${source}" is read by ${connector}, and the receiver takes xAPI.`);
    this.name = 'NotAnXapiSource';
  }
}

/** Makes a credential. The secret is in the answer and nowhere else: the database keeps its digest. */
export async function addReceiver(
  db: Db,
  institutionId: number,
  { source, title, scopes }: NewReceiver,
): Promise<{ key: string; secret: string }> {
  const sourceId = await ensureSource(db, institutionId, { name: source, connector: 'xapi' });
  const { connector } = await db
    .selectFrom('ops.source')
    .select('connector')
    .where('institutionId', '=', institutionId)
    .where('sourceId', '=', sourceId)
    .executeTakeFirstOrThrow();
  if (connector !== 'xapi') throw new NotAnXapiSource(source, connector);
  const [key, secret] = [randomBytes(9).toString('base64url'), randomBytes(32).toString('base64url')];
  await db
    .insertInto('ops.xapiCredential')
    .values({
      institutionId,
      sourceId,
      key,
      secretHash: createHash('sha256').update(secret).digest(),
      title,
      scopes: [...scopes],
      createdAt: new Date(),
    })
    .execute();
  return { key, secret };
}

export interface ReceiverLine {
  readonly source: string;
  readonly key: string;
  readonly title: string;
  readonly scopes: readonly string[];
  readonly createdAt: Date;
  readonly endedAt: Date | null;
}

/** Every credential, by source and age. */
export async function receiverLines(db: Db, institutionId: number): Promise<ReceiverLine[]> {
  const { rows } = await sql<ReceiverLine>`
    select s.name as source, c.key, c.title, c.scopes, c.created_at, c.ended_at
    from ops.xapi_credential as c
      join ops.source as s on s.institution_id = c.institution_id and s.source_id = c.source_id
    where c.institution_id = ${institutionId}
    order by s.name, c.credential_id`.execute(db);
  return rows;
}

/** False: there is no such credential, or it had ended. */
export async function endReceiver(db: Db, institutionId: number, key: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('ops.xapiCredential')
    .set({ endedAt: new Date() })
    .where('institutionId', '=', institutionId)
    .where('key', '=', key)
    .where('endedAt', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export interface RefusedLine {
  readonly at: Date;
  readonly place: string;
  readonly reason: string;
  /** Its structure, without what people wrote. */
  readonly statement: string | null;
}

/** The quarantine of a source, newest first. Throws NoSuchSource. */
export async function refusedLines(
  db: Db,
  institutionId: number,
  source: string,
  most: number,
): Promise<RefusedLine[]> {
  const { sourceId } = await readSource(db, institutionId, source);
  return db
    .selectFrom('identity.refusedStatement')
    .select(['at', 'place', 'reason', 'statement'])
    .where('institutionId', '=', institutionId)
    .where('sourceId', '=', sourceId)
    .orderBy('at', 'desc')
    .orderBy('refusedId', 'desc')
    .limit(most)
    .execute();
}
