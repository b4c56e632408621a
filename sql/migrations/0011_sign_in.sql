-- Who may see what: grants that can be delegated or pseudonymous, and sessions that idle out and rotate.
alter table ops.access_grant
add column pseudonymous boolean not null default false,
add column delegated boolean not null default false,
add column launched boolean not null default false;

comment on column ops.access_grant.pseudonymous is 'True: the learners are seen, their names are not.';
comment on column ops.access_grant.delegated is 'True: passed on by somebody who holds the role there, and ends when theirs does.';
comment on column ops.access_grant.launched is 'True: a launch of the learning platform said so; holds as long as the session.';

-- One row for every window of enrolment and every grant that reaches a course: windows are judged when somebody asks, not when a load ends.
alter table ops.course_access
add column origin_id bigint not null default 0,
add column pseudonymous boolean not null default false,
add column delegated_by bigint;

alter table ops.course_access
drop constraint course_access_pkey;

alter table ops.course_access
add constraint course_access_pkey primary key (institution_id, course_id, person_id, role, basis, origin_id);

comment on column ops.course_access.origin_id is 'The grant it comes from; for enrolments, the number of the window; 0: marked by hand.';
comment on column ops.course_access.pseudonymous is 'True: the learners are seen, their names are not.';
comment on column ops.course_access.delegated_by is 'Who passed it on; counts only while they hold the role there themselves.';

create function ops.refresh_course_access (institution bigint, courses bigint[] default null) returns void language sql
set
  search_path = pg_catalog
begin
  atomic
  delete from ops.course_access as a
  where
    a.institution_id = institution
    and (
      courses is null
      or a.course_id = any (courses)
    );
  insert into
    ops.course_access (
      institution_id,
      course_id,
      person_id,
      role,
      basis,
      origin_id,
      valid_from,
      valid_to,
      pseudonymous,
      delegated_by
    )
  with recursive
    node as (
      select
        g.grant_id,
        g.unit_id
      from
        ops.access_grant as g
      where
        g.institution_id = institution
        and g.unit_id is not null
        and g.course_id is null
      union
      select
        node.grant_id,
        below.unit_id
      from
        node
        join core.unit as below on below.institution_id = institution
        and below.parent_unit_id = node.unit_id
    ),
    reached as (
      select
        g.grant_id,
        c.course_id
      from
        ops.access_grant as g
        join core.course as c on c.institution_id = institution
        and (
          c.course_id = g.course_id
          or (
            g.course_id is null
            and (
              g.unit_id is null
              or c.unit_id in (
                select
                  node.unit_id
                from
                  node
                where
                  node.grant_id = g.grant_id
              )
            )
          )
        )
      where
        g.institution_id = institution
        and g.role not in ('steward', 'admin')
      union
      select
        reached.grant_id,
        part.course_id
      from
        reached
        join core.course as part on part.institution_id = institution
        and part.parent_course_id = reached.course_id
    ),
    taught as (
      select distinct
        e.course_id,
        a.person_id,
        case e.role
          when 'teacher' then 'instructor'
          else 'assistant'
        end as role,
        e.valid_from,
        e.valid_to
      from
        core.enrolment as e
        join core.account as a on a.institution_id = e.institution_id
        and a.account_id = e.account_id
      where
        e.institution_id = institution
        and e.superseded_at is null
        and e.status = 'active'
        and e.role in ('teacher', 'assistant')
        and (
          courses is null
          or e.course_id = any (courses)
        )
    )
  select
    institution,
    w.course_id,
    w.person_id,
    w.role,
    'enrolment',
    row_number() over (
      partition by
        w.course_id,
        w.person_id,
        w.role
      order by
        w.valid_from nulls first,
        w.valid_to
    ),
    w.valid_from,
    w.valid_to,
    false,
    null::bigint
  from
    taught as w
  union all
  select
    institution,
    r.course_id,
    g.person_id,
    g.role,
    'grant',
    g.grant_id,
    g.valid_from,
    g.valid_to,
    g.pseudonymous,
    case
      when g.delegated then g.granted_by
    end
  from
    reached as r
    join ops.access_grant as g on g.institution_id = institution
    and g.grant_id = r.grant_id
  where
    courses is null
    or r.course_id = any (courses);
end;

comment on function ops.refresh_course_access (bigint, bigint[]) is 'Derives ops.course_access of an institution, or of some of its courses, from enrolments and grants.';
revoke all on function ops.refresh_course_access (bigint, bigint[]) from public;
grant execute on function ops.refresh_course_access (bigint, bigint[]) to kith_etl;

create function ops.rights_of (institution bigint, person bigint) returns table (
  learner_courses bigint[],
  named_courses bigint[],
  aggregate_courses bigint[],
  steward boolean,
  roles text[]
) language sql stable
set
  search_path = pg_catalog
