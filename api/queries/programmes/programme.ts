import { sql } from 'kysely';
import type { ReadDb } from '@kith/sql/connect.ts';
import type { ResponseOf } from '../../contract/endpoint.ts';
import type { getProgramme } from '../../contract/programmes.ts';
import { healthPoint } from '../health.ts';
import { select } from '../select.ts';
import { coursesBelow } from './courses-below.ts';
import { isOrdered } from './ranking.ts';
import { units } from './units.ts';

type Page = ResponseOf<typeof getProgramme>;

/** A part of the institution with everything right below it; undefined where there is none for this reader. */
export async function programme(db: ReadDb, unitId: number): Promise<Page | undefined> {
  const all = await units(db);
  const own = all.find((unit) => unit.unitId === unitId);
  if (own === undefined) return undefined;
  const rows = await select<
    Omit<Page['weeks'][number], 'week'> & { spread: Page['spread']; divisions: Page['divisions'] | null }
  >(
    db,
    sql`
      select
        week_start, health -> 'spread' as spread, divisions,
        ${healthPoint(sql`health`)} as health
      from insight.unit_week
      where unit_id = ${unitId}
      order by week_start`,
  );
  const courses = await coursesBelow(db, unitId);
  return {
    programme: own,
    weeks: rows.map(({ weekStart, health }, index) => ({ week: index + 1, weekStart, health })),
    spread: rows.at(-1)?.spread ?? null,
    divisions: rows.at(-1)?.divisions ?? [],
    below: all.filter(({ path }) => path.at(-2) === unitId),
    courses,
    dip: dipOf(courses, own.weekStart),
    ranking: isOrdered(courses.map(({ health }) => health.interval)),
  };
}

/** Of the courses that have an index this calendar week and had one before: in how many it fell by more than a wobble. */
function dipOf(courses: Page['courses'], weekStart: string): Page['dip'] {
  const changes = courses
    .filter(({ weeks }) => weeks.at(-1)?.weekStart === weekStart)
    .flatMap(({ health }) => health.change ?? []);
  return { fell: changes.filter(({ called, delta }) => called && delta < 0).length, known: changes.length };
}
