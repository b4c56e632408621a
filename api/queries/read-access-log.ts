import { sql } from 'kysely';
import type { Db } from '@kith/sql/connect.ts';
import type { ResponseOf } from '../contract/endpoint.ts';
import type { readAccessLog as endpoint } from '../contract/access-log.ts';
import { notFound } from '../problem.ts';

type Entry = ResponseOf<typeof endpoint>[number];

export interface LogFilter {
  readonly reader?: string | undefined;
  readonly learner?: string | undefined;
  readonly day?: string | undefined;
  readonly before?: number | undefined;
  readonly limit: number;
}

/**
 * Rows of the access log, newest first. Logs that it was read.
 *
 * @throws 404 where an address is nobody's
 */
export async function readAccessLog(db: Db, filter: LogFilter): Promise<Entry[]> {
  const { reader = null, learner = null, day = null, before = null, limit } = filter;
  try {
    const { rows } = await sql<Omit<Entry, 'at'> & { at: Date }>`
      select * from ops.read_access_log(${reader}, ${learner}, ${day}::date, ${before}, ${limit})`.execute(db);
    return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'P0002') throw notFound('person');
    throw error;
  }
}
