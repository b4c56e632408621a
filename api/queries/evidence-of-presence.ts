import { sql } from 'kysely';
import type { ReadDb } from '@kith/sql/connect.ts';
import type { Asked, Evidence } from './asked.ts';
import { select } from './select.ts';

/** Sessions of four weeks for live presence; the days with any trace for recency, decline and forum presence. */
export const evidenceOfPresence = (
  db: ReadDb,
  asked: Asked,
  component: 'live_presence' | 'recency' | 'decline' | 'forum_presence',
): Promise<Evidence> =>
  component === 'live_presence' ? sessions(db, asked) : days(db, asked, component === 'forum_presence');

async function sessions(db: ReadDb, { courseId, personId, asOf }: Asked): Promise<Evidence> {
  const rows = await select<Stay>(
    db,
    sql`
      with stays as (
        select
          sessions.occurred_at as at, sessions.title, sessions.url,
          count(presence.presence_id) > 0 as known,
          coalesce(bool_or(presence.status = 'excused'), false) as excused,
          coalesce(bool_or(presence.precision = 'mark' and presence.status in ('present', 'late', 'remote')), false) as marked,
          max(presence.seconds) filter (where presence.status in ('present', 'late', 'remote')) as total,
          range_agg(tstzrange(presence.occurred_at, presence.leave_at)) filter (
            where presence.occurred_at < presence.leave_at and presence.status in ('present', 'late', 'remote')
          ) as intervals
        from core.known_session as sessions
        left join core.known_presence as presence
          on presence.institution_id = sessions.institution_id and presence.course_id = sessions.course_id
          and presence.source_id = sessions.source_id and presence.session_key = sessions.key
          and presence.person_id = ${personId}
        where sessions.course_id = ${courseId} and sessions.kind in ('class', 'webinar') and not sessions.cancelled
          and coalesce(sessions.ends_at, sessions.occurred_at) < ${asOf}
          and coalesce(sessions.ends_at, sessions.occurred_at) >= ${asOf}::timestamptz - interval '672 hours'
        group by sessions.session_id, sessions.occurred_at, sessions.title, sessions.url
      )
      select
        at, title, url, known, excused, marked,
        coalesce((select sum(extract(epoch from upper(part) - lower(part))) from unnest(intervals) as part), total)::float8 as seconds
      from stays
      order by at desc`,
  );
  return rows.map((stay) => ({
    kind: 'session',
    at: stay.at.toISOString(),
    title: stay.title,
    url: stay.url,
    withPerson: null,
    adds: came(stay) ? 1 : 0,
    counted: !stay.excused,
    note: sessionNote(stay),
  }));
}

interface Stay {
  at: Date;
  title: string | null;
  url: string | null;
  known: boolean;
  excused: boolean;
  marked: boolean;
  seconds: number | null;
}

/** Five minutes in all, or a mark that says so (indicators S23). */
const came = ({ marked, seconds }: Stay): boolean => (seconds === null ? marked : seconds >= 300);

function sessionNote(stay: Stay): string {
  if (stay.excused) return 'Not counted: excused.';
  if (!stay.known || (stay.seconds === null && !stay.marked)) return 'Did not come.';
  if (stay.seconds === null) return 'Came.';
  const minutes = String(Math.round(stay.seconds / 60));
  return came(stay) ? `Came, for ${minutes} minutes.` : `Counts as not there: ${minutes} minutes, and it takes five.`;
}

async function days(db: ReadDb, { courseId, personId, asOf }: Asked, forumOnly: boolean): Promise<Evidence> {
  const rows = await select<{ at: Date; events: number }>(
    db,
    sql`
      with events as (
        select occurred_at from core.known_activity
        where course_id = ${courseId} and person_id = ${personId} and occurred_at < ${asOf}
          and (${!forumOnly} or (verb_id = 1 and object_type in ('forum', 'thread', 'chat')))
        union all
        select occurred_at from core.known_post
        where ${!forumOnly} and course_id = ${courseId} and author_id = ${personId} and occurred_at < ${asOf}
        union all
        select occurred_at from core.known_presence
        where ${!forumOnly} and course_id = ${courseId} and person_id = ${personId} and occurred_at < ${asOf}
          and status in ('present', 'late', 'remote')
      )
      select max(events.occurred_at) as at, count(*)::int as events
      from events
      join core.course as course on course.course_id = ${courseId}
      join core.institution as institution on institution.institution_id = course.institution_id
      group by (events.occurred_at at time zone coalesce(course.timezone, institution.timezone))::date
      order by at desc`,
  );
  return rows.map(({ at, events }) => ({
    kind: 'active_day',
    at: at.toISOString(),
    title: null,
    url: null,
    withPerson: null,
    adds: 1,
    counted: true,
    note: `${String(events)} ${events === 1 ? 'trace' : 'traces'} on this day.`,
  }));
}
