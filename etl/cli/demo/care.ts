import type { Db } from '@kith/sql/connect.ts';
import { sql } from 'kysely';

/** Weeks before the last one in which the demo's teacher reached out: the list of the last weeks is left as it is. */
const untilBefore = 3;

/**
 * What a teacher has done by the time somebody looks: reached out to two of three of those whom the weeks listed, with
 * the baseline of that week, and handed one case over. It changes nothing in what the learners did.
 */
export async function plantCare(db: Db, institutionId: number, teacherId: number): Promise<void> {
  const { rows } = await sql<{ contacts: number }>`
    with
    named as (
      select
        week.course_id, listed.person_id, week.week, week.as_of + interval '30 hours' as at, one.band,
        coalesce(array(select jsonb_array_elements_text(one.patterns -> 'firing')), '{}') as patterns,
        (one.indicators ->> 'effective_peers')::float8 as baseline
      from (
        select *, max(week) over (partition by course_id) as last
        from insight.course_week
        where institution_id = ${institutionId} and course_id in (
          select course_id from ops.course_access
          where institution_id = ${institutionId} and person_id = ${teacherId} and role = 'instructor'
        )
      ) as week
      cross join lateral (
        select value::bigint as person_id from jsonb_array_elements_text(week.alert_list -> 'listed')
      ) as listed
      join insight.learner_week as one
        on one.institution_id = week.institution_id and one.course_id = week.course_id
        and one.person_id = listed.person_id and one.week = week.week
      where week.week <= week.last - ${untilBefore} and (listed.person_id + week.week) % 3 > 0
    ),
    made as (
      insert into care.contact (
        institution_id, course_id, person_id, by_person_id, at, noted_at, channel, sent_by_kith, template, week, band, patterns,
        answered_at
      )
      select
        ${institutionId}, course_id, person_id, ${teacherId}, at, at,
        (array['mail', 'platform', 'call'])[1 + (person_id % 3)], false, coalesce(patterns[1], 'band'), week, band, patterns,
        case when person_id % 2 = 0 then at + interval '1 day' end
      from named
      returning course_id, contact_id, person_id, week
    ),
    windows as (
      insert into care.outcome (
        institution_id, course_id, contact_id, window_weeks, person_id, measure, confidence_level, baseline_week, baseline,
        due_week
      )
      select
        ${institutionId}, made.course_id, made.contact_id, span.weeks, made.person_id, 'effective_peers', 0.95, made.week,
        named.baseline, made.week + span.weeks
      from made
      join named on named.course_id = made.course_id and named.person_id = made.person_id and named.week = made.week
      cross join (values (2), (4)) as span (weeks)
    )
    select count(*)::int as contacts from made`.execute(db);
  if ((rows[0]?.contacts ?? 0) > 0) await handOver(db, institutionId, teacherId);
}

const handOver = (db: Db, institutionId: number, teacherId: number) =>
  sql`
    insert into care.case_file (
      institution_id, course_id, person_id, state, raised_by, raised_at, concern, reasons, patterns, due_on, handed_over_at,
      handed_over_by
    )
    select
      contact.institution_id, contact.course_id, contact.person_id, 'open', ${teacherId}, contact.at + interval '8 days',
      'Wrote twice and rang once, without an answer. Works nights, and the sessions are in the morning.', '{}', contact.patterns,
      (contact.at + interval '29 days')::date, contact.at + interval '8 days', ${teacherId}
    from care.contact as contact
    where contact.institution_id = ${institutionId} and contact.answered_at is null
    order by contact.at desc, contact.contact_id
    limit 1`.execute(db);
