-- title:    Network: people
-- question: Who are the nodes of each course's network?
-- unit:     a row a learner and course
-- source:   insight.learner_week
select
  ops.export_pseudonym('course', one.course_id) as course,
  ops.export_pseudonym('person', one.person_id) collate "C" as person,
  count(*)::integer as weeks,
  (array_agg(one.state order by one.week desc))[1] as last_state
from
  insight.learner_week as one
  join core.included_learner as included
    on
      included.institution_id = one.institution_id
      and included.course_id = one.course_id
      and included.person_id = one.person_id
where
  one.institution_id = $1
  and one.course_id = $2
  and one.as_of <= $3
  and one.state not in ('not_enrolled', 'opted_out')
group by one.course_id, one.person_id
order by person
