import { sql } from 'kysely';
import type { Db } from '@kith/sql/connect.ts';
import type { Pool } from '../indicator.ts';
import { attendanceCells, divisions, type AttendanceDivision } from '../indicators/reading/attendance-gap.ts';
import { wholeInstitution } from '../roll-up/tree.ts';
import { mayTell, type Place } from './pattern.ts';
import { toldDivision, type ToldDivision } from './told-division.ts';

interface NodeWeek {
  readonly unitId: number;
  readonly parent: number | null;
  readonly attendance: Pool | null;
  readonly region: Pool | null;
  readonly timeZone: Pool | null;
}

/**
 * Attendance and ties by region and by zone, of every node whose last week is one of these. All nodes of a week follow one
 * pattern of what is left out, so all are made when one changes; weeks that nobody looks at say nothing.
 *
 * @param weeks Mondays whose numbers changed
 */
export async function storeDivisions(db: Db, institutionId: number, weeks: Iterable<string>): Promise<void> {
  for (const week of [...new Set(weeks)].sort()) {
    const nodes = await nodesOf(db, institutionId, week);
    const told = divisions.map((division) => divisionOf(nodes, division));
    const rows = nodes.map(({ unitId }) => ({
      unit_id: unitId,
      divisions: told.flatMap((of) => of.get(unitId) ?? []),
    }));
    await sql`
      update insight.unit_week as week
      set divisions = row.divisions
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (unit_id bigint, divisions jsonb)
      where week.institution_id = ${institutionId} and week.unit_id = row.unit_id and week.week_start = ${week}::date
        and week.divisions is distinct from row.divisions`.execute(db);
  }
}

async function nodesOf(db: Db, institutionId: number, week: string): Promise<readonly NodeWeek[]> {
  const { rows } = await sql<NodeWeek>`
    select
      pool.unit_id,
      case when pool.unit_id <> ${wholeInstitution} then coalesce(unit.parent_unit_id, ${wholeInstitution}) end as parent,
      pool.pools -> 'attendance_gap' as attendance,
      pool.pools -> 'mixing_region' as region,
      pool.pools -> 'mixing_time_zone' as time_zone
    from insight.unit_pool as pool
    left join core.unit as unit on unit.institution_id = pool.institution_id and unit.unit_id = pool.unit_id
    where pool.institution_id = ${institutionId} and pool.week_start = ${week}::date
    order by pool.unit_id`.execute(db);
  return rows;
}

/** By node; one of which nothing is known or may be told is not there. */
function divisionOf(nodes: readonly NodeWeek[], division: AttendanceDivision): ReadonlyMap<number, ToldDivision> {
  const root = nodes.find(({ parent }) => parent === null);
  if (root === undefined) return new Map();
  const may = mayTell(
    placeOf(
      root,
      Map.groupBy(nodes, ({ parent }) => parent),
      division,
    ),
  );
  return new Map(
    nodes.flatMap((node) => {
      const of = may.get(node.unitId);
      const told = of && toldDivision({ division, ...of, ties: node[division] ?? undefined });
      return told ? [[node.unitId, told] as const] : [];
    }),
  );
}

function placeOf(
  node: NodeWeek,
  below: ReadonlyMap<number | null, readonly NodeWeek[]>,
  division: AttendanceDivision,
): Place {
  return {
    unitId: node.unitId,
    ...attendanceCells(node.attendance ?? {}, division),
    below: (below.get(node.unitId) ?? []).map((one) => placeOf(one, below, division)),
  };
}
