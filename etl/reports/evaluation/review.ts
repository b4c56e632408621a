import { sql } from 'kysely';
import type { Db } from '@kith/sql/connect.ts';

/** Of the year before a day, in the whole institution: people, and what staff did. */
export interface ReviewCounts {
  readonly optedOut: number;
  readonly requests: number;
  readonly erasures: number;
  readonly exports: number;
}

export async function yearBefore(db: Db, institutionId: number, day: Date): Promise<ReviewCounts> {
  const { rows } = await sql<ReviewCounts>`
    with year as (select ${day}::timestamptz - interval '1 year' as from_at, ${day}::timestamptz as to_at)
    select
      (select count(distinct person_id)::int from core.opted_out where institution_id = ${institutionId}) as opted_out,
      (
        select count(*)::int from ops.data_request
        where institution_id = ${institutionId} and answered_at between year.from_at and year.to_at
      ) as requests,
      (
        select count(*)::int from ops.erasure
        where institution_id = ${institutionId} and erased_at between year.from_at and year.to_at
      ) as erasures,
      (
        select count(*)::int from ops.export
        where institution_id = ${institutionId} and as_of between year.from_at and year.to_at
      ) as exports
    from year`.execute(db);
  return rows[0]!;
}
