-- title:    Peer feedback, chosen
-- question: Who chose to give feedback on whose work?
-- unit:     reply equivalents
-- weight:   1.0 directed
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
  1.0::float8 as weight
from core.known_feedback
where
  institution_id = $1
  and course_id = $2
  and kind = 'peer'
  and not allotted
  and occurred_at is not null
  and giver_id <> receiver_id
