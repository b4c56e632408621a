import { sql } from 'kysely';
import type { Db } from '@kith/sql/connect.ts';
import type { Course } from './course.ts';

/** One answer to the belonging pulse, named or not: the class as a whole may be described by it, nobody alone. */
export interface SurveyAnswer {
  readonly personId: number | null;
  readonly at: number;
  /** Mean of the items answered, 1..5. */
  readonly mean: number;
  /** The items themselves, by name. */
  readonly items: Readonly<Record<string, number>>;
}

export async function readSurveyAnswers(db: Db, course: Course): Promise<readonly SurveyAnswer[]> {
  const { rows } = await sql<{
    personId: number | null;
    at: number;
    mean: number | null;
    items: Readonly<Record<string, number>> | null;
  }>`
    select
      account.person_id, extract(epoch from response.occurred_at)::float8 * 1000 as at,
      (select avg(answer.value::float8) from jsonb_each(response.items) as answer where jsonb_typeof(answer.value) = 'number') as mean,
      (select jsonb_object_agg(answer.key, answer.value) from jsonb_each(response.items) as answer where jsonb_typeof(answer.value) = 'number') as items
    from core.survey_response as response
    left join core.account as account
      on account.institution_id = response.institution_id and account.account_id = response.account_id
    where response.institution_id = ${course.institutionId} and response.course_id = ${course.courseId}
      and response.survey_key = 'pulse'
      and response.ingested_at <= core.known_at()
      and (response.superseded_at is null or response.superseded_at > core.known_at())
    order by response.occurred_at, response.survey_response_id`.execute(db);
  return rows.flatMap(({ mean, items, ...answer }) => (mean === null ? [] : [{ ...answer, mean, items: items ?? {} }]));
}
