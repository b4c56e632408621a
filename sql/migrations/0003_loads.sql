-- Loads: runs, rejects, the ledger of keys, the queue of course-weeks to recompute.
create table ops.run (
  institution_id bigint not null,
  run_id bigint generated always as identity,
  source_id bigint not null,
  connector text not null,
  connector_version text not null,
  mode text not null,
  state text not null,
  files jsonb not null,
  options jsonb not null,
  position bigint not null,
  read_count bigint not null,
  new_count bigint not null,
  changed_count bigint not null,
  unchanged_count bigint not null,
  skipped_count bigint not null,
  rejected_count bigint not null,
  deleted_count bigint not null,
  skipped jsonb not null,
  message text,
  started_at timestamptz not null,
  finished_at timestamptz,
  visible_at timestamptz,
  constraint run_pkey primary key (institution_id, run_id),
  constraint run_mode_check check (mode in ('full', 'delta', 'event')),
  constraint run_state_check check (state in ('loading', 'staged', 'visible', 'dropped', 'failed', 'dry_run'))
);

comment on table ops.run is 'One load. It becomes visible in one step, or not at all.';
comment on column ops.run.institution_id is 'Tenant. Leads every key; the distribution column on Citus.';
comment on column ops.run.run_id is 'Id of the load.';
comment on column ops.run.source_id is 'Source.';
comment on column ops.run.connector is 'Connector that read it.';
comment on column ops.run.connector_version is 'Version of Kith that read it.';
comment on column ops.run.mode is 'full (absent is gone), delta (absent is unchanged) or event (append).';
comment on column ops.run.state is 'loading, staged (red, waits for a steward), visible, dropped, failed or dry_run.';
comment on column ops.run.files is 'Name, size and sha-256 of every file.';
comment on column ops.run.options is 'What the person said: course, zone, date order, mapping.';
comment on column ops.run.position is 'Items of the connector that are staged; a load that was cut off goes on after them.';
comment on column ops.run.read_count is 'Rows read.';
comment on column ops.run.new_count is 'Records new.';
comment on column ops.run.changed_count is 'Records changed.';
comment on column ops.run.unchanged_count is 'Records seen before, or twice in this load.';
comment on column ops.run.skipped_count is 'Rows that are right and need no record.';
comment on column ops.run.rejected_count is 'Rows refused.';
comment on column ops.run.deleted_count is 'Records gone.';
comment on column ops.run.skipped is 'Reasons of skipped rows with counts.';
comment on column ops.run.message is 'What went wrong, and the next step.';
comment on column ops.run.started_at is 'Start.';
comment on column ops.run.finished_at is 'End.';
comment on column ops.run.visible_at is 'When its rows became visible.';
create index run_source on ops.run (institution_id, source_id, started_at);

alter table ops.run enable row level security;
alter table ops.run force row level security;
create policy run_etl on ops.run to kith_etl using (true) with check (true);
grant select, insert, update, delete on ops.run to kith_etl;
create policy run_app on ops.run for select to kith_app using (
  institution_id = (select nullif(current_setting('kith.institution', true), '')::bigint)
);
grant select on ops.run to kith_app;

create table ops.reject (
  institution_id bigint not null,
  run_id bigint not null,
  reject_no bigint not null,
  file text not null,
  line bigint not null,
  code text not null,
  field text,
  message text not null,
  raw text,
  constraint reject_pkey primary key (institution_id, run_id, reject_no)
);

comment on table ops.reject is 'A row that was refused, and why.';
comment on column ops.reject.institution_id is 'Tenant. Leads every key; the distribution column on Citus.';
comment on column ops.reject.run_id is 'Load.';
comment on column ops.reject.reject_no is 'Number within the load, from 1.';
comment on column ops.reject.file is 'File.';
comment on column ops.reject.line is 'Line, from 1.';
comment on column ops.reject.code is 'Stable code, explained in docs/reference.';
comment on column ops.reject.field is 'Column or field.';
comment on column ops.reject.message is 'One sentence that says what is wrong and what to do.';
comment on column ops.reject.raw is 'The row as read, for the steward to mend; goes with retention.';

alter table ops.reject enable row level security;
alter table ops.reject force row level security;
create policy reject_etl on ops.reject to kith_etl using (true) with check (true);
grant select, insert, update, delete on ops.reject to kith_etl;
create policy reject_app on ops.reject for select to kith_app using (
  institution_id = (select nullif(current_setting('kith.institution', true), '')::bigint)
  and (select current_setting('kith.steward', true)) = 'on'
);
grant select on ops.reject to kith_app;

create table core.record (
  institution_id bigint not null,
  source_id bigint not null,
  type text not null,
  key uuid not null,
  fact_id bigint,
  course_id bigint,
  course_key text,
  parent_type text,
  parent_key uuid,
  occurred_at timestamptz,
  observed_at timestamptz,
  hash uuid not null,
  is_deleted boolean not null,
  run_id bigint not null,
  constraint record_pkey primary key (institution_id, source_id, type, key)
);

comment on table core.record is 'The ledger of keys: decides whether a record is new, unchanged, a new version or a move. Activity has its own ledger.';
comment on column core.record.institution_id is 'Tenant. Leads every key; the distribution column on Citus.';
comment on column core.record.source_id is 'Source.';
comment on column core.record.type is 'Canonical record type.';
comment on column core.record.key is 'Keyed digest of the record''s key: keys may hold an e-mail.';
comment on column core.record.fact_id is 'Current version in the table of the type (person: the account); null: there is none.';
comment on column core.record.course_id is 'Course of the current version; null: the record belongs to no course (person, relation, unit, term).';
comment on column core.record.course_key is 'Course as the source names it; null: not named.';
comment on column core.record.parent_type is 'Type of the record that lends its course where the row names none: post, session, space or group.';
comment on column core.record.parent_key is 'Keyed digest of that record.';
comment on column core.record.occurred_at is 'When it happened.';
comment on column core.record.observed_at is 'When the source says this version was made.';
comment on column core.record.hash is 'Digest of the content.';
comment on column core.record.is_deleted is 'Whether the source took it back.';
comment on column core.record.run_id is 'Load of the current version.';
create index record_fact on core.record (institution_id, course_id, type, fact_id);
create index record_parent on core.record (institution_id, source_id, parent_type, parent_key) where parent_key is not null;

alter table core.record enable row level security;
alter table core.record force row level security;
create policy record_etl on core.record to kith_etl using (true) with check (true);
grant select, insert, update, delete on core.record to kith_etl;

create table ops.dirty_week (
  institution_id bigint not null,
  course_id bigint not null,
  week_start date not null,
  since timestamptz not null,
  constraint dirty_week_pkey primary key (institution_id, course_id, week_start)
);

comment on table ops.dirty_week is 'Course-weeks whose facts changed since they were computed.';
comment on column ops.dirty_week.institution_id is 'Tenant. Leads every key; the distribution column on Citus.';
comment on column ops.dirty_week.course_id is 'Course the row belongs to; the institution''s course "unassigned" where the source names none.';
comment on column ops.dirty_week.week_start is 'Monday of the week in the course''s zone.';
comment on column ops.dirty_week.since is 'First change that is not computed yet.';

alter table ops.dirty_week enable row level security;
alter table ops.dirty_week force row level security;
create policy dirty_week_etl on ops.dirty_week to kith_etl using (true) with check (true);
grant select, insert, update, delete on ops.dirty_week to kith_etl;
create policy dirty_week_app on ops.dirty_week for select to kith_app using (
  institution_id = (select nullif(current_setting('kith.institution', true), '')::bigint)
);
grant select on ops.dirty_week to kith_app;

