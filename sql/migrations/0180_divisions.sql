-- Attendance and ties by region and by time zone, of every part of the institution, as they may be told.
alter table insight.unit_week add column divisions jsonb;
comment on column insight.unit_week.divisions is 'Of a node''s last week: attendance and mixing by region and by time zone, without what is few and what would give it away. Null: not worked out for this week.';

-- Parts that are stored do not say of how many nobody knows where they are: all weeks are computed again.
update insight.computation
set inputs = null;

insert into ops.dirty_week (institution_id, course_id, week_start, since)
select
  institution_id,
  course_id,
  week_start,
  transaction_timestamp()
from insight.course_week
on conflict (institution_id, course_id, week_start) do nothing;
