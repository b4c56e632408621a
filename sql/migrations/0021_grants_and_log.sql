-- Grants by hand, roles passed on, and the access log: who may read it, and how a change of it is found.
create function ops.require_steward () returns bigint language plpgsql stable
set
  search_path = pg_catalog as $$
begin
  if coalesce(current_setting('kith.steward', true), '') <> 'on' then
    raise insufficient_privilege using message = 'This is for data stewards and admins.';
  end if;
  return nullif(current_setting('kith.institution', true), '')::bigint;
end
$$;

comment on function ops.require_steward () is 'The institution of a steward''s request; refuses anybody else''s.';
revoke all on function ops.require_steward () from public;

create function ops.note (institution bigint, deed text, course bigint, subjects bigint[], why text) returns void language sql
set
  search_path = pg_catalog
begin
  atomic
  insert into
    ops.access_log (institution_id, at, person_id, action, course_id, subject_person_ids, reason)
  values
    (
      institution,
      clock_timestamp(),
      nullif(current_setting('kith.person', true), '')::bigint,
      deed,
      course,
      subjects,
      why
    );
end;

comment on function ops.note (bigint, text, bigint, bigint[], text) is 'One row of the access log, of the person who asks.';
revoke all on function ops.note (bigint, text, bigint, bigint[], text) from public;

create function ops.person_of_address (institution bigint, address text) returns bigint language sql stable
set
  search_path = pg_catalog
begin
  atomic
  select
    min(a.person_id)
  from
    identity.claim as c
    join core.account as a on a.institution_id = c.institution_id
    and a.account_id = c.account_id
  where
    c.institution_id = institution
    and c.scheme = 'email'
    and c.verified
    and c.value = lower(address)
  having
    count(distinct a.person_id) = 1;
end;

comment on function ops.person_of_address (bigint, text) is 'The one person of a verified address; null for nobody, and for two.';
revoke all on function ops.person_of_address (bigint, text) from public;

create function ops.list_grants () returns table (
  grant_id bigint,
  person_id bigint,
  name text,
  role text,
  place text,
  valid_from timestamptz,
  valid_to timestamptz,
  granted_by text,
  pseudonymous boolean,
  delegated boolean,
  launched boolean
) language sql stable security definer
set
  search_path = pg_catalog
begin
  atomic
  select
    g.grant_id,
    g.person_id,
    coalesce(who.display_name, 'Person ' || g.person_id),
    g.role,
    coalesce(course.title, unit.title),
    g.valid_from,
    g.valid_to,
    giver.display_name,
    g.pseudonymous,
    g.delegated,
    g.launched
  from
    ops.access_grant as g
    left join identity.person as who on who.institution_id = g.institution_id
    and who.person_id = g.person_id
    left join identity.person as giver on giver.institution_id = g.institution_id
    and giver.person_id = g.granted_by
    left join core.course as course on course.institution_id = g.institution_id
    and course.course_id = g.course_id
    left join core.unit as unit on unit.institution_id = g.institution_id
    and unit.unit_id = g.unit_id
  where
    g.institution_id = ops.require_steward ()
    and coalesce(g.valid_to > clock_timestamp(), true)
  order by
    3,
    g.role,
    g.grant_id;
end;

comment on function ops.list_grants () is 'Every grant that holds or will. For stewards.';

create function ops.list_staff () returns table (person_id bigint, name text, role text, place text, valid_from timestamptz, valid_to timestamptz) language sql stable security definer
set
  search_path = pg_catalog
begin
  atomic
  select
    a.person_id,
    coalesce(who.display_name, 'Person ' || a.person_id),
    a.role,
    course.title,
    a.valid_from,
    a.valid_to
  from
    ops.course_access as a
    join core.course as course on course.institution_id = a.institution_id
    and course.course_id = a.course_id
    left join identity.person as who on who.institution_id = a.institution_id
    and who.person_id = a.person_id
  where
    a.institution_id = ops.require_steward ()
    and a.basis = 'enrolment'
    and coalesce(a.valid_to > clock_timestamp(), true)
  order by
    course.title,
    a.role desc,
    2;
end;

comment on function ops.list_staff () is 'Teachers and assistants whose enrolment is their grant. For stewards.';

