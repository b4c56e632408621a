-- Sign-in by the institution's own means: OpenID Connect, and launches of a learning platform (LTI 1.3).
create table ops.identity_provider (
  institution_id bigint not null,
  provider_id bigint generated always as identity,
  kind text not null,
  title text not null,
  issuer text not null,
  client_id text not null,
  secret_from text,
  trusts_email boolean not null,
  authorize_url text,
  jwks_url text,
  token_url text,
  deployment_ids text[] not null,
  source_id bigint,
  subject_is_key boolean not null,
  created_at timestamptz not null,
  constraint identity_provider_pkey primary key (institution_id, provider_id),
  constraint identity_provider_client_key unique (institution_id, issuer, client_id),
  constraint identity_provider_kind_check check (kind in ('oidc', 'lti')),
  constraint identity_provider_secret_check check (secret_from ~ '^(env:[A-Z][A-Z0-9_]*|file:/.+)$'),
  constraint identity_provider_lti_check check (
    kind = 'oidc'
    or (
      authorize_url is not null
      and jwks_url is not null
      and cardinality(deployment_ids) > 0
    )
  )
);

comment on table ops.identity_provider is 'Who may vouch for people: OpenID providers and learning platforms.';
comment on column ops.identity_provider.institution_id is 'Tenant. Leads every key; the distribution column on Citus.';
comment on column ops.identity_provider.provider_id is 'Id.';
comment on column ops.identity_provider.kind is 'oidc or lti.';
comment on column ops.identity_provider.title is 'What the button on the sign-in page says.';
comment on column ops.identity_provider.issuer is 'Issuer, as it stands in its tokens.';
comment on column ops.identity_provider.client_id is 'Kith''s id there.';
comment on column ops.identity_provider.secret_from is 'Where the client secret is: env:NAME or file:/path. The secret itself is never in the database.';
comment on column ops.identity_provider.trusts_email is 'True: an address counts as verified though the token does not say so.';
comment on column ops.identity_provider.authorize_url is 'LTI: where a launch is authorised. OpenID providers say it themselves.';
comment on column ops.identity_provider.jwks_url is 'LTI: keys of the platform.';
comment on column ops.identity_provider.token_url is 'LTI: where Kith gets tokens for services.';
comment on column ops.identity_provider.deployment_ids is 'LTI: deployments that may launch.';
comment on column ops.identity_provider.source_id is 'LTI: source whose course keys are the context ids.';
comment on column ops.identity_provider.subject_is_key is 'LTI: the subject is the key of the person in that source (Moodle).';
comment on column ops.identity_provider.created_at is 'When it was set up.';

alter table ops.identity_provider enable row level security;
alter table ops.identity_provider force row level security;
create policy identity_provider_etl on ops.identity_provider to kith_etl using (true) with check (true);
grant select, insert, update, delete on ops.identity_provider to kith_etl;

create table ops.sign_in_flow (
  institution_id bigint not null,
  state_hash bytea not null,
  provider_id bigint not null,
  browser_hash bytea not null,
  nonce text not null,
  verifier text,
  expires_at timestamptz not null,
  constraint sign_in_flow_pkey primary key (institution_id, state_hash)
);

comment on table ops.sign_in_flow is 'Sign-ins under way at a provider. A row is taken once, so that no answer counts twice.';
comment on column ops.sign_in_flow.institution_id is 'Tenant. Leads every key; the distribution column on Citus.';
comment on column ops.sign_in_flow.state_hash is 'SHA-256 of the state.';
comment on column ops.sign_in_flow.provider_id is 'Provider that was asked.';
comment on column ops.sign_in_flow.browser_hash is 'SHA-256 of the cookie of the browser that began.';
comment on column ops.sign_in_flow.nonce is 'What the token has to repeat.';
comment on column ops.sign_in_flow.verifier is 'PKCE code verifier; null for a launch.';
comment on column ops.sign_in_flow.expires_at is 'Ten minutes after the beginning.';

alter table ops.sign_in_flow enable row level security;
alter table ops.sign_in_flow force row level security;
create policy sign_in_flow_etl on ops.sign_in_flow to kith_etl using (true) with check (true);
grant select, insert, update, delete on ops.sign_in_flow to kith_etl;

create table identity.sign_in_waiting (
  institution_id bigint not null,
  waiting_id bigint generated always as identity,
  provider_id bigint not null,
  subject text not null,
  display_name text,
  email text,
  state text not null,
  account_id bigint,
  first_at timestamptz not null,
  last_at timestamptz not null,
  decided_by bigint,
  decided_at timestamptz,
  constraint sign_in_waiting_pkey primary key (institution_id, waiting_id),
  constraint sign_in_waiting_subject_key unique (institution_id, provider_id, subject),
  constraint sign_in_waiting_state_check check (state in ('waiting', 'joined', 'refused'))
);

