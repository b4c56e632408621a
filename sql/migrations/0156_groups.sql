-- For mixing groups: who of a course is not to sit with whom. Only a function tells, and not who said it.
create function care.apart_in (course bigint) returns table (one_id bigint, other_id bigint) language sql stable security definer
set
  search_path = pg_catalog
begin
  atomic
  select distinct
    least(apart.person_id, apart.other_person_id),
    greatest(apart.person_id, apart.other_person_id)
  from
    care.kept_apart as apart
    join core.participant as one on one.institution_id = apart.institution_id
    and one.course_id = course
    and one.person_id = apart.person_id
    and one.role = 'learner'
    join core.participant as other on other.institution_id = apart.institution_id
    and other.course_id = course
    and other.person_id = apart.other_person_id
    and other.role = 'learner'
  where
    apart.institution_id = nullif(current_setting('kith.institution', true), '')::bigint
    and course = any (string_to_array(nullif(current_setting('kith.named_courses', true), ''), ',')::bigint[]);
end;

comment on function care.apart_in (bigint) is 'Learners of a course who are not to be in one group, lower id first, so that it does not say who asked for it. Kith reads it to mix groups; no page shows it.';
revoke all on function care.apart_in (bigint) from public;
grant execute on function care.apart_in (bigint) to kith_app;
