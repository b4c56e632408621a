-- title:    Contacts and outcomes
-- question: Who was contacted, when, and what came of it?
-- unit:     a row a contact and window; a contact without any outcome yet is one row
-- source:   care.contact, care.outcome; docs/adr/0100-did-it-help.md
select
  ops.export_pseudonym('course', contact.course_id) as course,
  ops.export_pseudonym('person', contact.person_id) collate "C" as person,
  ops.export_pseudonym('contact', contact.contact_id) collate "C" as contact,
  contact.week,
  contact.channel,
  contact.band,
  contact.answered_at is not null as answered,
  outcome.window_weeks,
  outcome.measure,
  outcome.baseline,
  outcome.value,
  outcome.usual_change,
  outcome.compared_learners,
  outcome.difference,
  outcome.low,
  outcome.high
from
  care.contact as contact
  join core.included_learner as included
    on
      included.institution_id = contact.institution_id
      and included.course_id = contact.course_id
      and included.person_id = contact.person_id
  left join care.outcome as outcome
    on
      outcome.institution_id = contact.institution_id
      and outcome.course_id = contact.course_id
      and outcome.contact_id = contact.contact_id
where
  contact.institution_id = $1
  and contact.course_id = $2
  and contact.at < $3
  and contact.withdrawn_at is null
order by contact, outcome.window_weeks
