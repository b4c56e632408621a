-- title:    Network: ties
-- question: Who was tied to whom over the course, how strongly?
-- unit:     a row a pair and kind of tie
-- source:   insight.tie
with

week_of_course as (
  select
    week,
    coalesce(lag(as_of) over (order by week), '-infinity') as since,
    as_of as until
  from insight.course_week
  where institution_id = $1 and course_id = $2 and as_of <= $3
),

-- Only who is a node, so that no edge leads nowhere.
included as materialized (
  select
    one.person_id,
    ops.export_pseudonym('person', one.person_id) collate "C" as pseudonym
  from core.included_learner as one
  where
    one.institution_id = $1
    and one.course_id = $2
    and exists (
      select
      from insight.learner_week as week
      where
        week.institution_id = $1
        and week.course_id = $2
        and week.person_id = one.person_id
        and week.as_of <= $3
        and week.state not in ('not_enrolled', 'opted_out')
    )
),

named as (
  select
    week_of_course.week,
    event.kind,
    event.directed,
    event.weight,
    case when event.directed then source.pseudonym else least(source.pseudonym, target.pseudonym) end as from_person,
    case when event.directed then target.pseudonym else greatest(source.pseudonym, target.pseudonym) end as to_person
  from
    insight.tie as event
    join week_of_course on event.occurred_at >= week_of_course.since and event.occurred_at < week_of_course.until
    join included as source on source.person_id = event.source_person_id
    join included as target on target.person_id = event.target_person_id
  where event.institution_id = $1 and event.course_id = $2 and event.layer <> 'staff'
)

select
  ops.export_pseudonym('course', $2) as course,
  from_person,
  to_person,
  kind,
  directed,
  count(*)::integer as events,
  -- Added in one order: sums of the same numbers in another differ in the last digit.
  sum(weight order by week, weight) as strength,
  min(week)::integer as first_week,
  max(week)::integer as last_week
from named
group by from_person, to_person, kind, directed
order by from_person, to_person, kind
