import { sql } from 'kysely';
import type { Db } from '@kith/sql/connect.ts';
import type { Reader } from '../../reader.ts';
import { actOnAlerts } from './act-on-alerts.ts';

export interface NewContacts {
  readonly people: readonly { readonly courseId: number; readonly personId: number }[];
  readonly channel: string;
  readonly at: Date;
  readonly template: string | null;
  readonly remark: string | null;
  readonly sentByKith: boolean;
}

/** After so many weeks a contact is compared (the primary outcome is the change in effective peers). */
const windows = [2, 4];

/**
 * Notes contacts with learners of their courses, each with its baseline and windows fixed at this moment, and moves
 * their open alerts to `acted`. People who are no learners of the course are passed over: the answer has one row each.
 */
export async function logContacts(
  db: Db,
  { institutionId, personId }: Reader,
  { people, channel, at, template, remark, sentByKith }: NewContacts,
): Promise<{ courseId: number; contactId: number }[]> {
  const { rows } = await sql<{ courseId: number; contactId: number; personId: number }>`
    insert into care.contact (
      institution_id, course_id, person_id, by_person_id, at, noted_at, channel, sent_by_kith, template, week, band, patterns,
      remark
    )
    select
      ${institutionId}, learner.course_id, learner.person_id, ${personId}, ${at}, now(), ${channel}, ${sentByKith}, ${template},
      now.week, now.band, coalesce(array(select jsonb_array_elements_text(now.patterns -> 'firing')), '{}'), ${remark}
    from unnest(
        ${people.map(({ courseId }) => courseId)}::bigint[], ${people.map(({ personId: id }) => id)}::bigint[]
      ) as wanted (course_id, person_id)
    join core.participant as learner
      on learner.institution_id = ${institutionId} and learner.course_id = wanted.course_id
      and learner.person_id = wanted.person_id and learner.role = 'learner'
    left join lateral (
      select one.week, one.band, one.patterns
      from insight.learner_week as one
      where one.institution_id = learner.institution_id and one.course_id = learner.course_id
        and one.person_id = learner.person_id
      order by one.week desc
      limit 1
    ) as now on true
    returning course_id, contact_id, person_id`.execute(db);
  if (rows.length > 0) {
    await fixOutcomes(db, institutionId, rows);
    await actOnAlerts(db, institutionId, personId, rows);
  }
  return rows.map(({ courseId, contactId }) => ({ courseId, contactId }));
}

type Made = readonly { readonly courseId: number; readonly contactId: number; readonly personId: number }[];

async function fixOutcomes(db: Db, institutionId: number, made: Made): Promise<void> {
  await sql`
    insert into care.outcome (
      institution_id, course_id, contact_id, window_weeks, person_id, measure, confidence_level, baseline_week, baseline, due_week
    )
    select
      ${institutionId}, made.course_id, made.contact_id, compared.weeks, made.person_id, 'effective_peers', 0.95,
      now.week, now.peers, now.week + compared.weeks
    from unnest(
        ${made.map(({ courseId }) => courseId)}::bigint[], ${made.map(({ contactId }) => contactId)}::bigint[],
        ${made.map(({ personId }) => personId)}::bigint[]
      ) as made (course_id, contact_id, person_id)
    cross join unnest(${windows}::int[]) as compared (weeks)
    left join lateral (
      select one.week, (one.indicators ->> 'effective_peers')::float8 as peers
      from insight.learner_week as one
      where one.institution_id = ${institutionId} and one.course_id = made.course_id and one.person_id = made.person_id
      order by one.week desc
      limit 1
    ) as now on true`.execute(db);
}
