-- Tokens by which a program reads what a lead or researcher may: of some scopes, until a day, and never a learner's name.
create table ops.api_token (
  institution_id bigint not null,
  token_hash bytea not null,
  token_id bigint generated always as identity,
  person_id bigint not null,
  title text not null,
  scopes text[] not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  last_used_at timestamptz,
  ended_at timestamptz,
  constraint api_token_pkey primary key (institution_id, token_hash),
  constraint api_token_scopes_check check (cardinality(scopes) > 0 and scopes <@ array['exports', 'programmes'])
);

comment on table ops.api_token is 'Tokens for programs, made by who compares courses or does research. They read, and nothing about a single learner but an export its owner asked for.';
comment on column ops.api_token.institution_id is 'Tenant. Leads every key; the distribution column on Citus.';
comment on column ops.api_token.token_hash is 'SHA-256 of what the API makes of the token; the token itself is nowhere.';
comment on column ops.api_token.token_id is 'Id.';
comment on column ops.api_token.person_id is 'Whose it is: it may what they may, within its scopes, as long as they may.';
comment on column ops.api_token.title is 'What it is for, in their words.';
comment on column ops.api_token.scopes is 'exports: their own research exports; programmes: aggregates of programmes.';
comment on column ops.api_token.created_at is 'When it was made.';
comment on column ops.api_token.expires_at is 'End of validity.';
comment on column ops.api_token.last_used_at is 'Last request, to the minute.';
comment on column ops.api_token.ended_at is 'When somebody ended it before.';
create index api_token_person on ops.api_token (institution_id, person_id);

alter table ops.api_token enable row level security;
alter table ops.api_token force row level security;
create policy api_token_etl on ops.api_token to kith_etl using (true) with check (true);
grant select, insert, update, delete on ops.api_token to kith_etl;

create function ops.make_api_token (token bytea, name text, wanted text[], until timestamptz) returns bigint language plpgsql security definer
set
  search_path = pg_catalog as $$
declare
  institution bigint := (select m.institution_id from ops.me() as m);
  me bigint := (select m.person_id from ops.me() as m);
  made bigint;
begin
  if not exists (
    select from ops.access_grant as g
    where g.institution_id = institution and g.person_id = me and g.role in ('lead', 'researcher')
      and g.valid_from <= clock_timestamp() and coalesce(g.valid_to > clock_timestamp(), true)
  ) or until <= clock_timestamp() or until > clock_timestamp() + interval '367 days' then
    return null;
  end if;
  insert into ops.api_token (institution_id, token_hash, person_id, title, scopes, created_at, expires_at)
  values (institution, sha256(token), me, name, wanted, clock_timestamp(), until)
  returning token_id into made;
  perform ops.note(institution, 'make_api_token', null, array[]::bigint[], 'token ' || made);
  return made;
end
$$;

comment on function ops.make_api_token (bytea, text, text[], timestamptz) is 'Makes a token for leads and researchers, for at most a year. Null: they are neither, or its end is past or too far.';

create function ops.end_api_token (ending bigint) returns boolean language plpgsql security definer
set
  search_path = pg_catalog as $$
declare
  institution bigint := (select m.institution_id from ops.me() as m);
  me bigint := (select m.person_id from ops.me() as m);
begin
  update ops.api_token as t set ended_at = clock_timestamp()
  where t.institution_id = institution and t.token_id = ending and t.ended_at is null
    and (t.person_id = me or current_setting('kith.steward', true) = 'on');
  if not found then
    return false;
  end if;
  perform ops.note(institution, 'end_api_token', null, array[]::bigint[], 'token ' || ending);
  return true;
end
$$;

comment on function ops.end_api_token (bigint) is 'Ends a token, one''s own or as a steward anybody''s. False: there is none that holds.';

create function ops.list_api_tokens () returns table (
  token_id bigint,
  own boolean,
  owner text,
  title text,
  scopes text[],
  created_at timestamptz,
  expires_at timestamptz,
  last_used_at timestamptz
) language sql stable security definer
set
  search_path = pg_catalog
begin
  atomic
  select
    t.token_id,
    t.person_id = me.person_id,
    who.display_name,
    t.title,
    t.scopes,
    t.created_at,
    t.expires_at,
    t.last_used_at
  from
    ops.me () as me
    join ops.api_token as t on t.institution_id = me.institution_id
    left join identity.person as who on who.institution_id = t.institution_id
    and who.person_id = t.person_id
  where
    (
      t.person_id = me.person_id
      or current_setting('kith.steward', true) = 'on'
    )
    and t.ended_at is null
    and t.expires_at > clock_timestamp()
  order by
    t.token_id;
end;

comment on function ops.list_api_tokens () is 'Tokens that hold: one''s own, and all of them for stewards.';

create function ops.token_reader (token bytea) returns table (
  institution_id bigint,
  person_id bigint,
  aggregate_courses bigint[],
  roles text[],
  scopes text[]
) language plpgsql security definer
set
  search_path = pg_catalog as $$
declare
  held record;
begin
  select t.institution_id, t.person_id, t.scopes, t.last_used_at into held from ops.api_token as t
  where t.token_hash = sha256(token) and t.ended_at is null and t.expires_at > clock_timestamp();
  if not found then
    return;
  end if;
  if coalesce(held.last_used_at < clock_timestamp() - interval '1 minute', true) then
    update ops.api_token as t set last_used_at = clock_timestamp()
    where t.institution_id = held.institution_id and t.token_hash = sha256(token);
  end if;
  return query
  select held.institution_id, held.person_id, r.aggregate_courses, r.roles, held.scopes
  from ops.rights_of(held.institution_id, held.person_id) as r;
end
$$;

comment on function ops.token_reader (bytea) is 'Whose token it is and which aggregates they may see now; no row where it does not hold. No learner is in reach of a token.';
revoke all on function ops.make_api_token (bytea, text, text[], timestamptz), ops.end_api_token (bigint), ops.list_api_tokens (), ops.token_reader (bytea)
from
  public;
grant execute on function ops.make_api_token (bytea, text, text[], timestamptz), ops.end_api_token (bigint), ops.list_api_tokens (), ops.token_reader (bytea) to kith_app;