comment on table identity.sign_in_waiting is 'People a provider vouches for whom Kith could not recognise: they wait for the steward.';
comment on column identity.sign_in_waiting.institution_id is 'Tenant. Leads every key; the distribution column on Citus.';
comment on column identity.sign_in_waiting.waiting_id is 'Id.';
comment on column identity.sign_in_waiting.provider_id is 'Provider.';
comment on column identity.sign_in_waiting.subject is 'Id of the person there.';
comment on column identity.sign_in_waiting.display_name is 'How the provider calls them; emptied when the steward has decided.';
comment on column identity.sign_in_waiting.email is 'Their address there; emptied when the steward has decided.';
comment on column identity.sign_in_waiting.state is 'waiting, joined or refused.';
comment on column identity.sign_in_waiting.account_id is 'Account they were joined to; its person may change by a merge.';
comment on column identity.sign_in_waiting.first_at is 'First try.';
comment on column identity.sign_in_waiting.last_at is 'Last try.';
comment on column identity.sign_in_waiting.decided_by is 'Steward.';
comment on column identity.sign_in_waiting.decided_at is 'When.';

alter table identity.sign_in_waiting enable row level security;
alter table identity.sign_in_waiting force row level security;
create policy sign_in_waiting_etl on identity.sign_in_waiting to kith_etl using (true) with check (true);
grant select, insert, update, delete on identity.sign_in_waiting to kith_etl;
create policy sign_in_waiting_app on identity.sign_in_waiting for select to kith_app using (
  institution_id = (select nullif(current_setting('kith.institution', true), '')::bigint)
  and (select current_setting('kith.steward', true)) = 'on'
);
grant select on identity.sign_in_waiting to kith_app;

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

comment on function ops.providers () is 'Every provider, before anybody has signed in. Holds no secret.';

create function ops.begin_flow (institution bigint, provider bigint, state bytea, browser bytea, flow_nonce text, flow_verifier text) returns void language sql security definer
set
  search_path = pg_catalog
begin
  atomic
  delete from ops.sign_in_flow as f
  where
    f.institution_id = institution
    and f.expires_at < clock_timestamp();
  insert into
    ops.sign_in_flow (institution_id, state_hash, provider_id, browser_hash, nonce, verifier, expires_at)
  values
    (
      institution,
      sha256(state),
      provider,
      sha256(browser),
      flow_nonce,
      flow_verifier,
      clock_timestamp() + interval '10 minutes'
    );
end;

comment on function ops.begin_flow (bigint, bigint, bytea, bytea, text, text) is 'Notes a sign-in that is under way at a provider.';

create function ops.take_flow (state bytea, browser bytea) returns table (provider_id bigint, nonce text, verifier text) language sql security definer
set
  search_path = pg_catalog
begin
  atomic
  delete from ops.sign_in_flow as f
  where
    f.state_hash = sha256(state)
    and f.browser_hash = sha256(browser)
    and f.expires_at > clock_timestamp()
  returning
    f.provider_id,
    f.nonce,
    f.verifier;
end;

comment on function ops.take_flow (bytea, bytea) is 'The sign-in that this browser began with this state, once; no row for any other.';

create function ops.vouched_person (institution bigint, provider bigint, subject text, mailbox text) returns bigint language sql stable
set
  search_path = pg_catalog
begin
  atomic
  select
    min(person.person_id)
  from
    (
      select
        w.account_id
      from
        identity.sign_in_waiting as w
      where
        w.institution_id = institution
        and w.provider_id = provider
        and w.subject = vouched_person.subject
        and w.state = 'joined'
      union
      select
        c.account_id
      from
        ops.identity_provider as p
        join identity.claim as c on c.institution_id = p.institution_id
        and (
          (
            c.scheme = 'email'
            and c.verified
            and c.value = lower(mailbox)
          )
          or (
            c.scheme in ('lti_sub', 'account')
            and c.issuer = p.issuer
            and c.value = vouched_person.subject
          )
        )
      where
        p.institution_id = institution
        and p.provider_id = provider
      union
      select
        k.account_id
      from
        ops.identity_provider as p
        join identity.account as k on k.institution_id = p.institution_id
        and k.source_id = p.source_id
        and k.key = vouched_person.subject
      where
        p.institution_id = institution
        and p.provider_id = provider
        and p.subject_is_key
    ) as known
    join core.account as a on a.institution_id = institution
    and a.account_id = known.account_id
    join core.person as person on person.institution_id = a.institution_id
    and person.person_id = a.person_id
    and person.kind = 'human'
  having
    count(distinct person.person_id) = 1;
