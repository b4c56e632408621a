-- title:    Breakout
-- question: Who was in a small room together?
-- unit:     reply equivalents
-- weight:   3.0 x shared hours / (n - 1) undirected; 3 minutes at least
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
    sessions.kind in ('breakout')
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
    -- An unbroken stay, which nearly all are, is compared by its two ends; only a broken one by its parts.
    case when range_merge(intervals)::tstzmultirange = intervals then lower(intervals) end as came_at,
    upper(intervals) as left_at,
    count(*) over (partition by institution_id, course_id, session_id) as n
  from present
  where seconds >= 180
),

rooms as (
  select
    institution_id,
    course_id,
    session_id,
    end_of_session,
    n,
    array_agg(person_id order by person_id) as people,
    array_agg(came_at order by person_id) as came,
    array_agg(left_at order by person_id) as left_at,
    array_agg(seconds order by person_id) as seconds,
    array_agg(intervals order by person_id) as intervals
  from counted
  where n <= 100
  group by
    institution_id,
    course_id,
    session_id,
    end_of_session,
    n
),

-- Within its room, so that nobody is ever compared with the people of another one.
pairs as (
  select
    rooms.institution_id,
    rooms.course_id,
    rooms.session_id,
    one.person_id as source_person_id,
    other.person_id as target_person_id,
    rooms.end_of_session,
    rooms.n,
    case
      when one.came_at is not null and other.came_at is not null
        then extract(epoch from least(one.left_at, other.left_at) - greatest(one.came_at, other.came_at))
      when one.intervals is null or other.intervals is null then least(one.seconds, other.seconds)
      else
        (
          select sum(extract(epoch from upper(part) - lower(part)))
          from unnest(one.intervals * other.intervals) as part
        )
    end as overlap_seconds
  from
    rooms,
    unnest(rooms.people, rooms.came, rooms.left_at, rooms.seconds, rooms.intervals)
    with ordinality as one (person_id, came_at, left_at, seconds, intervals, place),
    unnest(
      rooms.people[one.place + 1:],
      rooms.came[one.place + 1:],
      rooms.left_at[one.place + 1:],
      rooms.seconds[one.place + 1:],
      rooms.intervals[one.place + 1:]
    ) as other (person_id, came_at, left_at, seconds, intervals)
)

select
  institution_id,
  course_id,
  'breakout' as kind,
  'session:' || session_id as event_ref,
  source_person_id,
  target_person_id,
  false as directed,
  end_of_session as occurred_at,
  (3.0 * overlap_seconds / 3600 / (n - 1))::float8 as weight
from pairs
where overlap_seconds >= 180
