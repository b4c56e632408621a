-- Grants, sign-in and the access log.
create table ops.access_grant (
  institution_id bigint not null,
  grant_id bigint generated always as identity,
  person_id bigint not null,
  role text not null,
  unit_id bigint,
  course_id bigint,
  valid_from timestamptz not null,
  valid_to timestamptz,
  granted_by bigint,
  created_at timestamptz not null,
  constraint access_grant_pkey primary key (institution_id, grant_id),
  constraint access_grant_role_check check (role in ('instructor', 'assistant', 'lead', 'support', 'researcher', 'steward', 'admin'))
);

comment on table ops.access_grant is 'Who may do what where. Teachers and assistants need none: their enrolment is the grant.';
comment on column ops.access_grant.institution_id is 'Tenant. Leads every key; the distribution column on Citus.';
comment on column ops.access_grant.grant_id is 'Id.';
comment on column ops.access_grant.person_id is 'Who.';
comment on column ops.access_grant.role is 'instructor, assistant, lead, support, researcher, steward or admin.';
comment on column ops.access_grant.unit_id is 'Node of the tree; with course_id null too, the whole institution.';
comment on column ops.access_grant.course_id is 'Course.';
comment on column ops.access_grant.valid_from is 'From.';
comment on column ops.access_grant.valid_to is 'Until, exclusive.';
comment on column ops.access_grant.granted_by is 'Who granted it; null: the command line.';
comment on column ops.access_grant.created_at is 'When.';
create index access_grant_person on ops.access_grant (institution_id, person_id);

alter table ops.access_grant enable row level security;
alter table ops.access_grant force row level security;
create policy access_grant_etl on ops.access_grant to kith_etl using (true) with check (true);
grant select, insert, update, delete on ops.access_grant to kith_etl;
create policy access_grant_app on ops.access_grant for select to kith_app using (
  institution_id = (select nullif(current_setting('kith.institution', true), '')::bigint)
  and person_id = (select nullif(current_setting('kith.person', true), '')::bigint)
);
grant select on ops.access_grant to kith_app;

create table ops.course_access (
  institution_id bigint not null,
  course_id bigint not null,
  person_id bigint not null,
  role text not null,
  basis text not null,
  valid_from timestamptz,
  valid_to timestamptz,
  constraint course_access_pkey primary key (institution_id, course_id, person_id, role, basis)
);

comment on table ops.course_access is 'What the grants and enrolments come to, one row a person, course and role. Rebuilt with every load and grant.';
comment on column ops.course_access.institution_id is 'Tenant. Leads every key; the distribution column on Citus.';
comment on column ops.course_access.course_id is 'Course the row belongs to; the institution''s course "unassigned" where the source names none.';
comment on column ops.course_access.person_id is 'Who.';
comment on column ops.course_access.role is 'Role on the course.';
comment on column ops.course_access.basis is 'enrolment or grant.';
comment on column ops.course_access.valid_from is 'From.';
comment on column ops.course_access.valid_to is 'Until, exclusive.';
create index course_access_person on ops.course_access (institution_id, person_id);

alter table ops.course_access enable row level security;
alter table ops.course_access force row level security;
create policy course_access_etl on ops.course_access to kith_etl using (true) with check (true);
grant select, insert, update, delete on ops.course_access to kith_etl;
create policy course_access_app on ops.course_access for select to kith_app using (
  institution_id = (select nullif(current_setting('kith.institution', true), '')::bigint)
  and person_id = (select nullif(current_setting('kith.person', true), '')::bigint)
);
grant select on ops.course_access to kith_app;

create table ops.sign_in_link (
  institution_id bigint not null,
  token_hash bytea not null,
  person_id bigint not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  reusable boolean not null,
  created_at timestamptz not null,
  constraint sign_in_link_pkey primary key (institution_id, token_hash)
);

comment on table ops.sign_in_link is 'One-time links for kith init, kith user and the demo.';
comment on column ops.sign_in_link.institution_id is 'Tenant. Leads every key; the distribution column on Citus.';
comment on column ops.sign_in_link.token_hash is 'SHA-256 of the token; the token itself is nowhere.';
comment on column ops.sign_in_link.person_id is 'Who signs in with it.';
comment on column ops.sign_in_link.expires_at is 'End of validity.';
comment on column ops.sign_in_link.used_at is 'When it was used; it works once unless reusable.';
comment on column ops.sign_in_link.reusable is 'Demo only: works until it expires.';
comment on column ops.sign_in_link.created_at is 'When.';

