import { sql } from 'kysely';

import type { Db } from '@kith/sql/connect.ts';

/** What became of the rows of a load. */
export interface RowCounts {
  readonly read: number;
  readonly new: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly skipped: number;
  readonly rejected: number;
}

/** From the least to the most telling: a row that gives several records is counted by the most telling of them. */
const ranks = ['skipped', 'unchanged', 'changed', 'new', 'rejected'] as const;

/** Counts rows, not records, after the plan of a merge is made. A row is a line of a file. */
export async function countRows(db: Db): Promise<RowCounts> {
  const { rows } = await sql<{ rank: number | null; rows: number; extra: number }>`
    select rank, count(*) as rows, coalesce(sum(extra), 0)::bigint as extra
    from (
      select file_no, line, max(rank) as rank, sum(extra)::bigint as extra
      from (
        select file_no, line, case action when 'new' then 3 when 'changed' then 2 else 1 end as rank, 0 as extra
        from load_plan
        union all
        select file_no, line, verdict, 0 from all_record where verdict is not null
        union all
        select s.file_no, s.line,
          coalesce(s.verdict, case when k.key is null then 3 when k.moved or k.hash <> s.hash then 2 else 1 end), 0
        from all_activity as s
          left join load_known as k on k.key = s.key
        union all
        select file_no, line, case when is_new then 3 else 1 end, 0 from load_voided
        union all
        select file_no, line, rank, extra from staged_line
      ) as item
      group by file_no, line
    ) as row
    group by rank`.execute(db);
  const counts = { read: 0, new: 0, changed: 0, unchanged: 0, skipped: 0, rejected: 0 };
  for (const { rank, rows: number, extra } of rows) {
    counts.read += extra;
    counts.skipped += extra;
    const name = rank === null ? undefined : ranks[rank];
    if (name === undefined) continue;
    counts.read += number;
    counts[name] += number;
  }
  return counts;
}

/** Reasons of skipped rows with counts. */
export async function countReasons(db: Db): Promise<Record<string, number>> {
  const { rows } = await sql<{ reason: string; rows: number }>`
    select reason, sum(case when rank is null then extra else 1 end)::bigint as rows
    from staged_line where reason is not null group by reason order by reason`.execute(db);
  return Object.fromEntries(rows.map(({ reason, rows: number }) => [reason, number]));
}
