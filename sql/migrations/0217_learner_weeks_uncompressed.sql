-- A learner's week is some four kilobytes of explanation. Postgres compresses rows of more than two and moves parts of them
-- elsewhere: an eighth of all that computing costs, to save a third of the place. Now from eight kilobytes on.
alter table insight.learner_week set (toast_tuple_target = 8160);

comment on column insight.tie_event.kind is 'reply, mention, reaction, breakout, group_work, peer_feedback, mentor_contact … Live sessions stand in session_stay.';
