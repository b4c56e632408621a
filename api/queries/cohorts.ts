import { sql } from 'kysely';
import type { z } from 'zod';
import type { Db, ReadDb } from '@kith/sql/connect.ts';
import type { BodyOf, ResponseOf } from '../contract/endpoint.ts';
import type * as contract from '../contract/cohorts.ts';
import { select } from './select.ts';

type Cohort = z.output<typeof contract.Cohort>;
type Choices = Omit<ResponseOf<typeof contract.listCohorts>, 'cohorts' | 'indicators'>;

/** The reader's own; what is told of each was worked out before. */
export async function cohorts(db: ReadDb): Promise<Cohort[]> {
  const rows = await select<Omit<Cohort, 'createdAt' | 'countedAt'> & { createdAt: Date; countedAt: Date | null }>(
    db,
    sql`
      select cohort_id, title, rule, created_at, counted_at, state, figures
      from insight.cohort
      where ended_at is null
      order by cohort_id`,
  );
  return rows.map((row) => ({
    ...row,
    createdAt: row.createdAt.toISOString(),
    countedAt: row.countedAt?.toISOString() ?? null,
  }));
}

/** What a rule may be made of: terms, parts of the tree, courses and start weeks within the reader's reach. */
export async function cohortChoices(db: ReadDb): Promise<Choices> {
  const [row] = await select<Choices>(
    db,
    sql`
      with
        reach as materialized (
          select place.course_id, place.title, place.term_id, place.unit_id, place.starts_on
          from insight.compared_courses() as mine
          join core.course as place on place.institution_id = mine.institution_id and place.course_id = mine.course_id
        )
      select
        coalesce((select jsonb_agg(jsonb_build_object('id', course_id, 'title', title) order by title, course_id) from reach), '[]') as courses,
        coalesce((
          select jsonb_agg(jsonb_build_object('id', term.term_id, 'title', term.title) order by term.starts_on)
          from core.term as term where term.term_id in (select term_id from reach)
        ), '[]') as terms,
        coalesce((
          select jsonb_agg(jsonb_build_object('id', unit.unit_id, 'title', unit.title) order by unit.title)
          from core.unit as unit where unit.unit_id in (select unit_id from reach)
        ), '[]') as units,
        coalesce((
          select jsonb_agg(week order by week)
          from (select distinct date_trunc('week', starts_on)::date as week from reach where starts_on is not null) as weeks
        ), '[]') as start_weeks`,
  );
  return row!;
}

/** Undefined: the reader compares no courses. */
export async function saveCohort(
  db: Db,
  { title, rule, list }: BodyOf<typeof contract.saveCohort>,
): Promise<number | undefined> {
  const { rows } = await sql<{ cohortId: number | null }>`
    select insight.save_cohort(
      ${title}, ${rule && JSON.stringify(rule)}::jsonb, ${list?.map((word) => word.toLowerCase())}::text[]
    ) as cohort_id`.execute(db);
  return rows[0]!.cohortId ?? undefined;
}

export async function endCohort(db: Db, cohortId: number): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`select insight.end_cohort(${cohortId}) as done`.execute(db);
  return rows[0]!.done;
}
