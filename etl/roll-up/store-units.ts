import { sql } from 'kysely';
import type { Db } from '@kith/sql/connect.ts';
import { inForceAt, readTimeline } from '../definitions/timeline.ts';
import { together, type Part } from './part.ts';
import { pooledWeeks, type PooledWeek } from './pooled-week.ts';
import type { Node } from './tree.ts';

/** A week of a node. */
export interface UnitWeekKey {
  readonly institutionId: number;
  readonly unitId: number;
  /** Monday. */
  readonly week: string;
}

/** The parts of the courses and of the nodes right below a node. */
export async function partsBelow(db: Db, institutionId: number, node: Node, week: string): Promise<readonly Part[]> {
  const { rows } = await sql<Part>`
    select pool.counts, pool.pools, array_remove(array[pool.health_index], null) as indexes
    from insight.unit_course as own
    join insight.course_pool as pool
      on pool.institution_id = own.institution_id and pool.course_id = own.course_id and pool.week_start = ${week}::date
    where own.institution_id = ${institutionId} and own.unit_id = ${node.unitId} and own.direct
    union all
    select counts, pools, health_indexes
    from insight.unit_pool
    where institution_id = ${institutionId} and unit_id = any (${[...node.units]}::bigint[]) and week_start = ${week}::date`.execute(
    db,
  );
  return rows;
}

/** What lies below as one part; none at all where nothing lies below any more. */
export async function storePart(
  db: Db,
  { institutionId, unitId, week }: UnitWeekKey,
  below: readonly Part[],
): Promise<void> {
  if (below.length === 0) {
    for (const table of ['insight.unitPool', 'insight.unitWeek'] as const) {
      await db
        .deleteFrom(table)
        .where('institutionId', '=', institutionId)
        .where('unitId', '=', unitId)
        .where('weekStart', '=', week)
        .execute();
    }
    return;
  }
  const { counts, pools, indexes } = together(below);
  await sql`
    insert into insight.unit_pool (institution_id, unit_id, week_start, counts, pools, health_indexes)
    values (
      ${institutionId}, ${unitId}, ${week}::date, ${JSON.stringify(counts)}::jsonb, ${JSON.stringify(pools)}::jsonb,
      ${[...indexes].sort((one, other) => one - other)}::float8[]
    )
    on conflict (institution_id, unit_id, week_start) do update set
      counts = excluded.counts, pools = excluded.pools, health_indexes = excluded.health_indexes`.execute(db);
}

/** Everything that is said of a node, from a week on; a band hangs on the weeks before, so all its weeks are read. */
export async function storeUnitWeeks(
  db: Db,
  institutionId: number,
  unitId: number,
  from: string,
  now: Date,
): Promise<void> {
  const { rows: parts } = await sql<Part & { weekStart: string }>`
    select week_start, counts, pools, health_indexes as indexes
    from insight.unit_pool
    where institution_id = ${institutionId} and unit_id = ${unitId}
    order by week_start`.execute(db);
  const timeline = await readTimeline(db, institutionId, { unitId });
  const weeks = pooledWeeks(
    parts.map((part) => ({ ...part, definition: inForceAt(timeline, afterWeek(part.weekStart)).community_health })),
  );
  const rows = parts.flatMap(({ weekStart, counts }, index) =>
    weekStart < from ? [] : [rowOf(weekStart, counts, weeks[index]!)],
  );
  await sql`
    insert into insight.unit_week (
      institution_id, unit_id, week_start, courses, learners, scored, staff, counts, indicators, health, definition_version,
      computed_at
    )
    select
      ${institutionId}, ${unitId}, row.week_start, row.courses, row.learners, row.scored,
      (
        select count(distinct staff.person_id)
        from insight.unit_course as below
        join insight.course_pool as week
          on week.institution_id = below.institution_id and week.course_id = below.course_id
          and week.week_start = row.week_start
        join core.participant as staff
          on staff.institution_id = below.institution_id and staff.course_id = below.course_id and staff.role = 'staff'
        where below.institution_id = ${institutionId} and below.unit_id = ${unitId}
      ),
      row.counts, row.indicators, row.health, (row.health ->> 'version')::int, ${now}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (
      week_start date, courses int, learners int, scored int, counts jsonb, indicators jsonb, health jsonb
    )
    on conflict (institution_id, unit_id, week_start) do update set
      courses = excluded.courses, learners = excluded.learners, scored = excluded.scored, staff = excluded.staff,
      counts = excluded.counts, indicators = excluded.indicators, health = excluded.health,
      definition_version = excluded.definition_version, computed_at = excluded.computed_at`.execute(db);
}

function rowOf(weekStart: string, counts: Part['counts'], { indicators, health }: PooledWeek): object {
  return {
    week_start: weekStart,
    courses: counts.courses ?? 0,
    learners: counts.learners ?? 0,
    scored: counts.scored ?? 0,
    counts: Object.fromEntries(Object.entries(counts).filter(([name]) => /^(band|state) /.test(name))),
    indicators,
    health,
  };
}

/** The end of a week that begins on a Monday, in UTC: a node has no zone of its own. */
const afterWeek = (monday: string): number => Date.parse(monday) + 7 * 86_400_000;
