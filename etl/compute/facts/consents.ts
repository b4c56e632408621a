import { sql } from 'kysely';
import type { Db } from '@kith/sql/connect.ts';
import type { Course } from './course.ts';

/** A learner's word on analytics, in the order it was given. */
export interface OptOut {
  readonly personId: number;
  readonly at: number;
  readonly granted: boolean;
}

/** Choices for this course and those for the whole institution (kept under its course "unassigned"). */
export async function readConsents(db: Db, course: Course): Promise<readonly OptOut[]> {
  const { rows } = await sql<OptOut>`
    select account.person_id, extract(epoch from consent.occurred_at)::float8 * 1000 as at, consent.granted
    from core.consent as consent
    join core.course as place on place.institution_id = consent.institution_id and place.course_id = consent.course_id
    join core.account as account
      on account.institution_id = consent.institution_id and account.account_id = consent.account_id
    where consent.institution_id = ${course.institutionId}
      and (consent.course_id = ${course.courseId} or place.kind = 'unassigned')
      and consent.purpose = 'analytics'
      and consent.ingested_at <= core.known_at()
      and (consent.superseded_at is null or consent.superseded_at > core.known_at())
    order by consent.occurred_at, consent.consent_id`.execute(db);
  return rows;
}
