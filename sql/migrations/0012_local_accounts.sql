-- Local accounts: a password for whom no identity provider knows, and a memory of wrong ones.
create table ops.local_account (
  institution_id bigint not null,
  person_id bigint not null,
  password_hash text not null,
  changed_at timestamptz not null,
  constraint local_account_pkey primary key (institution_id, person_id)
);

comment on table ops.local_account is 'Passwords. The name somebody signs in with is a verified address of theirs.';
comment on column ops.local_account.institution_id is 'Tenant. Leads every key; the distribution column on Citus.';
comment on column ops.local_account.person_id is 'Whose.';
comment on column ops.local_account.password_hash is 'argon2id, with its parameters.';
comment on column ops.local_account.changed_at is 'When it was set.';

alter table ops.local_account enable row level security;
alter table ops.local_account force row level security;
create policy local_account_etl on ops.local_account to kith_etl using (true) with check (true);
grant select, insert, update, delete on ops.local_account to kith_etl;

create table ops.sign_in_try (
  institution_id bigint not null,
  key bytea not null,
  failures integer not null,
  last_at timestamptz not null,
  blocked_until timestamptz,
  succeeded_at timestamptz,
  constraint sign_in_try_pkey primary key (institution_id, key)
);

comment on table ops.sign_in_try is 'Wrong passwords in a row, by account and by account and address. Rows go a day after the last try, known addresses after 90 days.';
comment on column ops.sign_in_try.institution_id is 'Tenant. Leads every key; the distribution column on Citus.';
comment on column ops.sign_in_try.key is 'SHA-256 of the name that was typed, alone or with the network address: neither is kept.';
comment on column ops.sign_in_try.failures is 'Wrong passwords since the last right one.';
comment on column ops.sign_in_try.last_at is 'Last try.';
comment on column ops.sign_in_try.blocked_until is 'No password is looked at before.';
comment on column ops.sign_in_try.succeeded_at is 'Last right password from that address.';

alter table ops.sign_in_try enable row level security;
alter table ops.sign_in_try force row level security;
create policy sign_in_try_etl on ops.sign_in_try to kith_etl using (true) with check (true);
grant select, insert, update, delete on ops.sign_in_try to kith_etl;

create function ops.only_institution () returns bigint language sql stable
set
  search_path = pg_catalog return (
    select
      min(i.institution_id)
    from
      core.institution as i
    having
      count(*) = 1
  );

comment on function ops.only_institution () is 'The institution where there is one; null where there are several.';
revoke all on function ops.only_institution () from public;

create function ops.count_failure (institution bigint, try_key bytea, free_tries integer, longest interval) returns void language sql
set
  search_path = pg_catalog
begin
  atomic
  insert into
    ops.sign_in_try as t (institution_id, key, failures, last_at)
  values
    (institution, try_key, 1, clock_timestamp())
  on conflict (institution_id, key) do update
  set
    failures = t.failures + 1,
    last_at = excluded.last_at,
    blocked_until = case
      when t.failures + 1 >= free_tries then excluded.last_at + least(
        longest,
        interval '30 seconds' * 2 ^ least(t.failures + 1 - free_tries, 12)
      )
    end;
end;

comment on function ops.count_failure (bigint, bytea, integer, interval) is 'One more wrong password; after the free tries each one doubles the wait.';
revoke all on function ops.count_failure (bigint, bytea, integer, interval) from public;

create function ops.try_password (typed_name text, address text) returns table (
  institution_id bigint,
  person_id bigint,
  password_hash text,
  wait_seconds integer
) language plpgsql security definer
set
  search_path = pg_catalog as $$
declare
  institution bigint := ops.only_institution();
  account_key bytea := sha256(convert_to('account ' || typed_name, 'UTF8'));
  pair_key bytea := sha256(convert_to('pair ' || address || ' ' || typed_name, 'UTF8'));
  pair ops.sign_in_try;
  account ops.sign_in_try;
begin
  if institution is null then
    return;
  end if;
  delete from ops.sign_in_try as t
  where t.institution_id = institution and t.last_at < clock_timestamp() - interval '1 day'
    and coalesce(t.succeeded_at < clock_timestamp() - interval '90 days', true);
  select t.* into pair from ops.sign_in_try as t where t.institution_id = institution and t.key = pair_key for update;
  select t.* into account from ops.sign_in_try as t where t.institution_id = institution and t.key = account_key for update;
  -- Somebody who tries from everywhere blocks the account for strangers, not for addresses its owner came from before.
  if pair.blocked_until > clock_timestamp() or (account.blocked_until > clock_timestamp() and pair.succeeded_at is null) then
    return query select institution, null::bigint, null::text,
      ceil(extract(epoch from greatest(pair.blocked_until, account.blocked_until) - clock_timestamp()))::integer;
    return;
  end if;
  -- Counted before the password is looked at: a hundred tries at once are a hundred tries. A right one takes it back.
  perform ops.count_failure(institution, pair_key, 5, interval '1 hour');
  perform ops.count_failure(institution, account_key, 50, interval '15 minutes');
  return query
  select institution, min(a.person_id), min(l.password_hash), 0
  from identity.claim as c
    join core.account as a on a.institution_id = c.institution_id and a.account_id = c.account_id
    join ops.local_account as l on l.institution_id = a.institution_id and l.person_id = a.person_id
  where c.institution_id = institution and c.scheme = 'email' and c.verified and c.value = typed_name
  having count(distinct a.person_id) <= 1;
