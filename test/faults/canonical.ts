import { sql } from 'kysely';

import { dump } from '../load/dump.ts';
import type { Tables } from './stand.ts';

/** Everything a load leaves, without our own ids and times: texts by table. */
export type Canonical = Readonly<Record<string, readonly string[]>>;

/** The tables, what the first visible load counted and refused, and the stage, which must be empty. */
export async function canonical({ db, institutionId }: Tables): Promise<Canonical> {
  const read = async (query: ReturnType<typeof sql>) =>
    (await query.execute(db)).rows.map((row) => JSON.stringify(row));
  const first = sql`(select min(run_id) from ops.run where state = 'visible')`;
  return {
    ...(await dump(db, institutionId)),
    counts: await read(sql`
      select read_count, new_count, changed_count, unchanged_count, skipped_count, rejected_count, deleted_count, skipped
      from ops.run where run_id = ${first}`),
    rejects: await read(sql`
      select file, line, code, field, message, raw from ops.reject where run_id = ${first} order by line, code`),
    weeks: await read(sql`
      select c.title, d.week_start from ops.dirty_week as d join core.course as c using (course_id)
      where c.dates_basis <> 'assumed' order by 1, 2`),
    stage: await read(sql`select tablename from pg_tables where schemaname = 'stage' order by 1`),
    unfinished: await read(sql`select state from ops.run where state not in ('visible', 'failed')`),
  };
}

/** Names of the tables in which two differ. */
export const differences = (one: Canonical, other: Canonical): string[] =>
  [...new Set([...Object.keys(one), ...Object.keys(other)])].filter(
    (name) => JSON.stringify(one[name]) !== JSON.stringify(other[name]),
  );
