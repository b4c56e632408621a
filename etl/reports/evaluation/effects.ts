import { sql } from 'kysely';
import type { Db } from '@kith/sql/connect.ts';
import { rounded } from '../../disclosure/rounded.ts';
import { pooledDifference } from '../../measures/pooled-difference.ts';
import type { ReportPart } from '../part.ts';

/** Did it help, over the courses that can say something. */
export interface ToldEffect {
  readonly weeks: number;
  readonly courses: number;
  readonly contacts: number;
  /** In classmates in touch, with its 95 % interval; null: too few courses to say. */
  readonly pooled: { readonly difference: number; readonly low: number; readonly high: number } | null;
}

/** What one or two courses say would be known of them, and of who teaches there. */
const leastCourses = 3;

/** The shorter window first. Of courses that ran in the weeks. */
export async function pooledEffects(
  db: Db,
  { institutionId, unitId }: ReportPart,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<ToldEffect[]> {
  const { rows } = await sql<{ weeks: number; contacts: number; difference: number; low: number; high: number }>`
    select effect.window_weeks as weeks, effect.matched as contacts, effect.difference, effect.low, effect.high
    from insight.unit_course as below
    join care.effect as effect on effect.institution_id = below.institution_id and effect.course_id = below.course_id
    where below.institution_id = ${institutionId} and below.unit_id = ${unitId} and effect.template = ''
      and effect.verdict = 'said'
      and exists (
        select from insight.course_week as week
        where week.institution_id = below.institution_id and week.course_id = below.course_id
          and week.week_start between ${from}::date and ${to}::date)
    order by effect.course_id`.execute(db);
  return [2, 4].map((weeks) => {
    const own = rows.filter((row) => row.weeks === weeks);
    // Half an interval is nearly two errors: of a t with few learners a little more, which errs towards caution.
    const places = own.map(({ difference, low, high }) => ({ difference, variance: ((high - low) / 3.92) ** 2 }));
    const pooled = own.length < leastCourses ? null : pooledDifference(places);
    return {
      weeks,
      courses: own.length,
      contacts: rounded(own.reduce((sum, { contacts }) => sum + contacts, 0)),
      pooled,
    };
  });
}
