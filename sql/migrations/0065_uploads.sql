-- Files dropped on the data page, what they touched, and a steward's word about a load that waits.
create table ops.upload (
  institution_id bigint not null,
  upload_id uuid not null,
  person_id bigint not null,
  state text not null,
  files jsonb not null,
  parcels jsonb not null,
  progress jsonb,
  results jsonb not null,
  message text,
  created_at timestamptz not null,
  cancelled_at timestamptz,
  finished_at timestamptz,
  constraint upload_pkey primary key (institution_id, upload_id),
  constraint upload_state_check check (state in ('open', 'queued', 'loading', 'done', 'cancelled', 'failed'))
);

comment on table ops.upload is 'Files a steward dropped on the data page. They lie in the spool until they are loaded; only their names are here.';
comment on column ops.upload.institution_id is 'Tenant. Leads every key; the distribution column on Citus.';
comment on column ops.upload.upload_id is 'Id; also the name of its folder in the spool.';
comment on column ops.upload.person_id is 'Who dropped them.';
comment on column ops.upload.state is 'open (nothing is written yet), queued, loading, done, cancelled or failed.';
comment on column ops.upload.files is 'Name and size of every file.';
comment on column ops.upload.parcels is 'What is to be loaded: connector, source, files and what the steward chose.';
comment on column ops.upload.progress is 'Which parcel is being loaded, and how far it is; null: none.';
comment on column ops.upload.results is 'The load of every parcel that is through, or why there is none.';
comment on column ops.upload.message is 'What went wrong, and the next step.';
comment on column ops.upload.created_at is 'When the first file came.';
comment on column ops.upload.cancelled_at is 'When somebody asked to stop.';
comment on column ops.upload.finished_at is 'When the last parcel was through.';
create index upload_state on ops.upload (institution_id, state, created_at);

alter table ops.upload enable row level security;
alter table ops.upload force row level security;
create policy upload_etl on ops.upload to kith_etl using (true) with check (true);
grant select, insert, update, delete on ops.upload to kith_etl;
create policy upload_app on ops.upload to kith_app using (
  institution_id = (select nullif(current_setting('kith.institution', true), '')::bigint)
  and (select current_setting('kith.steward', true)) = 'on'
) with check (
  institution_id = (select nullif(current_setting('kith.institution', true), '')::bigint)
  and (select current_setting('kith.steward', true)) = 'on'
);
grant select, insert, update on ops.upload to kith_app;

alter table ops.run add column course_ids bigint[];
alter table ops.run add column newest_at timestamptz;
alter table ops.run add column decision text;
alter table ops.run add column decided_by bigint;
alter table ops.run add column decided_at timestamptz;
alter table ops.run add constraint run_decision_check check (decision in ('accept', 'drop'));

comment on column ops.run.course_ids is 'Courses whose facts it changed; null: loaded before this was kept.';
comment on column ops.run.newest_at is 'Newest thing that happened in it; null: nothing in it has a time.';
comment on column ops.run.decision is 'What a steward said about it on the data page: accept or drop; null: nothing.';
comment on column ops.run.decided_by is 'Who said so.';
comment on column ops.run.decided_at is 'When.';

create table ops.course_source (
  institution_id bigint not null,
  course_id bigint not null,
  source_id bigint not null,
  run_id bigint not null,
  last_load_at timestamptz not null,
  newest_at timestamptz,
  constraint course_source_pkey primary key (institution_id, course_id, source_id)
);

comment on table ops.course_source is 'How fresh a course is in a source: its last load and its newest event there.';
comment on column ops.course_source.institution_id is 'Tenant. Leads every key; the distribution column on Citus.';
comment on column ops.course_source.course_id is 'Course.';
comment on column ops.course_source.source_id is 'Source.';
comment on column ops.course_source.run_id is 'Last load that named the course.';
comment on column ops.course_source.last_load_at is 'When that load became visible.';
comment on column ops.course_source.newest_at is 'Newest thing that happened there by this source; null: nothing with a time.';

