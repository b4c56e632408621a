import { sql } from 'kysely';
import type { Db } from '@kith/sql/connect.ts';
import type { Course } from './course.ts';

/**
 * Where learners say they live, by person. For aggregates over cells of at least five (C11, C29) and nothing else: a
 * test makes sure that no score, no pattern and no signal of one learner can reach this file.
 */
export type Regions = ReadonlyMap<number, string>;

export async function readRegions(db: Db, course: Course): Promise<Regions> {
  const { rows } = await sql<{ personId: number; region: string }>`
    select distinct on (member.person_id) member.person_id, attribute.value as region
    from core.known_member as member
    join core.account as account
      on account.institution_id = member.institution_id and account.person_id = member.person_id
    join identity.attribute as attribute
      on attribute.institution_id = account.institution_id and attribute.account_id = account.account_id
      and attribute.name = 'region'
    where member.institution_id = ${course.institutionId} and member.course_id = ${course.courseId}
    order by member.person_id, account.account_id`.execute(db);
  return new Map(rows.map(({ personId, region }) => [personId, region]));
}
