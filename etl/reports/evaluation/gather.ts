import { sql } from 'kysely';
import type { Db } from '@kith/sql/connect.ts';
import { partOf, shareOf } from '../../disclosure/fewest.ts';
import type { Rule } from '../../disclosure/hypercube.ts';
import { definitionsIn } from '../definitions.ts';
import { titleOf, weeksOf, type ReportPart, type Span } from '../part.ts';
import { pooledEffects, type ToldEffect } from './effects.ts';
import { groupsOf, medianDays, type ToldGrouping } from './groups.ts';
import { listedLearners, type Listed } from './listed.ts';
import { yearBefore, type ReviewCounts } from './review.ts';

/** Everything an evaluation says, through disclosure control already. */
export interface EvaluationNumbers {
  readonly title: string;
  readonly weeks: { readonly from: string; readonly to: string; readonly count: number };
  readonly asOf: Date;
  readonly definitions: Readonly<Record<string, readonly number[]>>;
  readonly funnel: Funnel;
  /** Null: too few contacts, or it would tell of few who teach. */
  readonly times: { readonly median: number; readonly withinWeek: number | null } | null;
  readonly effects: readonly ToldEffect[];
  readonly groups: readonly ToldGrouping[];
  readonly review: ReviewCounts;
}

/** Learners; null: left out. */
export interface Funnel {
  readonly listed: number | null;
  readonly contacted: number | null;
  readonly answered: number | null;
  readonly setAside: number | null;
}

/** Null: no week has numbers. A course has no evaluation of its own: it would be one of who teaches it (ADR 80). */
export async function gatherEvaluation(
  db: Db,
  part: ReportPart,
  span: Span,
  rule: Rule,
): Promise<EvaluationNumbers | null> {
  const mondays = await weeksOf(db, part, span);
  const title = await titleOf(db, part);
  const [from, to] = [mondays[0], mondays.at(-1)];
  if (from === undefined || to === undefined || title === null) return null;
  const weeks = { from, to, count: mondays.length };
  const listed = await listedLearners(db, part, weeks);
  const { asOf, pooled } = await lastWeek(db, part, to);
  const median = pooled ? medianDays(listed) : null;
  return {
    title,
    weeks,
    asOf,
    definitions: await definitionsIn(db, part.institutionId, weeks),
    funnel: funnelOf(listed),
    times: median === null ? null : { median, withinWeek: withinWeek(listed) },
    effects: await pooledEffects(db, part, weeks),
    groups: groupsOf(listed, rule, pooled),
    review: await yearBefore(db, part.institutionId, asOf),
  };
}

function funnelOf(listed: readonly Listed[]): Funnel {
  const count = (which: (one: Listed) => boolean) => listed.filter(which).length;
  const contacted = count((one) => one.contacted);
  return {
    listed: partOf(listed.length, listed.length),
    contacted: partOf(contacted, listed.length),
    answered: partOf(
      count((one) => one.answered),
      contacted,
    ),
    setAside: partOf(
      count((one) => one.setAside),
      listed.length,
    ),
  };
}

const withinWeek = (listed: readonly Listed[]): number | null => {
  const days = listed.flatMap((one) => one.days ?? []);
  return shareOf(days.filter((each) => each <= 7).length, days.length);
};

/** When the last week ended, and whether enough people teach below the node for their times to be pooled. */
async function lastWeek(
  db: Db,
  { institutionId, unitId }: ReportPart,
  week: string,
): Promise<{ asOf: Date; pooled: boolean }> {
  const { rows } = await sql<{ asOf: Date; pooled: boolean }>`
    select max(course.as_of) as as_of, coalesce(bool_or(node.immediacy), false) as pooled
    from insight.course_week as course
    left join insight.unit_week as node
      on node.institution_id = course.institution_id and node.unit_id = ${unitId} and node.week_start = course.week_start
    where course.institution_id = ${institutionId} and course.week_start = ${week}::date`.execute(db);
  return rows[0]!;
}
