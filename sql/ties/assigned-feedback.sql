-- title:    Peer feedback, assigned
-- question: Who gave the feedback they were assigned?
-- unit:     reply equivalents
-- weight:   0.5 directed: assigned feedback is not a choice
-- source:   reference indicators §1.2
select
  institution_id,
  course_id,
  'assigned_feedback' as kind,
  'feedback:' || feedback_id as event_ref,
  giver_id as source_person_id,
  receiver_id as target_person_id,
  true as directed,
  occurred_at,
  0.5::float8 as weight
from core.known_feedback
where
  institution_id = $1
  and course_id = $2
  and kind = 'peer'
  and allotted
  and occurred_at is not null
  and giver_id <> receiver_id
