import { sql, type Transaction } from 'kysely';
import { within, type Db } from '@kith/sql/connect.ts';
import type { DB } from '@kith/sql/database.ts';
import type { Received } from '../../xapi/receive.ts';
import { settingsOf, type Sender } from './sender.ts';

/** Ids that are known with another content. Nothing of the request was kept. */
export class OtherContent extends Error {
  readonly ids: readonly string[];

  constructor(ids: readonly string[]) {
    super('Statements with these ids are known with another content.');
    this.ids = ids;
  }
}

/** Rolls back a request of which everything was known. */
class NothingNew extends Error {}

/** Adds the statements of one request, all or none; known ones stay as they are. Throws {@link OtherContent}. */
export async function keepStatements(db: Db, sender: Sender, statements: readonly Received[]): Promise<void> {
  const keep = () => within(db, settingsOf(sender), (tx) => keepIn(tx, sender, statements));
  try {
    await keep().catch((error: unknown) => {
      // Two requests with the same statements in another order: once one is through, the other finds them known.
      if (error instanceof Error && 'code' in error && error.code === '40P01') return keep();
      throw error;
    });
  } catch (error) {
    if (!(error instanceof NothingNew)) throw error;
  }
}

async function keepIn(tx: Transaction<DB>, sender: Sender, statements: readonly Received[]): Promise<void> {
  const { institutionId, sourceId, credentialId } = sender;
  const opened = await sql<{ batchId: number; stored: Date }>`
    insert into ops.statement_batch (institution_id, source_id, stored)
    values (${institutionId}, ${sourceId}, ops.stamp_statements())
    returning batch_id, stored`.execute(tx);
  const { batchId, stored } = opened.rows[0]!;
  const column = <T>(of: (each: Received) => T): T[] => statements.map(of);
  const added = await sql<{ statementId: string }>`
    insert into identity.statement (institution_id, source_id, statement_id, stored, credential_id, batch_id, voids,
      refers_to, terms, digest, prose, statement)
    select ${institutionId}::bigint, ${sourceId}::bigint, sent.statement_id, ${stored}::timestamptz,
      ${credentialId}::bigint, ${batchId}::bigint, sent.voids, sent.refers_to, sent.terms::bigint[], sent.digest,
      sent.prose::jsonb, sent.statement::json
    from unnest(
      ${column(({ id }) => id)}::uuid[], ${column(({ voids }) => voids)}::uuid[],
      ${column(({ refersTo }) => refersTo)}::uuid[], ${column(({ terms }) => `{${terms.join()}}`)}::text[],
      ${column(({ digest }) => digest)}::uuid[], ${column(({ prose }) => prose)}::text[],
      ${column((each) => closed(each, stored))}::text[]
    ) as sent (statement_id, voids, refers_to, terms, digest, prose, statement)
    on conflict (institution_id, source_id, statement_id) do nothing
    returning statement_id`.execute(tx);
  if (added.rows.length === statements.length) return;
  await refuseOthers(tx, sender, statements);
  if (added.rows.length === 0) throw new NothingNew();
}

/** What the receiver adds last: when it was stored, and the time of a statement that has none. */
function closed({ open, timeless }: Received, stored: Date): string {
  const at = stored.toISOString();
  return `${open},"stored":"${at}"${timeless ? `,"timestamp":"${at}"` : ''}}`;
}

async function refuseOthers(tx: Transaction<DB>, sender: Sender, statements: readonly Received[]): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    select known.statement_id as id
    from unnest(${statements.map(({ id }) => id)}::uuid[], ${statements.map(({ digest }) => digest)}::uuid[])
        as sent (statement_id, digest)
      join identity.statement as known
        on known.institution_id = ${sender.institutionId} and known.source_id = ${sender.sourceId}
        and known.statement_id = sent.statement_id
    where known.digest <> sent.digest`.execute(tx);
  if (rows.length > 0) throw new OtherContent(rows.map(({ id }) => id));
}
