import { sql } from 'kysely';
import type { Db } from '@kith/sql/connect.ts';
import type { Course } from './course.ts';

/** A learner's word, or that of somebody who teaches them, that they meet others where Kith does not look. */
export interface Declaration {
  readonly personId: number;
  readonly at: number;
  /** Null: still so. */
  readonly until: number | null;
}

/** Declarations for this course and those for the whole institution, oldest first. */
export async function readDeclarations(db: Db, course: Course): Promise<readonly Declaration[]> {
  const { rows } = await sql<Declaration>`
    select
      account.person_id, extract(epoch from said.occurred_at)::float8 * 1000 as at,
      extract(epoch from said.valid_to)::float8 * 1000 as until
    from core.declaration as said
    join core.course as place on place.institution_id = said.institution_id and place.course_id = said.course_id
    join core.account as account
      on account.institution_id = said.institution_id and account.account_id = said.account_id
    where said.institution_id = ${course.institutionId}
      and (said.course_id = ${course.courseId} or place.kind = 'unassigned')
      and said.ingested_at <= core.known_at()
      and (said.superseded_at is null or said.superseded_at > core.known_at())
    order by said.occurred_at, said.declaration_id`.execute(db);
  return rows;
}

/** Who meets others elsewhere at an instant, as the score calls them. */
export const meetingElsewhere = (declarations: readonly Declaration[], at: number): ReadonlySet<string> =>
  new Set(
    declarations
      .filter((said) => said.at <= at && (said.until === null || said.until > at))
      .map(({ personId }) => String(personId)),
  );
