import { sql } from 'kysely';
import type { Db } from '@kith/sql/connect.ts';
import type { Course } from './course.ts';

/** An identified answer to the belonging pulse: the mean of the items answered, 1..5. */
export interface Pulse {
  readonly personId: number;
  readonly at: number;
  readonly mean: number;
}

/** Only answers that carry a person, which they do only where the learner ticked so and did not take it back since. */
export async function readPulses(db: Db, course: Course): Promise<readonly Pulse[]> {
  const { rows } = await sql<Omit<Pulse, 'mean'> & { mean: number | null }>`
    select
      account.person_id, extract(epoch from response.occurred_at)::float8 * 1000 as at,
      (select avg(answer.value::float8) from jsonb_each(response.items) as answer where jsonb_typeof(answer.value) = 'number') as mean
    from core.survey_response as response
    join core.account as account
      on account.institution_id = response.institution_id and account.account_id = response.account_id
    where response.institution_id = ${course.institutionId} and response.course_id = ${course.courseId}
      and response.survey_key = 'pulse'
      and response.ingested_at <= core.known_at()
      and (response.superseded_at is null or response.superseded_at > core.known_at())
      and not exists (
        select from core.consent as word
        where word.institution_id = response.institution_id and word.account_id = response.account_id
          and word.purpose = 'survey_contact' and not word.granted and word.superseded_at is null
          and word.occurred_at > response.occurred_at and word.ingested_at <= core.known_at()
      )
    order by response.occurred_at, account.person_id`.execute(db);
  return rows.flatMap(({ mean, ...answer }) => (mean === null ? [] : [{ ...answer, mean }]));
}
