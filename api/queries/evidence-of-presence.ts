import { sql } from 'kysely';
import type { ReadDb } from '@kith/sql/connect.ts';
import type { Asked, Evidence } from './evidence.ts';
import { select } from './select.ts';

/** Sessions of four weeks for live presence; the days with any trace for recency, decline and forum presence. */
export const evidenceOfPresence = (
  db: ReadDb,
  asked: Asked,
  component: 'live_presence' | 'recency' | 'decline' | 'forum_presence',
): Promise<Evidence> =>
  component === 'live_presence' ? sessions(db, asked) : days(db, asked, component === 'forum_presence');

async function sessions(db: ReadDb, { courseId, personId, asOf }: Asked): Promise<Evidence> {
  const rows = await select<{
    at: Date;
    title: string | null;
    url: string | null;
    status: string | null;
    minutes: number | null;
  }>(
    db,
    sql`
      select
        sessions.occurred_at as at, sessions.title, sessions.url, max(presence.status) as status,
        round(sum(coalesce(presence.seconds, extract(epoch from presence.leave_at - presence.occurred_at))) / 60)::int as minutes
      from core.known_session as sessions
      left join core.known_presence as presence
        on presence.institution_id = sessions.institution_id and presence.course_id = sessions.course_id
        and presence.source_id = sessions.source_id and presence.session_key = sessions.key
        and presence.person_id = ${personId}
      where sessions.course_id = ${courseId} and sessions.kind in ('class', 'webinar') and not sessions.cancelled
        and sessions.occurred_at < ${asOf} and coalesce(sessions.ends_at, sessions.occurred_at) >= ${asOf}::timestamptz - interval '672 hours'
      group by sessions.session_id, sessions.occurred_at, sessions.title, sessions.url
      order by sessions.occurred_at desc`,
  );
  return rows.map((row) => ({
    kind: 'session',
    at: row.at.toISOString(),
    title: row.title,
    url: row.url,
    withPerson: null,
    adds: ['present', 'late', 'remote'].includes(row.status ?? '') ? 1 : 0,
    counted: row.status !== 'excused',
    note: sessionNote(row.status, row.minutes),
  }));
}

function sessionNote(status: string | null, minutes: number | null): string {
  if (status === null || status === 'absent') return 'Did not come.';
  if (status === 'excused') return 'Not counted: excused.';
  return minutes === null ? 'Came.' : `Came, for ${String(minutes)} minutes; five or more count.`;
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
      order by at desc
      limit 60`,
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
