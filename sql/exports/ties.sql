-- title:    Ties
-- question: Who had to do with whom, by what, in which week?
-- unit:     a row a tie between two learners
-- source:   insight.tie; see docs/reference/methods.md
with

week_of_course as (
  select
    week,
    coalesce(lag(as_of) over (order by week), '-infinity') as since,
    as_of as until
  from insight.course_week
  where institution_id = $1 and course_id = $2 and as_of <= $3
),

included as materialized (
  select
    person_id,
    ops.export_pseudonym('person', person_id) collate "C" as pseudonym
  from core.included_learner
  where institution_id = $1 and course_id = $2
)

select
  ops.export_pseudonym('course', event.course_id) as course,
  week_of_course.week,
  event.kind,
  event.layer,
  event.directed,
  -- Undirected ties are stored with the lower number first: in that order they would say who is older in Kith.
  case when event.directed then source.pseudonym else least(source.pseudonym, target.pseudonym) end as from_person,
  case when event.directed then target.pseudonym else greatest(source.pseudonym, target.pseudonym) end as to_person,
  event.weight
from
  insight.tie as event
  join week_of_course on event.occurred_at >= week_of_course.since and event.occurred_at < week_of_course.until
  join included as source on source.person_id = event.source_person_id
  join included as target on target.person_id = event.target_person_id
where event.institution_id = $1 and event.course_id = $2 and event.layer <> 'staff'
order by from_person, to_person, week_of_course.week, event.kind, event.weight
