import { sql } from 'kysely';
import type { Db } from '@kith/sql/connect.ts';
import { storeDivisions } from '../divisions/store-divisions.ts';
import { partsBelow, storePart, storeUnitWeeks } from './store-units.ts';
import { nodesUpwards, takeUpTree } from './tree.ts';

/**
 * Brings programmes, faculties and the institution to what their courses say now: only nodes above a course-week that
 * changed, each from the parts right below it. What changes meanwhile stays due.
 *
 * @returns how many weeks of nodes were made anew
 */
export async function rollUp(db: Db, institutionId: number, now: Date): Promise<number> {
  return db.transaction().execute(async (tx) => {
    // One at a time: two would each add up parts of which the other is just changing one.
    await sql`select pg_advisory_xact_lock(hashtextextended('kith roll-up', ${institutionId}))`.execute(tx);
    const moved = await takeUpTree(tx, institutionId);
    const due = await weeksDue(tx, institutionId, moved);
    await forgetGone(tx, institutionId);
    if (due.size === 0) return 0;
    let made = 0;
    for (const node of await nodesUpwards(tx, institutionId)) {
      const weeks = [...(due.get(node.unitId) ?? [])].sort();
      for (const week of weeks) {
        await storePart(
          tx,
          { institutionId, unitId: node.unitId, week },
          await partsBelow(tx, institutionId, node, week),
        );
      }
      if (weeks.length > 0) await storeUnitWeeks(tx, institutionId, node.unitId, weeks[0]!, now);
      made += weeks.length;
    }
    await storeDivisions(tx, institutionId, await lastWeeksAmong(tx, institutionId, due));
    return made;
  });
}

/** Of the weeks that changed, those that are some node's last: the pages of regions and zones tell of no others. */
async function lastWeeksAmong(db: Db, institutionId: number, due: ReadonlyMap<number, Set<string>>): Promise<string[]> {
  const changed = new Set([...due.values()].flatMap((weeks) => [...weeks]));
  const { rows } = await sql<{ weekStart: string }>`
    select distinct week_start from (
      select max(week_start) as week_start from insight.unit_week where institution_id = ${institutionId} group by unit_id
    ) as last`.execute(db);
  return rows.map(({ weekStart }) => weekStart).filter((week) => changed.has(week));
}

type Moved = readonly { readonly unitId: number; readonly courseId: number }[];

/** Weeks by node: above what changed, and all of a course's weeks where it came or went. */
async function weeksDue(db: Db, institutionId: number, moved: Moved): Promise<Map<number, Set<string>>> {
  const { rows: taken } = await sql<{ courseId: number; weekStart: string }>`
    delete from insight.roll_up_due where institution_id = ${institutionId}
    returning course_id, week_start`.execute(db);
  const { rows } = await sql<{ unitId: number; weekStart: string }>`
    select above.unit_id, due.week_start
    from jsonb_to_recordset(${JSON.stringify(taken.map(({ courseId, weekStart }) => ({ course_id: courseId, week_start: weekStart })))}::jsonb) as due (course_id bigint, week_start date)
    join insight.unit_course as above on above.institution_id = ${institutionId} and above.course_id = due.course_id
    union
    select moved.unit_id, pool.week_start
    from jsonb_to_recordset(${JSON.stringify(moved.map(({ unitId, courseId }) => ({ unit_id: unitId, course_id: courseId })))}::jsonb) as moved (unit_id bigint, course_id bigint)
    join insight.course_pool as pool on pool.institution_id = ${institutionId} and pool.course_id = moved.course_id`.execute(
    db,
  );
  const byUnit = Map.groupBy(rows, ({ unitId }) => unitId);
  return new Map([...byUnit].map(([unitId, own]) => [unitId, new Set(own.map(({ weekStart }) => weekStart))]));
}

/** Parts of courses that are no more, once the nodes they hung under have heard of it. */
async function forgetGone(db: Db, institutionId: number): Promise<void> {
  await sql`
    delete from insight.course_pool as pool
    where pool.institution_id = ${institutionId}
      and not exists (
        select from insight.unit_course as placed
        where placed.institution_id = pool.institution_id and placed.course_id = pool.course_id
      )`.execute(db);
}
