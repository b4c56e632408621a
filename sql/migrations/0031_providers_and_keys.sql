-- Providers are set up by command and by page: their secrets are kept encrypted. Kith gets keys of its own, by which a
-- learning platform knows who asks for a roster.
alter table ops.identity_provider
add column client_secret bytea,
add column token_audience text;

comment on column ops.identity_provider.client_secret is 'Client secret, encrypted with the key of Kith''s private folder, which no database holds. Null: none, or see secret_from.';
comment on column ops.identity_provider.token_audience is 'LTI: for whom a request for a token is made out, where that is not token_url (Brightspace).';
comment on column ops.identity_provider.secret_from is 'Where the client secret is instead: env:NAME or file:/path.';

drop function ops.providers ();

create function ops.providers () returns setof ops.identity_provider language sql stable security definer
set
  search_path = pg_catalog
begin
  atomic
  select
    p.*
  from
    ops.identity_provider as p
  order by
    p.title;
end;

comment on function ops.providers () is 'Every provider, before anybody has signed in. Secrets are encrypted, or only named by their place.';

create table ops.signing_key (
  institution_id bigint not null,
  key_id text not null,
  public_jwk jsonb not null,
  private_key bytea not null,
  created_at timestamptz not null,
  signs_from timestamptz not null,
  published_until timestamptz,
  constraint signing_key_pkey primary key (institution_id, key_id)
);

comment on table ops.signing_key is 'Kith''s own keys: a platform checks by them who asks for a roster. The newest that may signs; older ones stay published for a while.';
comment on column ops.signing_key.institution_id is 'Tenant. Leads every key; the distribution column on Citus.';
comment on column ops.signing_key.key_id is 'The kid of the key.';
comment on column ops.signing_key.public_jwk is 'Public part, as published.';
comment on column ops.signing_key.private_key is 'Private part (PKCS 8), encrypted with the key of Kith''s private folder.';
comment on column ops.signing_key.created_at is 'When it was made.';
comment on column ops.signing_key.signs_from is 'From then on it signs; published before, so that platforms know it.';
comment on column ops.signing_key.published_until is 'Null: until another takes its place.';

alter table ops.signing_key enable row level security;
alter table ops.signing_key force row level security;
create policy signing_key_etl on ops.signing_key to kith_etl using (true) with check (true);
grant select, insert, update, delete on ops.signing_key to kith_etl;

create function ops.public_keys () returns setof jsonb language sql stable security definer
set
  search_path = pg_catalog
begin
  atomic
  select
    k.public_jwk
  from
    ops.signing_key as k
  where
    coalesce(k.published_until > clock_timestamp(), true)
  order by
    k.created_at desc;
end;

comment on function ops.public_keys () is 'The key set that Kith publishes: public parts only.';

create table ops.roster_service (
  institution_id bigint not null,
  roster_id bigint generated always as identity,
  provider_id bigint not null,
  context_key text not null,
  memberships_url text not null,
  offered_at timestamptz not null,
  asked_at timestamptz,
  fetched_at timestamptz,
  run_id bigint,
  trouble text,
  constraint roster_service_pkey primary key (institution_id, roster_id),
  constraint roster_service_context_key unique (institution_id, provider_id, context_key)
);

comment on table ops.roster_service is 'Rosters that launches of learning platforms offer (LTI Names and Role Provisioning), one a course.';
comment on column ops.roster_service.institution_id is 'Tenant. Leads every key; the distribution column on Citus.';
comment on column ops.roster_service.roster_id is 'Id.';
comment on column ops.roster_service.provider_id is 'Platform.';
comment on column ops.roster_service.context_key is 'Course as the platform calls it.';
comment on column ops.roster_service.memberships_url is 'Where the roster is.';
comment on column ops.roster_service.offered_at is 'Last launch that offered it.';
comment on column ops.roster_service.asked_at is 'When a fetch was last asked for: at most once an hour.';
comment on column ops.roster_service.fetched_at is 'When it was last fetched whole.';
comment on column ops.roster_service.run_id is 'Load of the last fetch.';
comment on column ops.roster_service.trouble is 'Why the last fetch did not work; null: it did.';