begin
  atomic
  with
    held as (
      select
        a.course_id,
        a.role,
        a.pseudonymous
      from
        ops.course_access as a
      where
        a.institution_id = institution
        and a.person_id = person
        and coalesce(a.valid_from <= clock_timestamp(), true)
        and coalesce(a.valid_to > clock_timestamp(), true)
        and (
          a.delegated_by is null
          or exists (
            select
            from
              ops.course_access as d
            where
              d.institution_id = institution
              and d.course_id = a.course_id
              and d.person_id = a.delegated_by
              and d.role = a.role
              and d.delegated_by is null
              and (
                a.pseudonymous
                or not d.pseudonymous
              )
              and coalesce(d.valid_from <= clock_timestamp(), true)
              and coalesce(d.valid_to > clock_timestamp(), true)
          )
        )
    ),
    granted as (
      select
        g.role
      from
        ops.access_grant as g
      where
        g.institution_id = institution
        and g.person_id = person
        and not g.delegated
        and g.valid_from <= clock_timestamp()
        and coalesce(g.valid_to > clock_timestamp(), true)
    ),
    role as (
      select
        granted.role
      from
        granted
      union
      select
        held.role
      from
        held
      union
      select
        'learner'
      from
        core.participant as p
      where
        p.institution_id = institution
        and p.person_id = person
        and p.role = 'learner'
        and p.status = 'active'
    )
  select
    array(
      select distinct
        held.course_id
      from
        held
      where
        held.role in ('instructor', 'assistant')
      order by
        1
    ),
    array(
      select distinct
        held.course_id
      from
        held
      where
        held.role in ('instructor', 'assistant')
        and not held.pseudonymous
      order by
        1
    ),
    array(
      select distinct
        held.course_id
      from
        held
      where
        held.role in ('instructor', 'assistant', 'lead', 'researcher')
      order by
        1
    ),
    exists (
      select
      from
        granted
      where
        granted.role in ('steward', 'admin')
    ),
    array(
      select
        role.role
      from
        role
      order by
        1
    );
end;

comment on function ops.rights_of (bigint, bigint) is 'What the grants and enrolments of a person come to at this moment.';
revoke all on function ops.rights_of (bigint, bigint) from public;

alter table ops.sign_in_link
add column purpose text not null default 'sign_in';

alter table ops.sign_in_link
add constraint sign_in_link_purpose_check check (purpose in ('sign_in', 'password'));

comment on column ops.sign_in_link.purpose is 'sign_in, or password: sets a new one.';

alter table ops.web_session
add column method text not null default 'link',
add column privileges bytea,
add column rotated_at timestamptz;

comment on column ops.web_session.method is 'How the person signed in: link, password, oidc or lti.';
comment on column ops.web_session.privileges is 'Digest of the rights under which the token was given; null until the first request.';
comment on column ops.web_session.rotated_at is 'When another token took its place because the rights changed; it ends a minute later.';
create index web_session_person on ops.web_session (institution_id, person_id);

create function ops.open_session (institution bigint, person bigint, session_token bytea, lifetime interval, way text) returns void language sql
set
  search_path = pg_catalog
begin
  atomic
  insert into
    ops.web_session (
      institution_id,
      token_hash,
      person_id,
      created_at,
      last_seen_at,
      expires_at,
      method
    )
  values
    (
      institution,
      sha256(session_token),
      person,
      clock_timestamp(),
      clock_timestamp(),
      clock_timestamp() + lifetime,
      way
    );
  insert into
    ops.access_log (institution_id, at, person_id, action, subject_person_ids, reason)
  values
    (institution, clock_timestamp(), person, 'sign_in', '{}', way);
end;

comment on function ops.open_session (bigint, bigint, bytea, interval, text) is 'Opens a session and logs it. Only for the functions that have made sure who somebody is.';
revoke all on function ops.open_session (bigint, bigint, bytea, interval, text) from public;

drop function ops.use_sign_in_link (bytea, bytea, interval);

create function ops.use_sign_in_link (token bytea, session_token bytea, lifetime interval) returns boolean language plpgsql security definer
set
  search_path = pg_catalog as $$
declare
  link record;
begin
  update ops.sign_in_link as l
  set used_at = clock_timestamp()
  where
    l.token_hash = sha256(token)
    and l.purpose = 'sign_in'
    and l.expires_at > clock_timestamp()
    and (l.reusable or l.used_at is null)
  returning l.institution_id, l.person_id into link;
  if not found then
    return false;
  end if;
  perform ops.open_session(link.institution_id, link.person_id, session_token, lifetime, 'link');
  return true;
end
$$;

comment on function ops.use_sign_in_link (bytea, bytea, interval) is 'Turns a valid one-time link into a session; false where the link is unknown, used or over.';

drop function ops.whoami (bytea);

create function ops.whoami (session_token bytea) returns table (
  institution_id bigint,
  person_id bigint,
  learner_courses bigint[],
  named_courses bigint[],
  aggregate_courses bigint[],
  steward boolean,
  roles text[],
  to_keep boolean
) language sql stable security definer
set
  search_path = pg_catalog
