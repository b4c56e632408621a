-- Reports that tell of nobody: printed ones and tables, asked for on the page or due by schedule, made by the worker.
create table core.letterhead (
  institution_id bigint not null,
  language text not null,
  logo bytea,
  logo_type text,
  -- citus: by institution. What an institution prints on, one row each.
  constraint letterhead_pkey primary key (institution_id),
  constraint letterhead_language_check check (language in ('en', 'de')),
  constraint letterhead_logo_check check ((logo is null) = (logo_type is null)),
  constraint letterhead_logo_type_check check (logo_type in ('image/png', 'image/jpeg')),
  constraint letterhead_logo_size_check check (octet_length(logo) <= 1048576)
);

comment on table core.letterhead is 'What an institution prints its reports on. No row: English, without a logo.';
comment on column core.letterhead.institution_id is 'Tenant. Leads every key; the distribution column on Citus.';
comment on column core.letterhead.language is 'Language of its reports: en or de.';
comment on column core.letterhead.logo is 'PNG or JPEG, at most a megabyte.';
comment on column core.letterhead.logo_type is 'image/png or image/jpeg.';

alter table core.letterhead enable row level security;
alter table core.letterhead force row level security;
create policy letterhead_etl on core.letterhead to kith_etl using (true) with check (true);
grant select, insert, update, delete on core.letterhead to kith_etl;

create table ops.report (
  institution_id bigint not null,
  report_id bigint generated always as identity,
  kind text not null,
  format text not null,
  unit_id bigint not null,
  course_id bigint,
  from_week date,
  to_week date,
  least smallint not null,
  asked_by bigint,
  asked_at timestamptz not null,
  expires_at timestamptz not null,
  state text not null,
  tries smallint not null default 0,
  try_at timestamptz,
  message text,
  made_at timestamptz,
  folder uuid not null default gen_random_uuid(),
  manifest jsonb,
  constraint report_pkey primary key (institution_id, report_id),
  constraint report_kind_check check (kind in ('cohort', 'evaluation', 'bands', 'health')),
  constraint report_format_check check (
    (format = 'print') = (kind in ('cohort', 'evaluation'))
    and format in ('print', 'csv', 'json', 'xlsx', 'parquet')
  ),
  constraint report_least_check check (least in (5, 10)),
  constraint report_course_check check (course_id is null or kind = 'cohort'),
  constraint report_state_check check (state in ('asked', 'made', 'failed', 'over'))
);

create index report_asked_by on ops.report (institution_id, asked_by);

comment on table ops.report is 'Reports that tell of nobody: what was asked, and what was made of it. The files lie in Kith''s folder for a year.';
comment on column ops.report.institution_id is 'Tenant. Leads every key; the distribution column on Citus.';
comment on column ops.report.report_id is 'Id.';
comment on column ops.report.kind is 'cohort or evaluation (printed), bands or health (a table).';
comment on column ops.report.format is 'print (HTML and PDF), csv, json, xlsx or parquet.';
comment on column ops.report.unit_id is 'Node of the organisation tree; 0: the whole institution.';
comment on column ops.report.course_id is 'The one course it is of; null: all below the node.';
comment on column ops.report.from_week is 'Monday of its first week; null: the first there is.';
comment on column ops.report.to_week is 'Monday of its last week; null: the last there is.';
comment on column ops.report.least is 'Fewer people than this are left out: 5 or 10.';
comment on column ops.report.asked_by is 'Who asked; null: erased since.';
comment on column ops.report.asked_at is 'When.';
comment on column ops.report.expires_at is 'Then its files go.';
comment on column ops.report.state is 'asked (being made), made, failed or over.';
comment on column ops.report.tries is 'How often making it failed.';
comment on column ops.report.try_at is 'When it is tried again; null: now, or never again.';
comment on column ops.report.message is 'Why it failed.';
comment on column ops.report.made_at is 'When it was made.';
comment on column ops.report.folder is 'Name of its folder below reports/ in Kith''s own.';
comment on column ops.report.manifest is 'What is in its files, as it lies beside them.';

alter table ops.report enable row level security;
alter table ops.report force row level security;
create policy report_etl on ops.report to kith_etl using (true) with check (true);
grant select, insert, update, delete on ops.report to kith_etl;
create policy report_app on ops.report for select to kith_app using (
  institution_id = (select nullif(current_setting('kith.institution', true), '')::bigint)
  and asked_by = (select nullif(current_setting('kith.person', true), '')::bigint)
);
grant select on ops.report to kith_app;