end;

comment on function ops.vouched_person (bigint, bigint, text, text) is 'The one person whom the subject or the verified address of a provider means; null for nobody, and for two.';

create function ops.enter_by_provider (
  provider bigint,
  who text,
  mailbox text,
  shown_as text,
  context_key text,
  course_role text,
  session_token bytea,
  lifetime interval
) returns table (entered boolean, course_id bigint) language plpgsql security definer
set
  search_path = pg_catalog as $$
declare
  known ops.identity_provider;
  person bigint;
  course bigint;
begin
  select p.* into strict known from ops.identity_provider as p where p.provider_id = provider;
  person := ops.vouched_person(known.institution_id, provider, who, mailbox);
  if person is null or exists (
    select from identity.sign_in_waiting as w
    where w.institution_id = known.institution_id and w.provider_id = provider and w.subject = who and w.state = 'refused'
  ) then
    insert into identity.sign_in_waiting (institution_id, provider_id, subject, display_name, email, state, first_at, last_at)
    values (known.institution_id, provider, who, enter_by_provider.shown_as, enter_by_provider.mailbox, 'waiting', clock_timestamp(), clock_timestamp())
    on conflict on constraint sign_in_waiting_subject_key do update set last_at = excluded.last_at;
    return query select false, null::bigint;
    return;
  end if;
  perform ops.open_session(known.institution_id, person, session_token, lifetime, known.kind);
  select k.course_id into course
  from core.course_key as k
  where k.institution_id = known.institution_id and k.source_id = known.source_id and k.key = context_key;
  -- The platform says who teaches: that holds as long as the session, and every launch says it anew.
  if course is not null and course_role in ('instructor', 'assistant') then
    delete from ops.access_grant as g
    where g.institution_id = known.institution_id and g.person_id = person and g.course_id = course
      and g.role = course_role and g.launched;
    insert into ops.access_grant (institution_id, person_id, role, course_id, valid_from, valid_to, created_at, launched)
    values (known.institution_id, person, course_role, course, clock_timestamp(), clock_timestamp() + lifetime, clock_timestamp(), true);
    perform ops.refresh_course_access(known.institution_id, array[course]);
  end if;
  return query select true, course;
end
$$;

comment on function ops.enter_by_provider (bigint, text, text, text, text, text, bytea, interval) is 'Lets in whom a provider vouches for and Kith knows; anybody else waits for the steward.';

create function ops.decide_sign_in (waiting bigint, person_mailbox text) returns boolean language plpgsql security definer
set
  search_path = pg_catalog as $$
declare
  institution bigint := nullif(current_setting('kith.institution', true), '')::bigint;
  account bigint;
begin
  if coalesce(current_setting('kith.steward', true), '') <> 'on' then
    raise insufficient_privilege using message = 'Only a steward decides who somebody is.';
  end if;
  if person_mailbox is not null then
    select min(a.account_id) into account
    from identity.claim as c
      join core.account as a on a.institution_id = c.institution_id and a.account_id = c.account_id
    where c.institution_id = institution and c.scheme = 'email' and c.verified and c.value = lower(person_mailbox)
    having count(distinct a.person_id) = 1;
    if account is null then
      return false;
    end if;
  end if;
  update identity.sign_in_waiting as w
  set state = case when person_mailbox is null then 'refused' else 'joined' end, account_id = account,
    display_name = null, email = null, decided_at = clock_timestamp(),
    decided_by = nullif(current_setting('kith.person', true), '')::bigint
  where w.institution_id = institution and w.waiting_id = waiting and w.state = 'waiting';
  return found;
end
$$;

comment on function ops.decide_sign_in (bigint, text) is 'A steward joins somebody who waits to the one person of a verified address, or with null refuses them; false where there is no such one.';
revoke all on function ops.providers (), ops.begin_flow (bigint, bigint, bytea, bytea, text, text), ops.take_flow (bytea, bytea), ops.vouched_person (bigint, bigint, text, text), ops.enter_by_provider (bigint, text, text, text, text, text, bytea, interval), ops.decide_sign_in (bigint, text) from public;
grant execute on function ops.providers (), ops.begin_flow (bigint, bigint, bytea, bytea, text, text), ops.take_flow (bytea, bytea), ops.enter_by_provider (bigint, text, text, text, text, text, bytea, interval), ops.decide_sign_in (bigint, text) to kith_app;
