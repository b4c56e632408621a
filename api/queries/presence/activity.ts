import { sql } from 'kysely';
import type { ReadDb } from '@kith/sql/connect.ts';
import { select } from '../select.ts';
import { begins, weekOf, type Span } from './span.ts';

export interface WeekCount {
  readonly personId: number;
  readonly week: number;
  readonly count: number;
}

/** Days with any own event of the course (S27), by person and week. Weeks without one have no row. */
export function activeDays(db: ReadDb, span: Span): Promise<WeekCount[]> {
  const within = sql`course_id = ${span.courseId} and occurred_at >= ${begins(span)} and occurred_at < ${span.asOf}`;
  const day = sql`(occurred_at at time zone ${span.zone})::date`;
  return select<WeekCount>(
    db,
    sql`
      with days as (
        -- By account first: of all facts these are by far the most, and whose account it is is looked up once.
        select account.person_id, unnest(seen.days) as day
        from (
          select institution_id, account_id, array_agg(distinct ${day}) as days
          from core.activity
          where ${within} and superseded_at is null
          group by institution_id, account_id
        ) as seen
        join core.account as account
          on account.institution_id = seen.institution_id and account.account_id = seen.account_id
        where account.person_id is not null
        union
        select author_id, ${day} from core.known_post where ${within} and author_id is not null
        union
        select person_id, ${day} from core.known_reaction where ${within} and kind <> 'flag'
        union
        select giver_id, ${day} from core.known_feedback where ${within}
        union
        select presence.person_id, (coalesce(presence.occurred_at, sessions.occurred_at) at time zone ${span.zone})::date
        from core.known_presence as presence
        join core.known_session as sessions
          on sessions.institution_id = presence.institution_id and sessions.course_id = presence.course_id
          and sessions.source_id = presence.source_id and sessions.key = presence.session_key
        where presence.course_id = ${span.courseId} and presence.status in ('present', 'late', 'remote')
          and sessions.occurred_at >= ${begins(span)} and sessions.occurred_at < ${span.asOf}
      )
      select person_id, (day - ${span.monday}::date) / 7 + ${span.first}::int as week, count(*)::int as count
      from days
      where day >= ${span.monday}::date
      group by person_id, week`,
  );
}

/** Posts, where no log says who was here. */
export const postsWritten = (db: ReadDb, span: Span): Promise<WeekCount[]> =>
  select<WeekCount>(
    db,
    sql`
      select author_id as person_id, ${weekOf(span, 'occurred_at')} as week, count(*)::int as count
      from core.known_post
      where course_id = ${span.courseId} and author_id is not null
        and occurred_at >= ${begins(span)} and occurred_at < ${span.asOf}
      group by author_id, week`,
  );