alter table ops.course_source enable row level security;
alter table ops.course_source force row level security;
create policy course_source_etl on ops.course_source to kith_etl using (true) with check (true);
grant select, insert, update, delete on ops.course_source to kith_etl;
create policy course_source_app on ops.course_source for select to kith_app using (
  institution_id = (select nullif(current_setting('kith.institution', true), '')::bigint)
  and (select current_setting('kith.steward', true)) = 'on'
);
grant select on ops.course_source to kith_app;

create function ops.queue_intake (institution bigint) returns void language plpgsql
set
  search_path = pg_catalog as $$
begin
  -- Where there is no worker yet, nothing is lost: it looks for what waits when it starts.
  if to_regprocedure('jobs.enqueue(text, json, text)') is not null then
    execute 'select jobs.enqueue(''intake'', json_build_object(''institutionId'', $1), ''intake:'' || $1)' using institution;
  end if;
end
$$;

comment on function ops.queue_intake (bigint) is 'Asks the worker, where there is one, to load what was dropped and to do what was decided. It hears of it when the transaction commits.';
revoke all on function ops.queue_intake (bigint) from public;
grant execute on function ops.queue_intake (bigint) to kith_etl, kith_app;

create function ops.decide_run (deciding bigint, word text) returns boolean language plpgsql security definer
set
  search_path = pg_catalog as $$
declare
  institution bigint := ops.require_steward();
begin
  update ops.run as r
  set decision = word, decided_by = nullif(current_setting('kith.person', true), '')::bigint, decided_at = clock_timestamp()
  where r.institution_id = institution and r.run_id = deciding and r.state = 'staged';
  if not found then
    return false;
  end if;
  perform ops.note(institution, word || '_run', null, array[]::bigint[], 'load ' || deciding);
  perform ops.queue_intake(institution);
  return true;
end
$$;

comment on function ops.decide_run (bigint, text) is 'A steward takes or drops a load that waits; the worker does it. False: it does not wait.';
revoke all on function ops.decide_run (bigint, text) from public;
grant execute on function ops.decide_run (bigint, text) to kith_app;

create function ops.list_course_sources () returns table (
  course_id bigint,
  course text,
  source_id bigint,
  source text,
  run_id bigint,
  last_load_at timestamptz,
  newest_at timestamptz,
  stale boolean,
  learners integer,
  seen jsonb
) language sql stable security definer
set
  search_path = pg_catalog
begin
  atomic
  select
    c.course_id,
    c.title,
    s.source_id,
    s.name,
    f.run_id,
    f.last_load_at,
    f.newest_at,
    exists (
      select
      from
        ops.dirty_week as d
      where
        d.institution_id = c.institution_id
        and d.course_id = c.course_id
    ),
    w.learners,
    (
      select
        jsonb_object_agg(each ->> 'source', each -> 'seenLearners')
      from
        jsonb_array_elements(w.sources) as each
      where
        each -> 'from' @> to_jsonb(s.source_id)
    )
  from
    ops.course_source as f
    join core.course as c on c.institution_id = f.institution_id
    and c.course_id = f.course_id
    join ops.source as s on s.institution_id = f.institution_id
    and s.source_id = f.source_id
    left join lateral (
      select
        latest.learners,
        latest.sources
      from
        insight.course_week as latest
      where
        latest.institution_id = f.institution_id
        and latest.course_id = f.course_id
      order by
        latest.week desc
      limit
        1
    ) as w on true
  where
    f.institution_id = ops.require_steward ()
  order by
    c.title,
    s.name;
end;

comment on function ops.list_course_sources () is 'Freshness and coverage of every course in every source. For stewards: counts, no learner.';
revoke all on function ops.list_course_sources () from public;
grant execute on function ops.list_course_sources () to kith_app;