create function ops.list_places () returns table (unit_id bigint, course_id bigint, title text, kind text) language sql stable security definer
set
  search_path = pg_catalog
begin
  atomic
  select
    u.unit_id,
    null::bigint,
    u.title,
    u.kind
  from
    core.unit as u
  where
    u.institution_id = ops.require_steward ()
  union all
  select
    null,
    c.course_id,
    c.title,
    c.kind
  from
    core.course as c
  where
    c.institution_id = ops.require_steward ()
    and c.kind <> 'unassigned'
  order by
    3;
end;

comment on function ops.list_places () is 'Nodes of the tree and courses, by title: where a grant can hold. For stewards.';

create function ops.give_grant (
  address text,
  given_role text,
  unit bigint,
  course bigint,
  holds_from timestamptz,
  holds_to timestamptz,
  without_names boolean
) returns text language plpgsql security definer
set
  search_path = pg_catalog as $$
declare
  institution bigint := ops.require_steward();
  giver bigint := nullif(current_setting('kith.person', true), '')::bigint;
  receiver bigint := ops.person_of_address(institution, address);
begin
  if receiver is null then
    return 'no_person';
  end if;
  if receiver = giver then
    return 'own_grant';
  end if;
  if given_role in ('steward', 'admin') and not ops.is_admin(institution, giver) then
    return 'not_admin';
  end if;
  if (unit is not null and not exists (select from core.unit as u where u.institution_id = institution and u.unit_id = unit))
    or (course is not null and not exists (select from core.course as c where c.institution_id = institution and c.course_id = course)) then
    return 'no_place';
  end if;
  insert into ops.access_grant
    (institution_id, person_id, role, unit_id, course_id, valid_from, valid_to, granted_by, created_at, pseudonymous)
  values (institution, receiver, given_role, unit, course, holds_from, holds_to, giver, clock_timestamp(), without_names);
  perform ops.refresh_course_access(institution);
  perform ops.note(institution, 'grant', course, array[receiver], given_role);
  return 'done';
end
$$;

comment on function ops.give_grant (text, text, bigint, bigint, timestamptz, timestamptz, boolean) is 'A steward gives a role to the person of an address. Nobody to themselves; steward and admin only by an admin.';

create function ops.is_admin (institution bigint, person bigint) returns boolean language sql stable
set
  search_path = pg_catalog return exists (
    select
    from
      ops.access_grant as g
    where
      g.institution_id = institution
      and g.person_id = person
      and g.role = 'admin'
      and g.valid_from <= clock_timestamp()
      and coalesce(g.valid_to > clock_timestamp(), true)
  );

comment on function ops.is_admin (bigint, bigint) is 'Whether somebody is admin at this moment.';
revoke all on function ops.is_admin (bigint, bigint) from public;

create function ops.end_grant (ending bigint) returns text language plpgsql security definer
set
  search_path = pg_catalog as $$
declare
  institution bigint := ops.require_steward();
  held ops.access_grant;
begin
  select g.* into held from ops.access_grant as g
  where g.institution_id = institution and g.grant_id = ending and coalesce(g.valid_to > clock_timestamp(), true)
  for update;
  if not found then
    return 'no_grant';
  end if;
  if held.role in ('steward', 'admin') then
    if not ops.is_admin(institution, nullif(current_setting('kith.person', true), '')::bigint) then
      return 'not_admin';
    end if;
    if held.role = 'admin' and not exists (
      select from ops.access_grant as g
      where g.institution_id = institution and g.role = 'admin' and g.grant_id <> ending
        and g.valid_from <= clock_timestamp() and coalesce(g.valid_to > clock_timestamp(), true)
    ) then
      return 'last_admin';
    end if;
  end if;
  update ops.access_grant as g set valid_to = clock_timestamp() where g.institution_id = institution and g.grant_id = ending;
  perform ops.refresh_course_access(institution);
  perform ops.note(institution, 'end_grant', held.course_id, array[held.person_id], held.role);
  return 'done';
end
$$;

comment on function ops.end_grant (bigint) is 'A steward ends a grant at once; never the last admin''s.';

