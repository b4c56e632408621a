-- What somebody has passed on of their own role on a course: seen and ended by them.
create function ops.own_delegations (course bigint) returns table (
  grant_id bigint,
  name text,
  role text,
  valid_to timestamptz,
  pseudonymous boolean
) language sql stable security definer
set
  search_path = pg_catalog
begin
  atomic
  select
    g.grant_id,
    coalesce(who.display_name, 'Person ' || g.person_id),
    g.role,
    g.valid_to,
    g.pseudonymous
  from
    ops.access_grant as g
    left join identity.person as who on who.institution_id = g.institution_id
    and who.person_id = g.person_id
  where
    g.institution_id = nullif(current_setting('kith.institution', true), '')::bigint
    and g.granted_by = nullif(current_setting('kith.person', true), '')::bigint
    and g.course_id = course
    and g.delegated
    and coalesce(g.valid_to > clock_timestamp(), true)
  order by
    2,
    g.grant_id;
end;

comment on function ops.own_delegations (bigint) is 'Whom the reader has let into a course, and until when.';

create function ops.end_delegation (course bigint, ending bigint) returns boolean language plpgsql security definer
set
  search_path = pg_catalog as $$
declare
  institution bigint := nullif(current_setting('kith.institution', true), '')::bigint;
  held ops.access_grant;
begin
  update ops.access_grant as g
  set valid_to = clock_timestamp()
  where g.institution_id = institution and g.grant_id = ending and g.course_id = course and g.delegated
    and g.granted_by = nullif(current_setting('kith.person', true), '')::bigint
    and coalesce(g.valid_to > clock_timestamp(), true)
  returning g.* into held;
  if not found then
    return false;
  end if;
  perform ops.refresh_course_access(institution, array[course]);
  perform ops.note(institution, 'end_delegation', course, array[held.person_id], held.role);
  return true;
end
$$;

comment on function ops.end_delegation (bigint, bigint) is 'Who passed a role on ends it at once; false where it is not theirs.';
revoke all on function ops.own_delegations (bigint), ops.end_delegation (bigint, bigint) from public;
grant execute on function ops.own_delegations (bigint), ops.end_delegation (bigint, bigint) to kith_app;
