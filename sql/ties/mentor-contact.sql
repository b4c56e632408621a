-- title:    Mentor contact
-- question: Who met their mentor or mentee?
-- unit:     reply equivalents
-- weight:   1.0 in both directions per logged meeting
-- source:   reference indicators §1.2, §9.6 N7
with

mentorship_of_course as materialized (
  select *
  from core.known_mentorship
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

meetings as (
  select distinct
    sessions.institution_id,
    sessions.course_id,
    sessions.session_id,
    coalesce(sessions.ends_at, sessions.occurred_at) as occurred_at,
    presence.person_id
  from
    session_of_course as sessions
    join presence_of_course as presence
      on
        presence.institution_id = sessions.institution_id
        and presence.course_id = sessions.course_id
        and presence.source_id = sessions.source_id
        and presence.session_key = sessions.key
  where
    sessions.kind = 'peer_session'
    and not sessions.cancelled
    and presence.status in ('present', 'late', 'remote')
),

pairs as (
  select distinct
    one.institution_id,
    one.course_id,
    one.session_id,
    one.occurred_at,
    one.person_id as source_person_id,
    other.person_id as target_person_id
  from
    meetings as one
    join meetings as other
      on
        other.institution_id = one.institution_id
        and other.course_id = one.course_id
        and other.session_id = one.session_id
        and other.person_id <> one.person_id
    join mentorship_of_course as mentorship
      on
        mentorship.institution_id = one.institution_id
        and mentorship.course_id = one.course_id
        and (
          (mentorship.mentor_id = one.person_id and mentorship.mentee_id = other.person_id)
          or (mentorship.mentor_id = other.person_id and mentorship.mentee_id = one.person_id)
        )
)

select
  institution_id,
  course_id,
  'mentor_contact' as kind,
  'session:' || session_id as event_ref,
  source_person_id,
  target_person_id,
  true as directed,
  occurred_at,
  1.0::float8 as weight
from pairs
