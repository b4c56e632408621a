-- title:    Sessions
-- question: Who was at which live session, and how long?
-- unit:     a row a learner and session
-- source:   core.session, core.presence
with

week_of_course as (
  select
    week,
    coalesce(lag(as_of) over (order by week), '-infinity') as since,
    as_of as until
  from insight.course_week
  where institution_id = $1 and course_id = $2 and as_of <= $3
),

stays as (
  select
    session.session_id,
    session.kind,
    week_of_course.week,
    presence.person_id,
    extract(epoch from session.ends_at - session.occurred_at) / 60 as planned_minutes,
    min(
      array_position(
        array['present', 'late', 'remote', 'watched_recording', 'waiting', 'excused', 'absent', 'unknown'],
        presence.status
      )
    ) as best,
    range_agg(tstzrange(presence.occurred_at, presence.leave_at)) filter (
      where presence.occurred_at < presence.leave_at
    ) as intervals,
    max(presence.seconds) as seconds
  from
    core.known_session as session
    join week_of_course on session.occurred_at >= week_of_course.since and session.occurred_at < week_of_course.until
    join core.known_presence as presence
      on
        presence.institution_id = session.institution_id
        and presence.course_id = session.course_id
        and presence.source_id = session.source_id
        and presence.session_key = session.key
    join core.included_learner as included
      on
        included.institution_id = presence.institution_id
        and included.course_id = presence.course_id
        and included.person_id = presence.person_id
  where session.institution_id = $1 and session.course_id = $2 and not session.cancelled
  group by
    session.session_id,
    session.kind,
    week_of_course.week,
    presence.person_id,
    session.ends_at,
    session.occurred_at
)

select
  ops.export_pseudonym('course', $2) as course,
  ops.export_pseudonym('session', session_id) collate "C" as session,
  ops.export_pseudonym('person', person_id) collate "C" as person,
  week,
  kind,
  (array['present', 'late', 'remote', 'watched_recording', 'waiting', 'excused', 'absent', 'unknown'])[best] as status,
  round(planned_minutes)::integer as planned_minutes,
  round(
    coalesce((select sum(extract(epoch from upper(part) - lower(part))) from unnest(intervals) as part), seconds)::numeric
    / 60
  )::integer as minutes
from stays
order by session, person
