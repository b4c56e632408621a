import { sql } from 'kysely';
import type { Db } from '@kith/sql/connect.ts';

/** One learner-week, as the command line lists it. */
export interface LearnerLine {
  readonly person: number;
  readonly name: string | null;
  readonly email: string | null;
  readonly week: number;
  readonly kind: string;
  readonly state: string;
  /** 0 to 100, to one decimal; null unless scored. */
  readonly score: number | null;
  readonly band: string | null;
  readonly trend: string | null;
  /** 0 to 1. */
  readonly coverage: number | null;
  readonly confidence: number | null;
  /** The first of the reasons, as a sentence. */
  readonly reason: string | null;
}

/** The last computed week of a course; undefined: none. */
export async function lastWeek(db: Db, institutionId: number, courseId: number): Promise<number | undefined> {
  const last = await db
    .selectFrom('insight.courseWeek')
    .select('week')
    .where('institutionId', '=', institutionId)
    .where('courseId', '=', courseId)
    .orderBy('week', 'desc')
    .limit(1)
    .executeTakeFirst();
  return last?.week;
}

/** Highest score first, then those without one. Who chose not to be part is in no list, here as on the pages. */
export async function learnerLines(
  db: Db,
  institutionId: number,
  courseId: number,
  week: number,
): Promise<LearnerLine[]> {
  const { rows } = await sql<LearnerLine>`
    select
      l.person_id as person, i.display_name as name, i.email, l.week, l.kind, l.state,
      round(l.score::numeric, 1)::float8 as score, l.band, l.trend, round(l.coverage::numeric, 3)::float8 as coverage,
      round(l.confidence::numeric, 3)::float8 as confidence, l.reasons #>> '{reasons,0,sentence}' as reason
    from insight.learner_week as l
    left join identity.person as i on i.institution_id = l.institution_id and i.person_id = l.person_id
    where l.institution_id = ${institutionId} and l.course_id = ${courseId} and l.week = ${week}
      and not exists (
        select from core.opted_out as o
        where o.institution_id = l.institution_id and o.person_id = l.person_id and o.course_id in (0, l.course_id))
    order by l.score desc nulls last, l.person_id`.execute(db);
  return rows;
}

/** How many learners of the week there are, and how many of them chose not to be part. */
export async function includedIn(
  db: Db,
  institutionId: number,
  courseId: number,
  week: number,
): Promise<{ included: number; of: number }> {
  const { rows } = await sql<{ included: number; of: number }>`
    select count(*)::int as "of", (count(*) filter (where not exists (
      select from core.opted_out as o
      where o.institution_id = l.institution_id and o.person_id = l.person_id and o.course_id in (0, l.course_id))))::int as included
    from insight.learner_week as l
    where l.institution_id = ${institutionId} and l.course_id = ${courseId} and l.week = ${week} and l.state <> 'not_enrolled'`.execute(
    db,
  );
  return rows[0]!;
}
