import { sql } from 'kysely';
import type { Db } from '@kith/sql/connect.ts';
import { mayPool, type Teaching } from './may-pool.ts';
import { wholeInstitution, type UnitWeekKey } from './tree.ts';

interface StaffWeek {
  /** Different people. */
  readonly staff: number;
  /** Whether the node says what is about them. */
  readonly pooled: boolean;
}

/** By Monday: who teaches below a node from a week on, and what was said of the weeks before it. */
export async function staffOfWeeks(
  db: Db,
  { institutionId, unitId, week }: UnitWeekKey,
): Promise<ReadonlyMap<string, StaffWeek>> {
  const { rows: before } = await sql<StaffWeek & { weekStart: string }>`
    select week_start, staff, immediacy as pooled from insight.unit_week
    where institution_id = ${institutionId} and unit_id = ${unitId} and week_start < ${week}::date`.execute(db);
  const now = Map.groupBy(await teachingBelow(db, { institutionId, unitId, week }), ({ weekStart }) => weekStart);
  return new Map([
    ...before.map(({ weekStart, ...said }) => [weekStart, said] as const),
    ...[...now].map(
      ([weekStart, own]) =>
        [weekStart, { staff: new Set(own.map(({ personId }) => personId)).size, pooled: mayPool(own) }] as const,
    ),
  ]);
}

/** Who teaches below a node from a week on, and which courses a node further down tells of already. */
async function teachingBelow(
  db: Db,
  { institutionId, unitId, week: from }: UnitWeekKey,
): Promise<readonly (Teaching & { readonly weekStart: string })[]> {
  const { rows } = await sql<Teaching & { weekStart: string }>`
    with recursive
      below as (
        select unit_id from core.unit
        where institution_id = ${institutionId} and coalesce(parent_unit_id, ${wholeInstitution}) = ${unitId}
        union
        select unit.unit_id from core.unit as unit
        join below on unit.institution_id = ${institutionId} and unit.parent_unit_id = below.unit_id
      ),
      shown as (
        select distinct lower.course_id, told.week_start
        from insight.unit_week as told
        join insight.unit_course as lower on lower.institution_id = told.institution_id and lower.unit_id = told.unit_id
        where told.institution_id = ${institutionId} and told.immediacy and told.unit_id in (select unit_id from below)
          and told.week_start >= ${from}::date
      )
    select pool.week_start, staff.course_id, staff.person_id, shown.course_id is not null as told
    from insight.unit_course as own
    join insight.course_pool as pool on pool.institution_id = own.institution_id and pool.course_id = own.course_id
    join core.participant as staff
      on staff.institution_id = own.institution_id and staff.course_id = own.course_id and staff.role = 'staff'
    left join shown on shown.course_id = own.course_id and shown.week_start = pool.week_start
    where own.institution_id = ${institutionId} and own.unit_id = ${unitId} and pool.week_start >= ${from}::date`.execute(
    db,
  );
  return rows;
}
