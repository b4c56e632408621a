-- Activity: immutable and by far the most. Its own ledger, in monthly partitions.
create table core.verb (
  verb_id smallint not null,
  verb text not null,
  constraint verb_pkey primary key (verb_id),
  constraint verb_verb_key unique (verb)
);

comment on table core.verb is 'Canonical verbs. A reference table on Citus.';
comment on column core.verb.verb_id is 'Id.';
comment on column core.verb.verb is 'Verb.';
grant select on core.verb to kith_etl, kith_app, kith_research;

insert into core.verb (verb_id, verb)
values
  (1, 'viewed'),
  (2, 'posted'),
  (3, 'replied'),
  (4, 'edited'),
  (5, 'deleted'),
  (6, 'reacted'),
  (7, 'submitted'),
  (8, 'completed'),
  (9, 'progressed'),
  (10, 'attempted'),
  (11, 'answered'),
  (12, 'joined'),
  (13, 'left'),
  (14, 'played'),
  (15, 'paused'),
  (16, 'shared'),
  (17, 'logged_in'),
  (18, 'searched'),
  (19, 'downloaded'),
  (20, 'attended'),
  (21, 'interacted'),
  (22, 'other');

create table core.activity (
  institution_id bigint not null,
  course_id bigint not null,
  occurred_at timestamptz not null,
  source_id bigint not null,
  key uuid not null,
  account_id bigint not null,
  verb_id smallint not null,
  course_inferred boolean not null,
  object_type text,
  object_key text,
  session_key text,
  duration_s real,
  count integer not null,
  clicks integer,
  hash bigint not null,
  run_id bigint not null,
  ingested_at timestamptz not null,
  superseded_at timestamptz,
  constraint activity_pkey primary key (institution_id, course_id, occurred_at, source_id, key)
)
partition by range (occurred_at);

comment on table core.activity is 'Something a person did on the platform.';
comment on column core.activity.institution_id is 'Tenant. Leads every key; the distribution column on Citus.';
comment on column core.activity.course_id is 'Course the row belongs to; the institution''s course "unassigned" where the source names none.';
comment on column core.activity.occurred_at is 'When.';
comment on column core.activity.source_id is 'Source.';
comment on column core.activity.key is 'Statement or event id; a digest where the source''s id is no UUID.';
comment on column core.activity.account_id is 'Who.';
comment on column core.activity.verb_id is 'What was done.';
comment on column core.activity.course_inferred is 'True: the source named no course, it is that of the session or "unassigned", and moves with what is learnt later.';
comment on column core.activity.object_type is 'Kind of object.';
comment on column core.activity.object_key is 'Object.';
comment on column core.activity.session_key is 'Session.';
comment on column core.activity.duration_s is 'Seconds.';
comment on column core.activity.count is 'Rows folded into this one.';
comment on column core.activity.clicks is 'Clicks.';
comment on column core.activity.hash is 'Digest of the content: the same key with another digest is refused.';
comment on column core.activity.run_id is 'Load.';
comment on column core.activity.ingested_at is 'When it became visible.';
comment on column core.activity.superseded_at is 'When it was voided.';
create index activity_key on core.activity (institution_id, source_id, key);
create index activity_inferred on core.activity (institution_id, source_id, session_key)
where course_inferred and session_key is not null;
create index activity_account on core.activity (institution_id, course_id, account_id, occurred_at);

alter table core.activity enable row level security;
alter table core.activity force row level security;
create policy activity_etl on core.activity to kith_etl using (true) with check (true);
grant select, insert, update, delete on core.activity to kith_etl;
create policy activity_app on core.activity for select to kith_app using (
  institution_id = (select nullif(current_setting('kith.institution', true), '')::bigint)
  and course_id = any ((select string_to_array(nullif(current_setting('kith.learner_courses', true), ''), ',')::bigint[])::bigint[])
);
grant select on core.activity to kith_app;
create table core.voided_activity (
  institution_id bigint not null,
  source_id bigint not null,
  key uuid not null,
  run_id bigint not null,
  ingested_at timestamptz not null,
  constraint voided_activity_pkey primary key (institution_id, source_id, key)
);

comment on table core.voided_activity is 'Activity that was voided, kept so that a void may arrive before what it voids.';
comment on column core.voided_activity.institution_id is 'Tenant. Leads every key; the distribution column on Citus.';
comment on column core.voided_activity.source_id is 'Source.';
comment on column core.voided_activity.key is 'Key of the voided activity.';
comment on column core.voided_activity.run_id is 'Load.';
comment on column core.voided_activity.ingested_at is 'When it became visible.';

alter table core.voided_activity enable row level security;
alter table core.voided_activity force row level security;
create policy voided_activity_etl on core.voided_activity to kith_etl using (true) with check (true);
grant select, insert, update, delete on core.voided_activity to kith_etl;

create function ops.ensure_activity_months (first_day date, last_day date) returns void language plpgsql security definer
set
  search_path = pg_catalog as $$
declare
  month date := date_trunc('month', first_day)::date;
begin
  while month <= last_day loop
    -- Policies stand on the parent; nobody is granted a partition, so every read goes through them.
    execute format(
      'create table if not exists core.%I partition of core.activity for values from (%L) to (%L)',
      'activity_' || to_char(month, 'YYYY_MM'), month::timestamptz, (month + interval '1 month')::timestamptz
    );
    month := (month + interval '1 month')::date;
  end loop;
end
$$;

comment on function ops.ensure_activity_months (date, date) is 'Makes the monthly partitions of core.activity for a range of days (UTC).';
revoke all on function ops.ensure_activity_months (date, date) from public;
grant execute on function ops.ensure_activity_months (date, date) to kith_etl;

-- A load draws the ids of its facts before it writes them, so that the ledger and the fact can name each other.
grant usage on all sequences in schema core, ops to kith_etl;