alter table ops.sign_in_link enable row level security;
alter table ops.sign_in_link force row level security;
create policy sign_in_link_etl on ops.sign_in_link to kith_etl using (true) with check (true);
grant select, insert, update, delete on ops.sign_in_link to kith_etl;

create table ops.web_session (
  institution_id bigint not null,
  token_hash bytea not null,
  person_id bigint not null,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  constraint web_session_pkey primary key (institution_id, token_hash)
);

comment on table ops.web_session is 'Signed-in browsers.';
comment on column ops.web_session.institution_id is 'Tenant. Leads every key; the distribution column on Citus.';
comment on column ops.web_session.token_hash is 'SHA-256 of the cookie.';
comment on column ops.web_session.person_id is 'Who.';
comment on column ops.web_session.created_at is 'Sign-in.';
comment on column ops.web_session.last_seen_at is 'Last request, to the minute.';
comment on column ops.web_session.expires_at is 'Absolute end.';
comment on column ops.web_session.revoked_at is 'Sign-out.';

alter table ops.web_session enable row level security;
alter table ops.web_session force row level security;
create policy web_session_etl on ops.web_session to kith_etl using (true) with check (true);
grant select, insert, update, delete on ops.web_session to kith_etl;

create table ops.access_log (
  institution_id bigint not null,
  log_id bigint generated always as identity,
  at timestamptz not null,
  person_id bigint not null,
  action text not null,
  course_id bigint,
  subject_person_ids bigint[] not null,
  reason text not null,
  constraint access_log_pkey primary key (institution_id, log_id)
);

comment on table ops.access_log is 'Every view of a named learner, export and sign-in. The app can add, never change.';
comment on column ops.access_log.institution_id is 'Tenant. Leads every key; the distribution column on Citus.';
comment on column ops.access_log.log_id is 'Id.';
comment on column ops.access_log.at is 'When.';
comment on column ops.access_log.person_id is 'Who looked.';
comment on column ops.access_log.action is 'What: view_learner, view_list, sign_in, export …';
comment on column ops.access_log.course_id is 'Course.';
comment on column ops.access_log.subject_person_ids is 'Whose data.';
comment on column ops.access_log.reason is 'Why it was allowed.';
create index access_log_at on ops.access_log (institution_id, at);

alter table ops.access_log enable row level security;
alter table ops.access_log force row level security;
create policy access_log_etl on ops.access_log to kith_etl using (true) with check (true);
grant select, insert, update, delete on ops.access_log to kith_etl;
create policy access_log_app on ops.access_log for insert to kith_app with check (
  institution_id = (select nullif(current_setting('kith.institution', true), '')::bigint)
  and person_id = (select nullif(current_setting('kith.person', true), '')::bigint)
);
grant insert on ops.access_log to kith_app;

create function ops.use_sign_in_link (token bytea, session_token bytea, lifetime interval) returns boolean language sql security definer
set
  search_path = pg_catalog
begin
  atomic
  with
    used as (
      update ops.sign_in_link
      set
        used_at = clock_timestamp()
      where
        token_hash = sha256(token)
        and expires_at > clock_timestamp()
        and (
          reusable
          or used_at is null
        )
      returning
        institution_id,
        person_id
    ),
    opened as (
      insert into
        ops.web_session (institution_id, token_hash, person_id, created_at, last_seen_at, expires_at)
      select
        institution_id,
        sha256(session_token),
        person_id,
        clock_timestamp(),
        clock_timestamp(),
        clock_timestamp() + lifetime
      from
        used
      returning
        1
    )
  select
    exists (
      select
      from
        opened
    );
end;

create function ops.sign_out (session_token bytea) returns void language sql security definer
set
  search_path = pg_catalog
begin
  atomic
  update ops.web_session
  set
    revoked_at = clock_timestamp()
  where
    token_hash = sha256(session_token)
    and revoked_at is null;
end;

create function ops.whoami (session_token bytea) returns table (
  institution_id bigint,
  person_id bigint,
  learner_courses bigint[],
  aggregate_courses bigint[],
  steward boolean,
  roles text[]
) language sql stable security definer
set
  search_path = pg_catalog
