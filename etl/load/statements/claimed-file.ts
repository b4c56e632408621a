import { sql } from 'kysely';
import type { Db } from '@kith/sql/connect.ts';

import type { SourceFile } from '../../connector.ts';
import type { Store } from './batches.ts';

/** Statements read at once: a few megabytes. */
const atOnce = 1000;

interface Claimed {
  readonly batchId: number;
  readonly no: number;
  readonly statement: string;
  readonly prose: unknown;
  /** The statement this one takes back, where it is known, and when it was taken back. */
  readonly target: string | null;
  readonly stored: Date;
  readonly voided: boolean;
}

/**
 * The statements of a claim as a file of the xAPI connector, one a line, in the order of their coming. What was voided
 * says nothing; of a voiding statement the one it takes back follows, because its own records must go.
 */
export const claimedFile = (db: Db, store: Store, claim: string): SourceFile => ({
  name: 'statements.ndjson',
  bytes: undefined,
  open: () => lines(db, store, claim),
});

async function* lines(db: Db, store: Store, claim: string): AsyncGenerator<Uint8Array> {
  let past = { batchId: 0, no: 0 };
  for (;;) {
    const page = await pageOf(db, store, claim, past);
    const last = page.at(-1);
    if (last === undefined) return;
    yield Buffer.from(page.map(linesOf).join(''));
    past = last;
  }
}

function linesOf({ statement, prose, target, stored, voided }: Claimed): string {
  if (voided) return '{"voided":true,"statement":{}}\n'; // counted, and said to be so
  const written = prose === null ? '' : `,"written":${JSON.stringify(prose)}`;
  const gone = target === null ? '' : `{"takenBack":${target},"at":"${stored.toISOString()}"}\n`;
  return `${statement.slice(0, -1)}${written}}\n${gone}`;
}

async function pageOf(
  db: Db,
  { institutionId, sourceId }: Store,
  claim: string,
  past: { batchId: number; no: number },
) {
  const { rows } = await sql<Claimed>`
    select s.batch_id, s.no, s.statement::text as statement, s.prose, target.statement::text as target, s.stored,
      s.voids is null and exists (
        select from identity.statement as v
        where v.institution_id = s.institution_id and v.source_id = s.source_id and v.voids = s.statement_id
      ) as voided
    from ops.statement_batch as b
      join identity.statement as s
        on s.institution_id = b.institution_id and s.source_id = b.source_id and s.stored = b.stored
        and s.batch_id = b.batch_id
      left join identity.statement as target
        on target.institution_id = s.institution_id and target.source_id = s.source_id
        and target.statement_id = s.voids and target.voids is null
    where b.institution_id = ${institutionId} and b.source_id = ${sourceId} and b.claim = ${claim}::uuid
      and (s.batch_id, s.no) > (${past.batchId}::bigint, ${past.no}::bigint)
    order by s.batch_id, s.no
    limit ${atOnce}`.execute(db);
  return rows;
}
