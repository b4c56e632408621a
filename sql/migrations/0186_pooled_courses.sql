-- What is about instructors may be said of fewer nodes than before (ADR 186): what is stored of it goes, and every node is
-- rolled up again.
update insight.unit_week
set
  immediacy = false,
  indicators = '{}',
  health = jsonb_build_object('withheld', 'too_little_seen', 'coverage', 0, 'version', health -> 'version')
where
  immediacy;

insert into insight.roll_up_due (institution_id, course_id, week_start)
select
  institution_id,
  course_id,
  week_start
from insight.course_pool
on conflict (institution_id, course_id, week_start) do nothing;

insert into ops.dirty_week (institution_id, course_id, week_start, since)
select
  institution_id,
  course_id,
  week_start,
  transaction_timestamp()
from insight.course_week
on conflict (institution_id, course_id, week_start) do nothing;

comment on column insight.unit_week.immediacy is 'Whether e-immediacy is in its numbers: pooled over at least five instructors, also the courses that are left when nodes below it are taken away.';
