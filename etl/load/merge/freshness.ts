import { sql } from 'kysely';

import type { Merge } from './merge.ts';

/**
 * Notes how fresh the courses of this load are in its source, and with the run which courses it changed. To the hour,
 * which is what `load_touch` knows; a session that is still to come makes nothing fresh.
 */
export async function noteFreshness({ db, institutionId, source, runId, visibleAt }: Merge): Promise<void> {
  await sql`
    insert into ops.course_source (institution_id, course_id, source_id, run_id, last_load_at, newest_at)
    select ${institutionId}::bigint, named.course_id, ${source.sourceId}::bigint, ${runId}::bigint,
      ${visibleAt}::timestamptz, max(t.at) filter (where t.at <= ${visibleAt}::timestamptz)
    from (
      select course_id from load_course
      union
      select course_id from load_plan where course_id is not null
    ) as named
      join core.course as c
        on c.institution_id = ${institutionId} and c.course_id = named.course_id and c.kind <> 'unassigned'
      left join load_touch as t on t.course_id = named.course_id
    group by named.course_id
    on conflict (institution_id, course_id, source_id) do update set
      run_id = excluded.run_id, last_load_at = excluded.last_load_at,
      newest_at = greatest(course_source.newest_at, excluded.newest_at)`.execute(db);
  await sql`
    update ops.run as r
    set course_ids = array(select course_id from load_touched_course order by course_id),
      named_course_ids = array(
        select c.course_id from ops.course_source as c
        where c.institution_id = ${institutionId} and c.source_id = ${source.sourceId} and c.run_id = ${runId}
        order by c.course_id),
      newest_at = (select max(at) from load_touch where at <= ${visibleAt}::timestamptz)
    where r.institution_id = ${institutionId} and r.run_id = ${runId}`.execute(db);
}