create function ops.delegate (address text, passed_role text, course bigint, until timestamptz, without_names boolean) returns text language plpgsql security definer
set
  search_path = pg_catalog as $$
declare
  institution bigint := nullif(current_setting('kith.institution', true), '')::bigint;
  giver bigint := nullif(current_setting('kith.person', true), '')::bigint;
  receiver bigint := ops.person_of_address(institution, address);
begin
  -- What was passed on is not passed on further, and without names it stays without.
  if not exists (
    select from ops.course_access as a
    where a.institution_id = institution and a.course_id = course and a.person_id = giver and a.role = passed_role
      and a.delegated_by is null and (without_names or not a.pseudonymous)
      and coalesce(a.valid_from <= clock_timestamp(), true) and coalesce(a.valid_to > clock_timestamp(), true)
  ) then
    return 'not_held';
  end if;
  if receiver is null then
    return 'no_person';
  end if;
  if receiver = giver then
    return 'own_grant';
  end if;
  insert into ops.access_grant
    (institution_id, person_id, role, course_id, valid_from, valid_to, granted_by, created_at, pseudonymous, delegated)
  values (institution, receiver, passed_role, course, clock_timestamp(), until, giver, clock_timestamp(), without_names, true);
  perform ops.refresh_course_access(institution, array[course]);
  perform ops.note(institution, 'delegate', course, array[receiver], passed_role);
  return 'done';
end
$$;

comment on function ops.delegate (text, text, bigint, timestamptz, boolean) is 'Passes the own role on a course on, until a day; it ends with the own one.';

create table ops.access_log_seal (
  institution_id bigint not null,
  hour timestamptz not null,
  rows bigint not null,
  digest bytea not null,
  sealed_at timestamptz not null,
  constraint access_log_seal_pkey primary key (institution_id, hour)
);

comment on table ops.access_log_seal is 'One digest an hour over the access log and the digest before: a row that is changed later no longer fits.';
comment on column ops.access_log_seal.institution_id is 'Tenant. Leads every key; the distribution column on Citus.';
comment on column ops.access_log_seal.hour is 'Beginning of the hour.';
comment on column ops.access_log_seal.rows is 'Rows of the hour.';
comment on column ops.access_log_seal.digest is 'SHA-256 of the digest before and of the rows in their order.';
comment on column ops.access_log_seal.sealed_at is 'When.';

alter table ops.access_log_seal enable row level security;
alter table ops.access_log_seal force row level security;
create policy access_log_seal_etl on ops.access_log_seal to kith_etl using (true) with check (true);
grant select, insert, delete on ops.access_log_seal to kith_etl;
-- Nobody's business is to change what happened; what is too old may go.
revoke update on ops.access_log from kith_etl;

create function ops.log_digest (institution bigint, hour_begin timestamptz, before bytea) returns table (rows bigint, digest bytea) language sql stable
set
  search_path = pg_catalog
begin
  atomic
  select
    count(*),
    sha256(
      coalesce(before, ''::bytea) || convert_to(
        coalesce(
          string_agg(
            concat_ws(
              '|',
              l.log_id,
              extract(
                epoch
                from
                  l.at
              ),
              l.person_id,
              l.action,
              coalesce(l.course_id, 0),
              array_to_string(l.subject_person_ids, ','),
              l.reason
            ),
            chr(10)
            order by
              l.log_id
          ),
          ''
        ),
        'UTF8'
      )
    )
  from
    ops.access_log as l
  where
    l.institution_id = institution
    and l.at >= hour_begin
    and l.at < hour_begin + interval '1 hour';
end;

comment on function ops.log_digest (bigint, timestamptz, bytea) is 'Rows of one hour and their digest, chained to the one before.';
revoke all on function ops.log_digest (bigint, timestamptz, bytea) from public;
grant execute on function ops.log_digest (bigint, timestamptz, bytea) to kith_etl;

create function ops.seal_access_log (institution bigint) returns integer language plpgsql
set
  search_path = pg_catalog as $$
declare
  next_hour timestamptz;
  before bytea;
  done integer := 0;