alter table ops.roster_service enable row level security;
alter table ops.roster_service force row level security;
create policy roster_service_etl on ops.roster_service to kith_etl using (true) with check (true);
grant select, insert, update, delete on ops.roster_service to kith_etl;

create function ops.queue_work (task text, payload json, key text) returns void language plpgsql
set
  search_path = pg_catalog as $$
begin
  -- Before the first "kith up" there is no queue; what is to be done stands in its table all the same.
  if to_regprocedure('jobs.enqueue(text, json, text)') is not null then
    execute 'select jobs.enqueue($1, $2, $3)' using task, payload, key;
  end if;
end
$$;

comment on function ops.queue_work (text, json, text) is 'Tells the worker, where there is one. Ids only in the payload.';
revoke all on function ops.queue_work (text, json, text) from public;
grant execute on function ops.queue_work (text, json, text) to kith_etl;

create function ops.offer_roster (provider bigint, context text, address text) returns void language plpgsql security definer
set
  search_path = pg_catalog as $$
declare
  institution bigint;
  roster bigint;
begin
  select p.institution_id into strict institution from ops.identity_provider as p where p.provider_id = provider;
  insert into ops.roster_service as r (institution_id, provider_id, context_key, memberships_url, offered_at)
  values (institution, provider, context, address, clock_timestamp())
  on conflict on constraint roster_service_context_key do update
  set memberships_url = excluded.memberships_url, offered_at = excluded.offered_at;
  update ops.roster_service as r
  set asked_at = clock_timestamp()
  where r.institution_id = institution and r.provider_id = provider and r.context_key = context
    and coalesce(r.asked_at < clock_timestamp() - interval '1 hour', true)
  returning r.roster_id into roster;
  if roster is not null then
    perform ops.queue_work(
      'fetch_roster', json_build_object('institutionId', institution, 'rosterId', roster), 'fetch_roster:' || roster
    );
  end if;
end
$$;

comment on function ops.offer_roster (bigint, text, text) is 'A launch offers the roster of its course: it is fetched, at most once an hour.';

create function ops.require_admin () returns bigint language plpgsql stable
set
  search_path = pg_catalog as $$
declare
  institution bigint := ops.require_steward();
begin
  -- Who adds a provider decides who is believed to be whom, so a steward cannot.
  if not ops.is_admin(institution, nullif(current_setting('kith.person', true), '')::bigint) then
    raise insufficient_privilege using message = 'Providers are set up by admins.';
  end if;
  return institution;
end
$$;

comment on function ops.require_admin () is 'The institution of an admin''s request; refuses anybody else''s.';
revoke all on function ops.require_admin () from public;

create function ops.add_provider (said json, secret bytea) returns bigint language plpgsql security definer
set
  search_path = pg_catalog as $$
declare
  institution bigint := ops.require_admin();
  made bigint;
  roster_source bigint;
begin
  if exists (
    select from ops.identity_provider as p
    where p.institution_id = institution and p.issuer = said ->> 'issuer' and p.client_id = said ->> 'clientId'
  ) then
    return null;
  end if;
  if said ->> 'kind' = 'lti' then
    insert into ops.source (institution_id, name, connector, settings, created_at)
    values (institution, 'lti:' || (said ->> 'title'), 'lti-nrps', '{}', clock_timestamp())
    on conflict do nothing;
    select s.source_id into strict roster_source
    from ops.source as s where s.institution_id = institution and s.name = 'lti:' || (said ->> 'title');
  end if;
  insert into ops.identity_provider (
    institution_id, kind, title, issuer, client_id, client_secret, trusts_email, authorize_url, jwks_url, token_url,
    token_audience, deployment_ids, source_id, subject_is_key, created_at
  )
  select
    institution, said ->> 'kind', said ->> 'title', said ->> 'issuer', said ->> 'clientId', secret,
    (said ->> 'trustsEmail')::boolean, said ->> 'authorizeUrl', said ->> 'jwksUrl', said ->> 'tokenUrl',
    said ->> 'tokenAudience', array(select json_array_elements_text(said -> 'deploymentIds')),
    roster_source, said ->> 'kind' = 'lti', clock_timestamp()
  returning provider_id into made;
  perform ops.note(institution, 'add_provider', null, '{}', said ->> 'issuer');
  perform ops.queue_work('keep_keys', '{}', 'keep_keys');
  return made;
