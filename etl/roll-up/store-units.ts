import { sql } from 'kysely';
import type { Db } from '@kith/sql/connect.ts';
import { inForceAt, readTimeline } from '../definitions/timeline.ts';
import { onlyImmediacy, withoutImmediacy } from '../health/immediacy.ts';
import { together, type Part } from './part.ts';
import { pooledWeeks, type PooledWeek } from './pooled-week.ts';
import { staffOfWeeks } from './teaching.ts';
import type { Node, UnitWeekKey } from './tree.ts';

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
  const staffed = await staffOfWeeks(db, { institutionId, unitId, week: from });
  const weeks = pooledWeeks(
    parts.map((part) => ({
      ...part,
      definition: inForceAt(timeline, afterWeek(part.weekStart)).community_health,
      pooled: staffed.get(part.weekStart)?.pooled ?? false,
    })),
  );
  const rows = parts.flatMap(({ weekStart, counts }, index) =>
    weekStart < from
      ? []
      : [{ ...rowOf(weekStart, counts, weeks[index]!), ...(staffed.get(weekStart) ?? { staff: 0, pooled: false }) }],
  );
  await sql`
    with
      week as (
        select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (
          week_start date, courses int, learners int, scored int, staff int, pooled boolean, counts jsonb, indicators jsonb,
          immediacy jsonb, health jsonb, shared_health jsonb
        )
      )
    insert into insight.unit_week (
      institution_id, unit_id, week_start, courses, learners, scored, staff, immediacy, counts, indicators, health,
      definition_version, computed_at
    )
    select
      ${institutionId}, ${unitId}, week_start, courses, learners, scored, staff, pooled, counts,
      case when pooled then indicators || immediacy else indicators end,
      case when pooled then health else shared_health end,
      (health ->> 'version')::int, ${now}::timestamptz
    from week
    on conflict (institution_id, unit_id, week_start) do update set
      courses = excluded.courses, learners = excluded.learners, scored = excluded.scored, staff = excluded.staff,
      immediacy = excluded.immediacy, counts = excluded.counts, indicators = excluded.indicators, health = excluded.health,
      definition_version = excluded.definition_version, computed_at = excluded.computed_at`.execute(db);
}

function rowOf(weekStart: string, counts: Part['counts'], { indicators, health, sharedHealth }: PooledWeek): object {
  return {
    week_start: weekStart,
    courses: counts.courses ?? 0,
    learners: counts.learners ?? 0,
    scored: counts.scored ?? 0,
    counts: Object.fromEntries(Object.entries(counts).filter(([name]) => /^(band|state) /.test(name))),
    indicators: withoutImmediacy(indicators),
    immediacy: onlyImmediacy(indicators),
    health,
    shared_health: sharedHealth,
  };
}

/** The end of a week that begins on a Monday, in UTC: a node has no zone of its own. */
const afterWeek = (monday: string): number => Date.parse(monday) + 7 * 86_400_000;