create table ops.report_schedule (
  institution_id bigint not null,
  schedule_id bigint generated always as identity,
  name text not null,
  kind text not null,
  format text not null,
  unit_id bigint not null,
  course_id bigint,
  least smallint not null,
  export_id bigint,
  every_days smallint not null,
  paused boolean not null default false,
  next_at timestamptz not null,
  tried_at timestamptz,
  message text,
  constraint report_schedule_pkey primary key (institution_id, schedule_id),
  constraint report_schedule_name_key unique (institution_id, name),
  constraint report_schedule_kind_check check (kind in ('cohort', 'evaluation', 'bands', 'health', 'export')),
  constraint report_schedule_export_check check ((kind = 'export') = (export_id is not null)),
  constraint report_schedule_days_check check (every_days between 1 and 366)
);

comment on table ops.report_schedule is 'Reports and research exports that come out by themselves, into a folder of the outbox.';
comment on column ops.report_schedule.institution_id is 'Tenant. Leads every key; the distribution column on Citus.';
comment on column ops.report_schedule.schedule_id is 'Id.';
comment on column ops.report_schedule.name is 'Its name, and that of its folder in the outbox.';
comment on column ops.report_schedule.kind is 'As of a report; or export: the files of a research export while its approval runs.';
comment on column ops.report_schedule.format is 'As of a report; of an export what was approved.';
comment on column ops.report_schedule.unit_id is 'Node of the organisation tree; 0: the whole institution.';
comment on column ops.report_schedule.course_id is 'The one course it is of; null: all below the node.';
comment on column ops.report_schedule.least is 'Fewer people than this are left out.';
comment on column ops.report_schedule.export_id is 'The approved export whose files are laid out; null: a report.';
comment on column ops.report_schedule.every_days is 'Days from one to the next.';
comment on column ops.report_schedule.paused is 'Whether it waits until somebody resumes it.';
comment on column ops.report_schedule.next_at is 'When it is due.';
comment on column ops.report_schedule.tried_at is 'When it last ran.';
comment on column ops.report_schedule.message is 'Why nothing came of its last run; null: something did.';

alter table ops.report_schedule enable row level security;
alter table ops.report_schedule force row level security;
create policy report_schedule_etl on ops.report_schedule to kith_etl using (true) with check (true);
grant select, insert, update, delete on ops.report_schedule to kith_etl;

create function ops.may_report (unit bigint, course bigint) returns boolean language sql stable
set
  search_path = pg_catalog
begin
  atomic
  select
    coalesce(bool_and(below.course_id = any (seen.courses)), false)
  from
    insight.unit_course as below
    cross join (
      select
        coalesce(string_to_array(nullif(current_setting('kith.aggregate_courses', true), ''), ',')::bigint[], '{}') as courses
    ) as seen
  where
    below.institution_id = nullif(current_setting('kith.institution', true), '')::bigint
    and below.unit_id = unit
    and (
      course is null
      or below.course_id = course
    );
end;

comment on function ops.may_report (bigint, bigint) is 'Whether the reader may see the aggregates of every course below a node, or of the one course below it.';

create function ops.queue_reports (institution bigint) returns void language plpgsql
set
  search_path = pg_catalog as $$
begin
  -- Where there is no worker yet, nothing is lost: it looks for what waits when it starts.
  if to_regprocedure('jobs.enqueue(text, json, text)') is not null then
    execute 'select jobs.enqueue(''reports'', json_build_object(''institutionId'', $1), ''reports:'' || $1)' using institution;
  end if;
end
$$;

comment on function ops.queue_reports (bigint) is 'Asks the worker, where there is one, to make what stands in ops.report.';

create function ops.ask_report (wanted text, file_format text, unit bigint, course bigint, first_week date, last_week date, fewest smallint) returns bigint language plpgsql security definer
set
  search_path = pg_catalog as $$
declare
  institution bigint := (select m.institution_id from ops.me() as m);
  me bigint := (select m.person_id from ops.me() as m);
  asked bigint;
begin
  if me is null or not ops.may_report(unit, course) then
    return null;
  end if;
  insert into ops.report (
    institution_id, kind, format, unit_id, course_id, from_week, to_week, least, asked_by, asked_at, expires_at, state
  )
  values (
    institution, wanted, file_format, unit, course, first_week, last_week, fewest, me, clock_timestamp(),
    clock_timestamp() + interval '1 year', 'asked'
  )
  returning report_id into asked;
  perform ops.queue_reports(institution);
  return asked;
end
$$;

comment on function ops.ask_report (text, text, bigint, bigint, date, date, smallint) is 'Asks for a report of a node or of a course below it. Null: the reader may not see all of its aggregates.';
revoke all on function ops.may_report (bigint, bigint), ops.queue_reports (bigint), ops.ask_report (text, text, bigint, bigint, date, date, smallint)
from
  public;
grant execute on function ops.may_report (bigint, bigint), ops.ask_report (text, text, bigint, bigint, date, date, smallint) to kith_app;
grant execute on function ops.queue_reports (bigint) to kith_etl;
