import { sql } from 'kysely';
import type { ReadDb } from '@kith/sql/connect.ts';
import type { z } from 'zod';
import type { AlertType, Pattern } from '../../contract/monday.ts';
import { select } from '../select.ts';

export interface Candidate {
  readonly courseId: number;
  readonly personId: number;
  readonly week: number;
  readonly type: z.output<typeof AlertType>;
  readonly patterns: z.output<typeof Pattern>[];
  readonly waitedWeeks: number;
  readonly fresh: boolean;
  readonly queued: boolean;
}

/**
 * Everybody the last week of the reader's courses gives a reason to look at, in the order of the page: who is listed
 * before who is only in the queue, who told us first, then who has waited for two weeks (nobody waits for ever), then by
 * rank, waiting time and id. The rank is the score, and ten more with a pattern; it is never shown.
 *
 * Left out is whom somebody reached out to within three weeks unless the band has risen, whom this viewer put off or
 * found to be no concern, who has an open case (it stands beside the list, with its day), and, where it is the course and not the learners, all but those
 * who told us.
 */
export const candidates = (
  db: ReadDb,
  courseIds: readonly number[],
  { viewerId, type }: { readonly viewerId: number; readonly type?: z.output<typeof AlertType> | undefined },
): Promise<Candidate[]> =>
  select<Candidate>(
    db,
    sql`
      with
      last as (
        select distinct on (week.course_id) week.institution_id, week.course_id, week.week, week.alert_list
        from insight.course_week as week
        join core.course_calendar as calendar
          on calendar.institution_id = week.institution_id and calendar.course_id = week.course_id
        where week.course_id = any (${[...courseIds]}) and not calendar.ended
        order by week.course_id, week.week desc
      ),
      -- A person's newest alert speaks for them: an older one of another kind does not outlive what was done with it.
      newest as (
        select distinct on (alert.course_id, alert.person_id)
          alert.course_id, alert.person_id, alert.type, alert.reasons, alert.state, alert.state_week, last.week,
          last.week - alert.last_week as waited
        from last
        join insight.alert as alert
          on alert.institution_id = last.institution_id and alert.course_id = last.course_id
        order by alert.course_id, alert.person_id, alert.last_week desc, alert.type = 'told_us' desc, alert.type
      ),
      one_each as (
        select course_id, person_id, type, reasons, waited, false as queued
        from newest
        where state in ('open', 'seen')
        union all
        select last.course_id, queue.person, queue.type, queue.patterns, 0, true
        from last
        cross join lateral jsonb_to_recordset(coalesce(last.alert_list -> 'queue', '[]')) as queue (
          person bigint, type text, patterns jsonb
        )
        where not exists (
          select from newest
          where newest.course_id = last.course_id and newest.person_id = queue.person
            and (newest.state in ('open', 'seen') or newest.state_week >= last.week)
        )
      )
      select
        one.course_id, one.person_id, one.week, each.type, each.queued, each.waited as waited_weeks, view.state is null as fresh,
        coalesce((select array_agg(reason) from jsonb_array_elements_text(each.reasons) as reason), '{}') as patterns
      from one_each as each
      join last on last.course_id = each.course_id
      join insight.learner_week as one
        on one.institution_id = last.institution_id and one.course_id = last.course_id
        and one.person_id = each.person_id and one.week = last.week
      left join care.alert_view as view
        on view.institution_id = one.institution_id and view.course_id = one.course_id
        and view.person_id = one.person_id and view.type = each.type and view.viewer_id = ${viewerId}
      where
        (${type ?? null}::text is null or each.type = ${type ?? null})
        and (each.type = 'told_us' or not coalesce((last.alert_list ->> 'courseNotice')::boolean, false))
        and (one.band in ('elevated', 'high') or (one.patterns -> 'firing') ? each.type)
        and coalesce(view.state <> 'dismissed', true)
        and not (coalesce(view.state = 'snoozed', false) and view.until_week >= last.week)
        and not exists (
          select from care.contact as contact
          where contact.institution_id = one.institution_id and contact.course_id = one.course_id
            and contact.person_id = one.person_id and contact.withdrawn_at is null
            and contact.at > now() - interval '21 days'
            and coalesce(array_position(${heights}, one.band), 0) <= coalesce(array_position(${heights}, contact.band), 0)
        )
        and not exists (
          select from care.case_file as case_file
          where case_file.institution_id = one.institution_id and case_file.course_id = one.course_id
            and case_file.person_id = one.person_id and case_file.state = 'open'
        )
      order by
        each.queued, each.type = 'told_us' desc, each.waited >= 2 desc,
        coalesce(one.score, 0) + case when jsonb_array_length(each.reasons) > 0 then 10 else 0 end desc,
        each.waited desc, one.person_id, one.course_id`,
  );

const heights = sql`array['connected', 'watch', 'elevated', 'high']`;
