import { sql } from 'kysely';
import type { ReadDb } from '@kith/sql/connect.ts';
import type { getLogSeals } from '../contract/access-log.ts';
import type { ResponseOf } from '../contract/endpoint.ts';
import { select } from './select.ts';

type Seals = ResponseOf<typeof getLogSeals>;

/** The state of the seals on the access log. Reads all of the log; the database refuses others than stewards. */
export async function logSeals(db: ReadDb): Promise<Seals> {
  const [row] = await select<Omit<Seals, 'sealedUntil'> & { sealedUntil: Date | null }>(
    db,
    sql`select sealed_until, seals::int, digest, broken from ops.log_seals()`,
  );
  if (!row) throw new Error('ops.log_seals() answers one row.');
  return { ...row, sealedUntil: row.sealedUntil?.toISOString() ?? null };
}