end
$$;

comment on function ops.try_password (text, text) is 'What a typed password is to be held against, or how long to wait; person null where nobody has a password under that name.';

create function ops.pass_password (institution bigint, typed_name text, address text) returns void language sql security definer
set
  search_path = pg_catalog
begin
  atomic
  update ops.sign_in_try as t
  set
    failures = 0,
    blocked_until = null,
    succeeded_at = clock_timestamp()
  where
    t.institution_id = institution
    and t.key = sha256(convert_to('pair ' || address || ' ' || typed_name, 'UTF8'));
  update ops.sign_in_try as t
  set
    failures = greatest(t.failures - 1, 0)
  where
    t.institution_id = institution
    and t.key = sha256(convert_to('account ' || typed_name, 'UTF8'));
end;

comment on function ops.pass_password (bigint, text, text) is 'The password was right: the address is known, its wrong tries are forgotten.';

create function ops.sign_in_as (institution bigint, person bigint, session_token bytea, lifetime interval, way text) returns boolean language plpgsql security definer
set
  search_path = pg_catalog as $$
begin
  if way not in ('password', 'oidc', 'lti') or not exists (
    select from core.person as p where p.institution_id = institution and p.person_id = person and p.kind = 'human'
  ) then
    return false;
  end if;
  perform ops.open_session(institution, person, session_token, lifetime, way);
  return true;
end
$$;

comment on function ops.sign_in_as (bigint, bigint, bytea, interval, text) is 'Opens a session for somebody whose password or whose provider''s word the app has checked.';

create function ops.password_link_is_good (token bytea) returns boolean language sql stable security definer
set
  search_path = pg_catalog return exists (
    select
    from
      ops.sign_in_link as l
    where
      l.token_hash = sha256(token)
      and l.purpose = 'password'
      and l.used_at is null
      and l.expires_at > clock_timestamp()
  );

comment on function ops.password_link_is_good (bytea) is 'Whether a link still sets a password. Asked before one is hashed, which is costly.';

create function ops.set_password (token bytea, new_hash text) returns boolean language plpgsql security definer
set
  search_path = pg_catalog as $$
declare
  link record;
begin
  update ops.sign_in_link as l
  set used_at = clock_timestamp()
  where l.token_hash = sha256(token) and l.purpose = 'password' and l.used_at is null and l.expires_at > clock_timestamp()
  returning l.institution_id, l.person_id into link;
  if not found then
    return false;
  end if;
  insert into ops.local_account (institution_id, person_id, password_hash, changed_at)
  values (link.institution_id, link.person_id, new_hash, clock_timestamp())
  on conflict on constraint local_account_pkey do update
  set password_hash = excluded.password_hash, changed_at = excluded.changed_at;
  -- Who had the old password, or another link, is out.
  update ops.sign_in_link as l
  set expires_at = clock_timestamp()
  where l.institution_id = link.institution_id and l.person_id = link.person_id and l.purpose = 'password'
    and l.used_at is null and l.expires_at > clock_timestamp();
  update ops.web_session as s
  set revoked_at = clock_timestamp()
  where s.institution_id = link.institution_id and s.person_id = link.person_id and s.revoked_at is null;
  insert into ops.access_log (institution_id, at, person_id, action, subject_person_ids, reason)
  values (link.institution_id, clock_timestamp(), link.person_id, 'set_password', '{}', 'link');
  return true;
end
$$;

comment on function ops.set_password (bytea, text) is 'Sets a password by a one-time link; every session of the person ends.';
revoke all on function ops.try_password (text, text), ops.pass_password (bigint, text, text), ops.sign_in_as (bigint, bigint, bytea, interval, text), ops.password_link_is_good (bytea), ops.set_password (bytea, text) from public;
grant execute on function ops.try_password (text, text), ops.pass_password (bigint, text, text), ops.sign_in_as (bigint, bigint, bytea, interval, text), ops.password_link_is_good (bytea), ops.set_password (bytea, text) to kith_app;
