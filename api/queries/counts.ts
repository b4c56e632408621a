import { sql } from 'kysely';
import type { z } from 'zod';
import type { ReadDb } from '@kith/sql/connect.ts';
import type { Counts } from '../contract/course.ts';
import { select } from './select.ts';

type CountsOf = z.output<typeof Counts>;

/**
 * Learners by state and band, by "course:week". Only of courses whose learners the reader may see: for others
 * row-level security leaves no row, and no row is no entry, not a zero.
 */
export async function countsByWeek(
  db: ReadDb,
  courseIds: readonly number[],
  which: 'last' | 'all',
): Promise<ReadonlyMap<string, CountsOf>> {
  const rows = await select<{
    courseId: number;
    week: number;
    state: keyof CountsOf['byState'];
    band: keyof CountsOf['byBand'] | null;
    learners: number;
  }>(
    db,
    sql`
      select course_id, week, state, case when state = 'scored' then band end as band, count(*)::int as learners
      from insight.learner_week as one
      where course_id = any (${[...courseIds]}) and state <> 'not_enrolled'
        and (${which === 'all'} or week = (
          select max(week) from insight.course_week as last
          where last.institution_id = one.institution_id and last.course_id = one.course_id
        ))
      group by 1, 2, 3, 4`,
  );
  const counts = new Map<
    string,
    { learners: number; byState: Record<string, number>; byBand: Record<string, number> }
  >();
  for (const { courseId, week, state, band, learners } of rows) {
    const key = `${String(courseId)}:${String(week)}`;
    const entry = counts.get(key) ?? { learners: 0, byState: {}, byBand: {} };
    entry.learners += learners;
    entry.byState[state] = (entry.byState[state] ?? 0) + learners;
    if (band !== null) entry.byBand[band] = (entry.byBand[band] ?? 0) + learners;
    counts.set(key, entry);
  }
  return counts;
}