begin
  atomic
  select
    s.institution_id,
    s.person_id,
    r.learner_courses,
    r.named_courses,
    r.aggregate_courses,
    r.steward,
    r.roles,
    s.rotated_at is null
    and (
      s.last_seen_at < clock_timestamp() - interval '1 minute'
      or s.privileges is distinct from sha256(convert_to(r::text, 'UTF8'))
    )
  from
    ops.web_session as s
    cross join lateral ops.rights_of (s.institution_id, s.person_id) as r
  where
    s.token_hash = sha256(session_token)
    and s.revoked_at is null
    and s.expires_at > clock_timestamp()
    and s.last_seen_at > clock_timestamp() - interval '60 minutes';
end;

comment on function ops.whoami (bytea) is 'The signed-in person and what their grants and enrolments come to; no row where the session is unknown, ended, idle for an hour or over. to_keep: call ops.keep_session.';

create function ops.keep_session (session_token bytea, next_token bytea) returns boolean language plpgsql security definer
set
  search_path = pg_catalog as $$
declare
  session ops.web_session;
  rights bytea;
begin
  select s.* into session
  from ops.web_session as s
  where
    s.token_hash = sha256(session_token)
    and s.revoked_at is null
    and s.rotated_at is null
    and s.expires_at > clock_timestamp()
    and s.last_seen_at > clock_timestamp() - interval '60 minutes'
  for update;
  if not found then
    return false;
  end if;
  select sha256(convert_to(r::text, 'UTF8')) into rights
  from ops.rights_of(session.institution_id, session.person_id) as r;
  if session.privileges is null or session.privileges = rights then
    update ops.web_session as s
    set last_seen_at = clock_timestamp(), privileges = rights
    where s.institution_id = session.institution_id and s.token_hash = session.token_hash;
    return false;
  end if;
  -- The absolute end stays: rights that change do not make a session longer. Requests under way finish with the old token.
  update ops.web_session as s
  set rotated_at = clock_timestamp(), expires_at = least(s.expires_at, clock_timestamp() + interval '1 minute')
  where s.institution_id = session.institution_id and s.token_hash = session.token_hash;
  insert into ops.web_session (
    institution_id, token_hash, person_id, created_at, last_seen_at, expires_at, method, privileges
  )
  values (
    session.institution_id, sha256(next_token), session.person_id, session.created_at, clock_timestamp(),
    session.expires_at, session.method, rights
  );
  return true;
end
$$;

comment on function ops.keep_session (bytea, bytea) is 'Notes that a session is in use; where the rights have changed, puts the next token in its place and answers true.';

drop function ops.sign_out (bytea);

create function ops.sign_out (session_token bytea, everywhere boolean) returns void language sql security definer
set
  search_path = pg_catalog
begin
  atomic
  with
    own as (
      select
        s.institution_id,
        s.person_id,
        s.token_hash
      from
        ops.web_session as s
      where
        s.token_hash = sha256(session_token)
        and s.revoked_at is null
        and s.expires_at > clock_timestamp()
    ),
    ended as (
      update ops.web_session as s
      set
        revoked_at = clock_timestamp()
      from
        own
      where
        s.institution_id = own.institution_id
        and s.person_id = own.person_id
        and s.revoked_at is null
        and (
          everywhere
          or s.token_hash = own.token_hash
        )
    )
  insert into
    ops.access_log (institution_id, at, person_id, action, subject_person_ids, reason)
  select
    own.institution_id,
    clock_timestamp(),
    own.person_id,
    'sign_out',
    '{}',
    case
      when everywhere then 'everywhere'
      else 'here'
    end
  from
    own;
end;

comment on function ops.sign_out (bytea, boolean) is 'Ends a session, or every session of its person.';
revoke all on function ops.use_sign_in_link (bytea, bytea, interval), ops.whoami (bytea), ops.keep_session (bytea, bytea), ops.sign_out (bytea, boolean) from public;
grant execute on function ops.use_sign_in_link (bytea, bytea, interval), ops.whoami (bytea), ops.keep_session (bytea, bytea), ops.sign_out (bytea, boolean) to kith_app;

-- Names are narrower than learners: a pseudonymous grant shows the class, and nobody's name.
drop policy person_app on identity.person;

create policy person_app on identity.person for select to kith_app using (
  institution_id = (select nullif(current_setting('kith.institution', true), '')::bigint)
  and (
    person_id = (select nullif(current_setting('kith.person', true), '')::bigint)
    or exists (
      select 1
      from core.participant as p
      where p.institution_id = person.institution_id
        and p.person_id = person.person_id
        and p.course_id = any ((select string_to_array(nullif(current_setting('kith.named_courses', true), ''), ',')::bigint[])::bigint[])
    )
  )
);

create view identity.shown_person with (security_invoker = true) as
select
  someone.institution_id,
  someone.person_id,
  coalesce(named.display_name, 'Person ' || left(someone.pseudonym::text, 8)) as name
from
  core.person as someone
  left join identity.person as named on named.institution_id = someone.institution_id
  and named.person_id = someone.person_id;

comment on view identity.shown_person is 'A person as the reader may know them: by name, or by a short pseudonym where the name is out of reach.';
grant select on identity.shown_person to kith_app;