begin
  perform pg_advisory_xact_lock(7151406, institution::integer);
  loop
    select s.hour + interval '1 hour', s.digest into next_hour, before
    from ops.access_log_seal as s where s.institution_id = institution order by s.hour desc limit 1;
    -- An hour without a row is sealed too when rows follow it: a gap would hide what was taken away.
    if next_hour is null then
      select date_trunc('hour', min(l.at)) into next_hour from ops.access_log as l where l.institution_id = institution;
    end if;
    exit when next_hour is null or next_hour + interval '1 hour 5 minutes' > clock_timestamp();
    insert into ops.access_log_seal (institution_id, hour, rows, digest, sealed_at)
    select institution, next_hour, d.rows, d.digest, clock_timestamp() from ops.log_digest(institution, next_hour, before) as d;
    done := done + 1;
  end loop;
  return done;
end
$$;

comment on function ops.seal_access_log (bigint) is 'Seals every hour that is over and not sealed yet; answers how many. For a job of the ETL''s login, once an hour.';
revoke all on function ops.seal_access_log (bigint) from public;
grant execute on function ops.seal_access_log (bigint) to kith_etl;

create function ops.broken_seals (institution bigint) returns table (hour timestamptz, sealed_rows bigint, found_rows bigint) language sql stable
set
  search_path = pg_catalog
begin
  atomic
  select
    s.hour,
    s.rows,
    d.rows
  from
    (
      select
        each.hour,
        each.rows,
        each.digest,
        lag(each.digest) over (
          order by
            each.hour
        ) as before
      from
        ops.access_log_seal as each
      where
        each.institution_id = institution
    ) as s
    cross join lateral ops.log_digest (institution, s.hour, s.before) as d
  where
    d.digest <> s.digest
  order by
    s.hour;
end;

comment on function ops.broken_seals (bigint) is 'Hours whose rows, or whose seal before, are no longer what was sealed.';
revoke all on function ops.broken_seals (bigint) from public;
grant execute on function ops.broken_seals (bigint) to kith_etl;

create function ops.read_access_log (reader_address text, subject_address text, day date, below bigint, most integer) returns table (
  log_id bigint,
  at timestamptz,
  person_id bigint,
  name text,
  action text,
  course_id bigint,
  course text,
  subjects bigint[],
  reason text
) language plpgsql security definer
set
  search_path = pg_catalog as $$
declare
  institution bigint := ops.require_steward();
  who bigint := ops.person_of_address(institution, reader_address);
  whose bigint := ops.person_of_address(institution, subject_address);
begin
  if (reader_address is not null and who is null) or (subject_address is not null and whose is null) then
    raise exception using errcode = 'P0002', message = 'Nobody has this address.';
  end if;
  perform ops.note(institution, 'read_log', null, array_remove(array[who, whose], null), 'steward');
  return query
  select l.log_id, l.at, l.person_id, coalesce(p.display_name, 'Person ' || l.person_id), l.action, l.course_id, c.title,
    case when whose is null then l.subject_person_ids else array[whose] end, l.reason
  from ops.access_log as l
    left join identity.person as p on p.institution_id = l.institution_id and p.person_id = l.person_id
    left join core.course as c on c.institution_id = l.institution_id and c.course_id = l.course_id
  where l.institution_id = institution
    and (who is null or l.person_id = who)
    and (whose is null or whose = any (l.subject_person_ids))
    and (day is null or (l.at >= day and l.at < day + 1))
    and (below is null or l.log_id < below)
  order by l.log_id desc
  limit least(most, 10000);
end
$$;

comment on function ops.read_access_log (text, text, date, bigint, integer) is 'The access log for a steward, newest first: of one reader, of one learner, of a day. That it was read is itself logged.';
revoke all on function ops.list_grants (), ops.list_staff (), ops.list_places (), ops.give_grant (text, text, bigint, bigint, timestamptz, timestamptz, boolean), ops.end_grant (bigint), ops.delegate (text, text, bigint, timestamptz, boolean), ops.read_access_log (text, text, date, bigint, integer) from public;
grant execute on function ops.list_grants (), ops.list_staff (), ops.list_places (), ops.give_grant (text, text, bigint, bigint, timestamptz, timestamptz, boolean), ops.end_grant (bigint), ops.delegate (text, text, bigint, timestamptz, boolean), ops.read_access_log (text, text, date, bigint, integer) to kith_app;
