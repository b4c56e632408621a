import { sql } from 'kysely';

import { unassignedCourse } from './courses.ts';
import type { Merge } from './merge.ts';

/**
 * Gives every planned record its course: the one it names, else its parent's (a reaction is where its post is), else the
 * institution's course "unassigned". The parent may be in this load or in an earlier one; a later one re-homes.
 */
export async function placeRecords(merge: Merge): Promise<void> {
  const { db, institutionId, source } = merge;
  await sql`
    update load_plan as p set course_id = c.course_id
    from load_course as c
    where c.no = p.course_no and p.course_id <> c.course_id`.execute(db); // courses that were joined or parted since
  for (;;) {
    const { numAffectedRows = 0n } = await sql`
      update load_plan as p set course_id = near.course_id
      from (
        select child.position, case when parent.action <> 'older' then parent.course_id else k.course_id end as course_id
        from load_plan as child
          left join load_plan as parent on parent.type = child.parent_type and parent.key = child.parent_key
          left join core.record as k
            on k.institution_id = ${institutionId} and k.source_id = ${source.sourceId}
            and k.type = child.parent_type and k.key = child.parent_key
        where child.course_id is null and child.parent_key is not null
      ) as near
      where p.position = near.position and near.course_id is not null`.execute(db);
    if (numAffectedRows === 0n) break;
  }
  await placeTheRest(merge);
}

/** Records that have a course at all; relations, people and the organisation have none. */
const courseless = sql`('person', 'relation', 'term', 'unit')`;

async function placeTheRest(merge: Merge): Promise<void> {
  const { db } = merge;
  const { rows } = await sql`
    select from load_plan where course_id is null and type not in ${courseless} limit 1`.execute(db);
  if (rows.length === 0) return;
  const unassigned = await unassignedCourse(merge);
  await sql`
    update load_plan set course_id = ${unassigned}::bigint
    where course_id is null and type not in ${courseless}`.execute(db);
}
