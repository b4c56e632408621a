-- Courses whose single learners went by retention: what is left must not be computed again.
alter table core.course add column forgotten_at timestamptz;

comment on column core.course.forgotten_at is 'When the facts about its learners were removed because they were too old; its stored weeks stand as they are. Null: they are here.';
