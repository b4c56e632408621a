import { sql } from 'kysely';
import type { Db } from '@kith/sql/connect.ts';

/** The node that stands for the institution as a whole, above all others. */
export const wholeInstitution = 0;

/** A node of the organisation tree with what lies right below it. */
export interface Node {
  readonly unitId: number;
  readonly units: readonly number[];
}

/** A week of a node. */
export interface UnitWeekKey {
  readonly institutionId: number;
  readonly unitId: number;
  /** Monday. */
  readonly week: string;
}

/**
 * Takes up where courses hang by now. A course without a node of its own hangs where the course hangs that it is a part
 * of, else under the institution itself.
 *
 * @returns pairs of node and course that are new, gone or further down now
 */
export async function takeUpTree(
  db: Db,
  institutionId: number,
): Promise<readonly { unitId: number; courseId: number }[]> {
  const { rows: gone } = await sql<{ unitId: number; courseId: number }>`
    with now as (${placed(institutionId)})
    delete from insight.unit_course as known
    where known.institution_id = ${institutionId}
      and not exists (
        select from now
        where now.unit_id = known.unit_id and now.course_id = known.course_id and now.direct = known.direct
      )
    returning known.unit_id, known.course_id`.execute(db);
  const { rows: added } = await sql<{ unitId: number; courseId: number }>`
    insert into insight.unit_course (institution_id, unit_id, course_id, direct)
    select ${institutionId}, placed.unit_id, placed.course_id, placed.direct
    from (${placed(institutionId)}) as placed
    on conflict (institution_id, unit_id, course_id) do nothing
    returning unit_id, course_id`.execute(db);
  return [...gone, ...added];
}

const placed = (institutionId: number) => sql`
  with recursive
    part as (
      select course_id as leaf, course_id, unit_id, parent_course_id
      from core.course
      where institution_id = ${institutionId} and kind in ('course', 'section', 'micro')
      union
      select part.leaf, above.course_id, above.unit_id, above.parent_course_id
      from part
      join core.course as above
        on above.institution_id = ${institutionId} and above.course_id = part.parent_course_id and part.unit_id is null
    ),
    home as (select leaf as course_id, coalesce(max(unit_id), 0) as unit_id from part group by leaf),
    climb as (
      select home.course_id, home.unit_id, true as direct from home
      union
      select climb.course_id, coalesce(unit.parent_unit_id, 0), false
      from climb
      join core.unit as unit on unit.institution_id = ${institutionId} and unit.unit_id = climb.unit_id
    )
  select unit_id, course_id, bool_or(direct) as direct from climb group by unit_id, course_id`;

/** Every node, those below before the one above; the institution last. A circle of nodes hangs nowhere. */
export async function nodesUpwards(db: Db, institutionId: number): Promise<readonly Node[]> {
  const units = await db
    .selectFrom('core.unit')
    .select(['unitId', 'parentUnitId'])
    .where('institutionId', '=', institutionId)
    .orderBy('unitId')
    .execute();
  const below = Map.groupBy(units, ({ parentUnitId }) => parentUnitId ?? wholeInstitution);
  const walk = (unitId: number): Node[] => {
    const own = (below.get(unitId) ?? []).map((unit) => unit.unitId);
    return [...own.flatMap(walk), { unitId, units: own }];
  };
  return walk(wholeInstitution);
}
