import type { RawBuilder } from 'kysely';
import type { Db, ReadDb } from '@kith/sql/connect.ts';

/**
 * Runs one SELECT written as SQL on a read-only handle. The type cannot see into SQL; the transaction behind the handle
 * is read-only, so Postgres refuses anything else.
 */
export async function select<Row>(db: ReadDb, query: RawBuilder<Row>): Promise<Row[]> {
  return (await query.execute(db as unknown as Db)).rows;
}
