import { sql } from 'kysely';

import { sqlList } from './sql-list.ts';
import type { Merge } from './merge.ts';
import { someIn } from './some-in.ts';

/** Facts that hold for a time: a change touches every week from their start to now. The others touch the week they fell in. */
const lasting = sqlList(['consent', 'declaration', 'enrolment', 'group', 'membership', 'mentorship', 'space']);

/**
 * Leaves `load_touch`, what changed where and when, old place and new, and `load_touched_course`. `at` null: from the
 * start of the course. `open`: up to now. A course record by itself touches nothing but what its description moves.
 */
export async function findTouched(merge: Merge): Promise<void> {
  const { db, institutionId, source } = merge;
  await sql`
    create temporary table load_touch on commit drop as
    select placed.course_id, placed.at, placed.type in ${lasting} or placed.at is null as open
    from (
      select changed.course_id, changed.type,
        -- Asked row by row, and only of rows without a time: joined, a ledger the planner has not looked at since it was
        -- empty would be read once for every row.
        case
          when changed.at is not null then changed.at
          else (
            select parent.occurred_at from core.record as parent
            where parent.institution_id = ${institutionId} and parent.source_id = ${source.sourceId}
              and parent.type = changed.parent_type and parent.key = changed.parent_key)
        end as at
      from (
        select type, course_id, occurred_at as at, parent_type, parent_key from load_plan where action in ('new', 'changed')
        union all
        select type, old_course_id, old_occurred_at, parent_type, parent_key from load_plan where action = 'changed'
        union all
        select type, old_course_id, occurred_at, null, null from load_move
        union all
        select type, course_id, occurred_at, null, null from load_move
      ) as changed
      where changed.course_id is not null and changed.type <> 'course'
    ) as placed`.execute(db);
  if (merge.mode === 'full') {
    await sql`
      insert into load_touch (course_id, at, open)
      select course_id, occurred_at, type in ${lasting} or occurred_at is null from load_absent
      where course_id is not null`.execute(db);
  }
  await touchedByActivity(merge);
  await sql`
    insert into load_touch (course_id, at, open)
    select course_id, null::timestamptz, true from load_moved_course
    union
    select new_course_id, null, true from load_course_move
    union
    select course_id, null, true from load_redescribed`.execute(db);
  await sql`
    create temporary table load_touched_course on commit drop as
    select distinct t.course_id
    from load_touch as t
      join core.course as c on c.institution_id = ${institutionId} and c.course_id = t.course_id`.execute(db);
}

/** To the hour: enough to know the week in any zone, and few enough to be joined with the zone. */
const hour = (at: string) => sql`date_trunc('hour', ${sql.raw(at)})`;

async function touchedByActivity(merge: Merge): Promise<void> {
  const { db } = merge;
  if (await someIn(db, 'staged_activity')) await touchedByStaged(merge);
  if (await someIn(db, 'load_voided')) await touchedByVoids(merge);
  await sql`
    insert into load_touch (course_id, at, open)
    select course_id, ${hour('occurred_at')}, false from load_known where moved
    union
    select course_id, ${hour('occurred_at')}, false from load_activity_move
    union
    select new_course_id, ${hour('occurred_at')}, false from load_activity_move
    union
    select course_id, ${hour('occurred_at')}, false from load_absent_activity`.execute(db);
}

async function touchedByStaged({ db, institutionId, source }: Merge): Promise<void> {
  await sql`
    insert into load_touch (course_id, at, open)
    select distinct c.course_id, ${hour('s.occurred_at')}, false
    from staged_activity as s
      join load_course as c on c.no = s.course_no
      left join load_known as k on k.key = s.key
    where k.key is null or k.moved or k.replaced`.execute(db);
  const { rows } = await sql`select from staged_activity where course_no is null limit 1`.execute(db);
  if (rows.length === 0) return;
  await sql`
    insert into load_touch (course_id, at, open)
    select distinct a.course_id, ${hour('s.occurred_at')}, false
    from staged_activity as s
      join core.activity as a
        on a.institution_id = ${institutionId} and a.source_id = ${source.sourceId} and a.key = s.key
      left join load_known as k on k.key = s.key
    where s.course_no is null and (k.key is null or k.hash <> s.hash)`.execute(db);
}

async function touchedByVoids({ db, institutionId, source }: Merge): Promise<void> {
  await sql`
    insert into load_touch (course_id, at, open)
    select a.course_id, ${hour('a.occurred_at')}, false
    from load_voided as v
      join core.activity as a
        on a.institution_id = ${institutionId} and a.source_id = ${source.sourceId} and a.key = v.key
    where v.is_new`.execute(db);
}
