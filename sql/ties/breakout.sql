-- title:    Breakout
-- question: Who was in a small room together?
-- unit:     reply equivalents
-- weight:   3.0 x shared hours / (n - 1) undirected; 3 minutes at least
-- source:   Newman (2001) for 1/(n-1); reference indicators §1.2, §9.1.1, §9.1.2, §9.6.7, §9.6.8
with

member_of_course as materialized (
  select *
  from core.known_member
  where institution_id = $1 and course_id = any ($2::bigint[])
),

presence_of_course as materialized (
  select *
  from core.known_presence
  where institution_id = $1 and course_id = any ($2::bigint[])
),

session_of_course as materialized (
  select *
  from core.known_session
  where institution_id = $1 and course_id = any ($2::bigint[])
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
    count(*) over (partition by institution_id, course_id, session_id) as n
  from present
  where seconds >= 180
)
,

pairs as (
  select
    one.institution_id,
    one.course_id,
    one.session_id,
    one.person_id as source_person_id,
    other.person_id as target_person_id,
    one.end_of_session,
    one.n,
    case
      when one.intervals is null or other.intervals is null then least(one.seconds, other.seconds)
      else
        (
          select sum(extract(epoch from upper(part) - lower(part)))
          from unnest(one.intervals * other.intervals) as part
        )
    end as overlap_seconds
  from
    counted as one
    join counted as other
      on
        other.institution_id = one.institution_id
        and other.course_id = one.course_id
        and other.session_id = one.session_id
        and other.person_id > one.person_id
  where one.n <= 100
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
