-- title:    Alerts
-- question: Which learners were listed, for what, and what was made of it?
-- unit:     a row a learner and kind of alert
-- source:   insight.alert
select
  ops.export_pseudonym('course', alert.course_id) as course,
  ops.export_pseudonym('person', alert.person_id) collate "C" as person,
  alert.type,
  alert.state,
  alert.first_week,
  alert.last_week,
  alert.band
from
  insight.alert as alert
  join core.included_learner as included
    on
      included.institution_id = alert.institution_id
      and included.course_id = alert.course_id
      and included.person_id = alert.person_id
  join insight.course_week as week
    on
      week.institution_id = alert.institution_id
      and week.course_id = alert.course_id
      and week.week = alert.last_week
where
  alert.institution_id = $1
  and alert.course_id = $2
  and week.as_of <= $3
  -- What a learner said for their instructors is not for research.
  and alert.type <> 'told_us'
order by person, alert.type
