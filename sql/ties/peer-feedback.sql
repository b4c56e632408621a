-- title:    Peer feedback
-- question: Who gave feedback on whose work?
-- unit:     reply equivalents
-- weight:   1.0 directed where chosen, 0.5 where assigned: assigned feedback is not a choice
-- source:   reference indicators §1.2
select
  institution_id,
  course_id,
  'peer_feedback' as kind,
  'feedback:' || feedback_id as event_ref,
  giver_id as source_person_id,
  receiver_id as target_person_id,
  true as directed,
  occurred_at,
  case when allotted then 0.5 else 1.0 end::float8 as weight
from core.known_feedback
where
  institution_id = $1
  and course_id = any ($2::bigint[])
  and kind = 'peer'
  and occurred_at is not null
  and giver_id <> receiver_id
