-- How many learners of a week chose not to be part: a number, never who.
create function insight.left_out (course bigint, week_no integer) returns integer language sql stable security definer
set
  search_path = pg_catalog
begin
  atomic
  select
    count(*)::integer
  from
    ops.me () as me
    join insight.learner_week as one on one.institution_id = me.institution_id
    and one.course_id = course
    and one.week = week_no
    and one.state <> 'not_enrolled'
  where
    (
      course = any (string_to_array(nullif(current_setting('kith.learner_courses', true), ''), ',')::bigint[])
      or course = any (string_to_array(nullif(current_setting('kith.aggregate_courses', true), ''), ',')::bigint[])
    )
    and exists (
      select
      from
        core.opted_out as o
      where
        o.institution_id = one.institution_id
        and o.person_id = one.person_id
        and o.course_id in (0, one.course_id)
    );
end;

comment on function insight.left_out (bigint, integer) is 'Learners of a course-week who opted out, for readers of the course: what is missing between those included and those enrolled.';
revoke all on function insight.left_out (bigint, integer) from public;
grant execute on function insight.left_out (bigint, integer) to kith_app;