end
$$;

comment on function ops.add_provider (json, bytea) is 'An admin adds a provider, its secret already encrypted; null where it is there. A learning platform gets a source for its rosters.';

create function ops.set_provider_secret (provider bigint, secret bytea) returns boolean language plpgsql security definer
set
  search_path = pg_catalog as $$
declare
  institution bigint := ops.require_admin();
begin
  update ops.identity_provider as p
  set client_secret = secret, secret_from = null
  where p.institution_id = institution and p.provider_id = provider and p.kind = 'oidc';
  if not found then
    return false;
  end if;
  perform ops.note(institution, 'set_provider_secret', null, '{}', provider::text);
  return true;
end
$$;

comment on function ops.set_provider_secret (bigint, bytea) is 'An admin replaces the client secret of an OpenID provider; false where there is none of that number.';

create function ops.remove_provider (provider bigint) returns boolean language plpgsql security definer
set
  search_path = pg_catalog as $$
declare
  institution bigint := ops.require_admin();
  gone text;
begin
  delete from ops.sign_in_flow as f where f.institution_id = institution and f.provider_id = provider;
  delete from ops.roster_service as r where r.institution_id = institution and r.provider_id = provider;
  delete from identity.sign_in_waiting as w where w.institution_id = institution and w.provider_id = provider;
  delete from ops.identity_provider as p
  where p.institution_id = institution and p.provider_id = provider
  returning p.issuer into gone;
  if gone is null then
    return false;
  end if;
  perform ops.note(institution, 'remove_provider', null, '{}', gone);
  return true;
end
$$;

comment on function ops.remove_provider (bigint) is 'An admin removes a provider: nobody signs in by it any more. What it loaded stays.';

create function ops.list_rosters () returns table (
  provider_id bigint,
  context_key text,
  course text,
  offered_at timestamptz,
  fetched_at timestamptz,
  trouble text
) language sql stable security definer
set
  search_path = pg_catalog
begin
  atomic
  select
    r.provider_id,
    r.context_key,
    c.title,
    r.offered_at,
    r.fetched_at,
    r.trouble
  from
    ops.roster_service as r
    join ops.identity_provider as p on p.institution_id = r.institution_id
    and p.provider_id = r.provider_id
    left join core.course_key as k on k.institution_id = p.institution_id
    and k.source_id = p.source_id
    and k.key = r.context_key
    left join core.course as c on c.institution_id = k.institution_id
    and c.course_id = k.course_id
  where
    r.institution_id = ops.require_steward ()
  order by
    r.offered_at desc;
end;

comment on function ops.list_rosters () is 'Rosters that launches offered, and how their last fetch went. For stewards.';
revoke all on function ops.providers (), ops.public_keys (), ops.offer_roster (bigint, text, text), ops.add_provider (json, bytea), ops.set_provider_secret (bigint, bytea), ops.remove_provider (bigint), ops.list_rosters () from public;
grant execute on function ops.providers (), ops.public_keys (), ops.offer_roster (bigint, text, text), ops.add_provider (json, bytea), ops.set_provider_secret (bigint, bytea), ops.remove_provider (bigint), ops.list_rosters () to kith_app;