begin
  atomic
  select
    s.institution_id,
    s.person_id,
    array(
      select distinct
        a.course_id
      from
        ops.course_access as a
      where
        a.institution_id = s.institution_id
        and a.person_id = s.person_id
        and a.role in ('instructor', 'assistant')
        and coalesce(a.valid_from <= clock_timestamp(), true)
        and coalesce(a.valid_to > clock_timestamp(), true)
      order by
        1
    ),
    array(
      select distinct
        a.course_id
      from
        ops.course_access as a
      where
        a.institution_id = s.institution_id
        and a.person_id = s.person_id
        and a.role in ('instructor', 'assistant', 'lead', 'researcher')
        and coalesce(a.valid_from <= clock_timestamp(), true)
        and coalesce(a.valid_to > clock_timestamp(), true)
      order by
        1
    ),
    exists (
      select
      from
        ops.access_grant as g
      where
        g.institution_id = s.institution_id
        and g.person_id = s.person_id
        and g.role in ('steward', 'admin')
        and g.valid_from <= clock_timestamp()
        and coalesce(g.valid_to > clock_timestamp(), true)
    ),
    array(
      select
        g.role
      from
        ops.access_grant as g
      where
        g.institution_id = s.institution_id
        and g.person_id = s.person_id
        and g.valid_from <= clock_timestamp()
        and coalesce(g.valid_to > clock_timestamp(), true)
      union
      select
        a.role
      from
        ops.course_access as a
      where
        a.institution_id = s.institution_id
        and a.person_id = s.person_id
        and coalesce(a.valid_from <= clock_timestamp(), true)
        and coalesce(a.valid_to > clock_timestamp(), true)
      order by
        1
    )
  from
    ops.web_session as s
  where
    s.token_hash = sha256(session_token)
    and s.revoked_at is null
    and s.expires_at > clock_timestamp();
end;

comment on function ops.use_sign_in_link (bytea, bytea, interval) is 'Turns a valid one-time link into a session; false where the link is unknown, used or over.';
comment on function ops.sign_out (bytea) is 'Ends a session.';
comment on function ops.whoami (bytea) is 'The signed-in person and the courses their grants and enrolments come to; no row where the session is not valid.';
revoke all on function ops.use_sign_in_link (bytea, bytea, interval), ops.sign_out (bytea), ops.whoami (bytea) from public;
grant execute on function ops.use_sign_in_link (bytea, bytea, interval), ops.sign_out (bytea), ops.whoami (bytea) to kith_app;

create function ops.mark_staff (course bigint, people bigint[]) returns bigint language sql security definer
set
  search_path = pg_catalog
begin
  atomic
  with
    allowed as (
      select
        p.institution_id,
        p.course_id,
        p.person_id,
        min(a.account_id) as account_id
      from
        core.participant as p
        join core.account as a on a.institution_id = p.institution_id
        and a.person_id = p.person_id
      where
        p.institution_id = nullif(current_setting('kith.institution', true), '')::bigint
        and p.course_id = course
        and p.course_id = any (string_to_array(nullif(current_setting('kith.learner_courses', true), ''), ',')::bigint[])
        and p.person_id = any (people)
        and p.role <> 'staff'
      group by
        p.institution_id,
        p.course_id,
        p.person_id
    ),
    marked as (
      insert into
        core.enrolment (
          institution_id,
          course_id,
          source_id,
          run_id,
          ingested_at,
          account_id,
          role,
          role_raw,
          status
        )
      select
        allowed.institution_id,
        allowed.course_id,
        a.source_id,
        0,
        clock_timestamp(),
        allowed.account_id,
        'teacher',
        'marked',
        'active'
      from
        allowed
        join core.account as a on a.institution_id = allowed.institution_id
        and a.account_id = allowed.account_id
      returning
        1
    ),
    taking_part as (
      update core.participant as p
      set
        role = 'staff',
        basis = 'marked'
      from
        allowed
      where
        p.institution_id = allowed.institution_id
        and p.course_id = allowed.course_id
        and p.person_id = allowed.person_id
    ),
    admitted as (
      insert into
        ops.course_access (institution_id, course_id, person_id, role, basis)
      select
        institution_id,
        course_id,
        person_id,
        'instructor',
        'enrolment'
      from
        allowed
      on conflict do nothing
    ),
    queued as (
      insert into
        ops.dirty_week (institution_id, course_id, week_start, since)
      select
        w.institution_id,
        w.course_id,
        w.week_start,
        clock_timestamp()
      from
        insight.course_week as w
      where
        w.course_id = course
        and exists (
          select
          from
            allowed
          where
            allowed.institution_id = w.institution_id
        )
      on conflict do nothing
    )
  select
    count(*)
  from
    marked;
end;

comment on function ops.mark_staff (bigint, bigint[]) is 'Marks people of a course as its teachers, by someone who may see its learners; the weeks are queued.';
revoke all on function ops.mark_staff (bigint, bigint[]) from public;
grant execute on function ops.mark_staff (bigint, bigint[]) to kith_app;
