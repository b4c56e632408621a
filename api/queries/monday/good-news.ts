import { sql } from 'kysely';
import type { z } from 'zod';
import type { ReadDb } from '@kith/sql/connect.ts';
import type { GoodNews } from '../../contract/monday.ts';
import { select } from '../select.ts';

type News = z.output<typeof GoodNews>;

/**
 * What went well: who is back in touch after weeks without, who is in touch with most classmates, who answered most, and
 * awards of two weeks. One piece of news a person, the rarest first. Nobody whom the last week gives a reason to look at
 * for any cause is in it, so nobody is praised and looked after for one signal.
 */
export const goodNews = (db: ReadDb, courseIds: readonly number[]): Promise<Omit<News, 'course'>[]> =>
  select(
    db,
    sql`
      with
      last as (
        select distinct on (week.course_id) week.institution_id, week.course_id, week.week, week.as_of, week.alert_list
        from insight.course_week as week
        join core.course as course
          on course.institution_id = week.institution_id and course.course_id = week.course_id
        where week.course_id = any (${[...courseIds]}) and coalesce(course.ends_on >= current_date - 14, true)
        order by week.course_id, week.week desc
      ),
      people as (
        select
          one.institution_id, one.course_id, one.person_id, one.week, last.as_of, one.band,
          (one.indicators ->> 'inbound_peers_42d')::float8 as inbound,
          (one.indicators ->> 'distinct_peers_42d')::float8 as peers,
          (one.indicators ->> 'replies_given_28d')::float8 as given
        from last
        join insight.learner_week as one
          on one.institution_id = last.institution_id and one.course_id = last.course_id and one.week = last.week
        where one.state = 'scored' and one.kind = 'isolation' and one.band in ('connected', 'watch')
          and jsonb_array_length(one.patterns -> 'firing') = 0
          and not exists (
            select from insight.alert as alert
            where alert.institution_id = one.institution_id and alert.course_id = one.course_id
              and alert.person_id = one.person_id and alert.last_week = one.week
          )
      ),
      ranked as (
        select
          people.*,
          row_number() over (partition by course_id order by peers desc nulls last, person_id) as by_peers,
          row_number() over (partition by course_id order by given desc nulls last, person_id) as by_given
        from people
      ),
      news as (
        select
          people.course_id, people.person_id, 1 as place, 'reconnected' as kind, people.inbound as count, null as title,
          exists (
            select from care.contact as contact
            where contact.institution_id = people.institution_id and contact.course_id = people.course_id
              and contact.person_id = people.person_id and contact.withdrawn_at is null
              and contact.at > people.as_of - interval '56 days'
          ) as after_contact
        from people
        where people.inbound >= 1 and exists (
          select from insight.learner_week as before
          where before.institution_id = people.institution_id and before.course_id = people.course_id
            and before.person_id = people.person_id and before.week between people.week - 4 and people.week - 1
            and before.band in ('elevated', 'high')
        )
        union all
        select award.course_id, account.person_id, 2, 'award', null, award.title, false
        from core.award as award
        join core.account as account
          on account.institution_id = award.institution_id and account.account_id = award.account_id
        join people
          on people.institution_id = award.institution_id and people.course_id = award.course_id
          and people.person_id = account.person_id
        where award.superseded_at is null and award.revoked_at is null and award.kind in ('badge', 'certificate')
          and award.occurred_at > people.as_of - interval '14 days'
        union all
        select course_id, person_id, 3, 'connector', peers, null, false from ranked where by_peers = 1 and peers >= 4
        union all
        select course_id, person_id, 4, 'helpful', given, null, false from ranked where by_given = 1 and given >= 4
      ),
      one_each as (
        select distinct on (course_id, person_id) * from news order by course_id, person_id, place
      )
      select
        each.kind, each.course_id, each.person_id, person.name, each.count, each.title, each.after_contact
      from one_each as each
      join identity.shown_person as person on person.person_id = each.person_id
      order by each.place, each.count desc nulls last, each.person_id, each.course_id
      limit 12`,
  );
