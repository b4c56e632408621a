import { sql, type RawBuilder } from 'kysely';
import type { Db } from '@kith/sql/connect.ts';

/** A source whose time has come, or that somebody told to run. */
export interface DueSource {
  readonly institutionId: number;
  readonly sourceId: number;
  readonly source: string;
  readonly kind: 'pull' | 'folder';
}

const isDue = sql`(t.asked_at is not null or (not t.paused and t.next_at <= clock_timestamp()))`;

const due = (which: RawBuilder<unknown>): RawBuilder<DueSource> => sql<DueSource>`
  select t.institution_id, t.source_id, s.name as source, case when p.source_id is null then 'folder' else 'pull' end as kind
  from ops.schedule as t
    join ops.source as s on s.institution_id = t.institution_id and s.source_id = t.source_id
    left join ops.pull as p on p.institution_id = t.institution_id and p.source_id = t.source_id
  where ${isDue} and ${which}`;

export const dueSources = async (db: Db): Promise<DueSource[]> => (await due(sql`true`).execute(db)).rows;

/** Undefined: it has run since it was called for, or is gone. */
export async function dueSource(db: Db, institutionId: number, sourceId: number): Promise<DueSource | undefined> {
  const which = sql`t.institution_id = ${institutionId} and t.source_id = ${sourceId}`;
  return (await due(which).execute(db)).rows[0];
}
