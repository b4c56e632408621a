import { compute } from '@kith/etl/compute/compute.ts';
import { sql } from 'kysely';
import { university } from '../roll-up/five-courses.ts';
import type { FreshDatabase } from '../support/database.ts';
import { loadRecords, makeInstitution } from '../support/load-records.ts';
import { at } from '../support/small-course.ts';

/** So many learners of one region, of whom so many were contacted, one after so many days. */
export interface Planted {
  readonly region: string | null;
  readonly listed: number;
  readonly contacted: number;
  readonly answered?: number;
  readonly days?: number;
}

/** Five courses, and beside their learners some who were listed in the second week of the first course. */
export async function listedWorld({ db, owner }: FreshDatabase, planted: readonly Planted[]): Promise<number> {
  const institutionId = await makeInstitution(db);
  await loadRecords(db, institutionId, university());
  await compute(db, institutionId, { now: new Date(at(28, 6)) });
  await sql`delete from insight.alert`.execute(owner);
  await plantListed(owner, institutionId, 'lively', planted);
  return institutionId;
}

/** Learners who were listed in the second week of a course, beside its own. */
export async function plantListed(
  owner: FreshDatabase['owner'],
  institutionId: number,
  course: string,
  planted: readonly Planted[],
): Promise<void> {
  for (const group of planted) {
    await sql`
      with
      place as (select course_id, (select as_of from insight.course_week as week where week.course_id = course.course_id and week.week = 2) as listed_at
        from core.course as course where title = ${course}),
      people as (
        insert into core.person (institution_id, kind, pseudonym, created_at)
        select ${institutionId}, 'person', gen_random_uuid(), now() from generate_series(1, ${group.listed})
        returning person_id
      ),
      accounts as (
        insert into core.account (institution_id, person_id, source_id, in_roster, created_at)
        select ${institutionId}, person_id, (select min(source_id) from ops.source), true, now() from people
        returning account_id
      ),
      regions as (
        insert into identity.attribute (institution_id, account_id, name, value)
        select ${institutionId}, account_id, 'region', ${group.region} from accounts where ${group.region}::text is not null
      ),
      learners as (
        insert into core.participant (institution_id, course_id, person_id, role, basis, status)
        select ${institutionId}, place.course_id, person_id, 'learner', 'roster', 'active' from people, place
      ),
      alerts as (
        insert into insight.alert (
          institution_id, course_id, person_id, type, state, first_week, last_week, reasons, state_at, definition_version
        )
        select ${institutionId}, place.course_id, person_id, 'band', 'open', 2, 2, '[]', now(), 1 from people, place
      )
      insert into care.contact (
        institution_id, course_id, person_id, by_person_id, at, noted_at, channel, sent_by_kith, patterns, answered_at
      )
      select
        ${institutionId}, place.course_id, person_id, 0, place.listed_at + ${group.days ?? 3} * interval '1 day', now(), 'call',
        false, '{}', case when row_number() over (order by person_id) <= ${group.answered ?? 0} then now() end
      from (select person_id from people order by person_id limit ${group.contacted}) as reached, place`.execute(owner);
  }
}
