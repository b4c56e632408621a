-- What goes along when a case is handed over, whether somebody is there to take it, and taking back a close.
alter table care.case_file
add column reasons text[],
add column patterns text[];

comment on column care.case_file.reasons is 'Sentences about the week that stood on the page when it was opened: all that whoever gets the case learns of it. Null: none was there.';
comment on column care.case_file.patterns is 'Patterns that fired in that week.';

create function care.has_support (course bigint) returns boolean language sql stable security definer
set
  search_path = pg_catalog return course = any (string_to_array(nullif(current_setting('kith.learner_courses', true), ''), ',')::bigint[])
  and exists (
    select
    from
      ops.course_access as a
    where
      a.institution_id = nullif(current_setting('kith.institution', true), '')::bigint
      and a.course_id = course
      and a.role = 'support'
      and not a.pseudonymous
      and coalesce(a.valid_from <= clock_timestamp(), true)
      and coalesce(a.valid_to > clock_timestamp(), true)
  );

comment on function care.has_support (bigint) is 'Whether a course has student support to hand a case over to, for whoever teaches it; who that is stays closed.';
revoke all on function care.has_support (bigint) from public;
grant execute on function care.has_support (bigint) to kith_app;
