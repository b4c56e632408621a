-- Sources that Kith fetches by itself from a learning record store.
create table ops.pull (
  institution_id bigint not null,
  source_id bigint not null,
  url text not null,
  auth text not null,
  user_name text,
  secret bytea,
  overlap_minutes integer,
  every_minutes integer,
  done_through timestamptz,
  consistent boolean,
  next_at timestamptz,
  tried_at timestamptz,
  message text,
  constraint pull_pkey primary key (institution_id, source_id),
  constraint pull_auth_check check (auth in ('none', 'basic', 'bearer')),
  constraint pull_secret_check check ((auth = 'none') = (secret is null)),
  constraint pull_every_check check (every_minutes > 0),
  constraint pull_overlap_check check (overlap_minutes >= 0)
);

comment on table ops.pull is 'Sources that are fetched from a learning record store, and how far that has come.';
comment on column ops.pull.institution_id is 'Tenant. Leads every key; the distribution column on Citus.';
comment on column ops.pull.source_id is 'Source.';
comment on column ops.pull.url is 'Endpoint, without "statements".';
comment on column ops.pull.auth is 'none, basic or bearer.';
comment on column ops.pull.user_name is 'User name of Basic authentication.';
comment on column ops.pull.secret is 'Password or token, sealed with the key of Kith''s private folder.';
comment on column ops.pull.overlap_minutes is 'How far back each pull reaches again; null: a minute, or a day where the store does not say how far it is consistent.';
comment on column ops.pull.every_minutes is 'How often it runs by itself; null: only when told.';
comment on column ops.pull.done_through is 'Everything up to this instant was fetched and is committed; null: nothing yet.';
comment on column ops.pull.consistent is 'Whether the store says how far it is consistent; null: not asked yet.';
comment on column ops.pull.next_at is 'When it runs next.';
comment on column ops.pull.tried_at is 'When it last ran.';
comment on column ops.pull.message is 'What went wrong then; null: nothing.';
create index pull_next on ops.pull (institution_id, next_at);

alter table ops.pull enable row level security;
alter table ops.pull force row level security;
create policy pull_etl on ops.pull to kith_etl using (true) with check (true);
grant select, insert, update, delete on ops.pull to kith_etl;
