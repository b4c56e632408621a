-- title:    Live session
-- question: Who spent time in the same live session?
-- unit:     reply equivalents
-- weight:   0.5 x shared hours / (n - 1) undirected; 5 minutes at least; n up to 100
-- source:   Newman (2001) for 1/(n-1); reference indicators §1.2, §9.1.1, §9.1.2, §9.6.7, §9.6.8
with

member_of_course as materialized (
  select *
  from core.known_member
  where institution_id = $1 and course_id = $2
),

presence_of_course as materialized (
  select *
  from core.known_presence
  where institution_id = $1 and course_id = $2
),

session_of_course as materialized (
  select *
  from core.known_session
  where institution_id = $1 and course_id = $2
),

stays as (
  select
    sessions.institution_id,
    sessions.course_id,
    sessions.session_id,
    presence.person_id,
    member.staff_from,
    member.staff_to,
    coalesce(sessions.ends_at, max(presence.leave_at), sessions.occurred_at) as ended_at,
    range_agg(tstzrange(presence.occurred_at, presence.leave_at)) filter (
      where presence.occurred_at < presence.leave_at
    ) as intervals,
    -- A summary or a mark gives no interval: its total stands in, a bare mark counts as the planned length.
    max(
      coalesce(
        presence.seconds,
        case when presence.precision = 'mark' then extract(epoch from sessions.ends_at - sessions.occurred_at) end
      )
    ) as total_seconds
  from
    session_of_course as sessions
    join presence_of_course as presence
      on
        presence.institution_id = sessions.institution_id
        and presence.course_id = sessions.course_id
        and presence.source_id = sessions.source_id
        and presence.session_key = sessions.key
    left join member_of_course as member
      on
        member.institution_id = sessions.institution_id
        and member.course_id = sessions.course_id
        and member.person_id = presence.person_id
  where
    sessions.kind in ('class', 'webinar', 'office_hours', 'study_group', 'informal')
    and not sessions.cancelled
    and presence.status in ('present', 'late', 'remote')
    -- Students only: a provisional person (no enrolment) is kept as such and is not in n (§9.6 N9).
    and member.learner_from is not null
    and not coalesce(sessions.occurred_at >= member.staff_from and sessions.occurred_at < member.staff_to, false)
  group by
    sessions.institution_id,
    sessions.course_id,
    sessions.session_id,
    presence.person_id,
    member.staff_from,
    member.staff_to,
    sessions.ends_at,
    sessions.occurred_at
),

present as (
  select
    stays.*,
    max(ended_at) over room as end_of_session,
    coalesce(
      (select sum(extract(epoch from upper(part) - lower(part))) from unnest(intervals) as part),
      total_seconds
    ) as seconds
  from stays
  window
    room as (partition by institution_id, course_id, session_id)
),

counted as (
  select
    present.*,
    range_merge(intervals)::tstzmultirange = intervals as unbroken,
    count(*) over (partition by institution_id, course_id, session_id) as people
  from present
  where seconds >= 300
)

select
  institution_id,
  course_id,
  'session:' || session_id as event_ref,
  person_id,
  end_of_session as occurred_at,
  people,
  seconds::float8,
  -- A row a person: the view insight.tie makes the pairs, and gives each the weight above.
  -- An unbroken stay, which nearly all are, is compared by its two ends; only a broken one by its parts.
  case when unbroken then lower(intervals) end as came_at,
  case when unbroken then upper(intervals) end as left_at,
  case when not unbroken then intervals end as intervals,
  coalesce(end_of_session >= staff_from and end_of_session < staff_to, false) as staff
from counted
where people between 2 and 100
