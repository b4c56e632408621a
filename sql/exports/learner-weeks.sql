-- title:    Learner-weeks
-- question: What does Kith say of every learner in every closed week?
-- unit:     a row a learner and course-week
-- source:   insight.learner_week; see docs/reference/methods.md
select
  ops.export_pseudonym('course', one.course_id) as course,
  ops.export_pseudonym('person', one.person_id) collate "C" as person,
  one.week,
  one.kind,
  one.state,
  one.roster_state,
  one.score,
  one.band,
  one.trend,
  one.coverage,
  one.confidence,
  one.weeks_observed,
  one.contributions,
  one.signals,
  one.indicators,
  one.definition_version,
  -- What a learner said for their instructors is not for research: such a number would give the answer away.
  coalesce(jsonb_typeof(one.contributions -> 'felt_belonging') = 'number', false) as own_word
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
order by person, one.week
