import { sql } from 'kysely';
import type { z } from 'zod';
import type { HealthWeek } from '@kith/etl/health/about.ts';
import type { ReadDb } from '@kith/sql/connect.ts';
import type { Programme as Contract } from '../../contract/programmes.ts';
import { fewest, shareOf } from '@kith/etl/disclosure/fewest.ts';
import { healthOf } from '../health.ts';
import { select } from '../select.ts';

type Programme = z.output<typeof Contract>;

interface Row {
  unitId: number;
  title: string;
  kind: string;
  path: number[];
  weekStart: string;
  courses: number;
  learners: number;
  scored: number;
  may: number;
  immediacy: boolean;
  health: HealthWeek;
}

/** Nodes the reader may see, each with its last week, from above to below and by title. */
export async function units(db: ReadDb): Promise<(Programme & { readonly path: readonly number[] })[]> {
  const rows = await select<Row>(
    db,
    sql`
      with recursive
        tree as (
          select 0::bigint as unit_id, institution.title as title, 'institution' as kind, array[0::bigint] as path, array['']::text[] as names
          from core.institution as institution
          union all
          select unit.unit_id, unit.title, unit.kind, tree.path || unit.unit_id, tree.names || unit.title
          from tree
          join core.unit as unit on coalesce(unit.parent_unit_id, 0) = tree.unit_id
          where not unit.unit_id = any (tree.path)
        ),
        last as (
          select distinct on (week.unit_id) week.*
          from insight.unit_week as week
          order by week.unit_id, week.week_start desc
        )
      select
        tree.unit_id, tree.title, tree.kind, tree.path, last.week_start, last.courses, last.learners, last.scored, last.immediacy,
        (coalesce(last.counts ->> 'band elevated', '0')::int + coalesce(last.counts ->> 'band high', '0')::int) as may,
        last.health
      from tree
      join last on last.unit_id = tree.unit_id
      order by tree.names, tree.unit_id`,
  );
  const seen = new Set(rows.map(({ unitId }) => unitId));
  return rows.map(({ unitId, title, kind, path, weekStart, courses, learners, scored, may, immediacy, health }) => ({
    unitId,
    title,
    kind,
    path,
    depth: path.filter((above) => above !== unitId && seen.has(above)).length,
    weekStart,
    courses,
    learners: fewest(learners),
    mayShare: shareOf(may, scored),
    health: healthOf(health, immediacy),
  }));
}
