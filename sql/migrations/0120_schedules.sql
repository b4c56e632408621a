-- Sources that run by themselves: when they do, how it went, and the folders that are watched.
create table ops.schedule (
  institution_id bigint not null,
  source_id bigint not null,
  every_minutes integer,
  daily_at time,
  paused boolean not null,
  asked_at timestamptz,
  next_at timestamptz,
  tried_at timestamptz,
  taken integer,
  refused integer,
  waiting integer,
  run_id bigint,
  message text,
  constraint schedule_pkey primary key (institution_id, source_id),
  constraint schedule_when_check check (every_minutes is null or daily_at is null),
  constraint schedule_every_check check (every_minutes > 0)
);

comment on table ops.schedule is 'Sources that Kith goes to by itself, a pull or a watched folder: when, and how the last time went.';
comment on column ops.schedule.institution_id is 'Tenant. Leads every key; the distribution column on Citus.';
comment on column ops.schedule.source_id is 'Source.';
comment on column ops.schedule.every_minutes is 'Minutes from one run to the next; null: see daily_at.';
comment on column ops.schedule.daily_at is 'Time of day in the zone of the institution; null: see every_minutes, and where both are null only when told.';
comment on column ops.schedule.paused is 'It runs only when told.';
comment on column ops.schedule.asked_at is 'When somebody told it to run now; null: nobody, or it has.';
comment on column ops.schedule.next_at is 'When it runs next by itself; null: it does not.';
comment on column ops.schedule.tried_at is 'When it last ran.';
comment on column ops.schedule.taken is 'Files or statements it took then.';
comment on column ops.schedule.refused is 'Files it refused then.';
comment on column ops.schedule.waiting is 'Files that were still changing then.';
comment on column ops.schedule.run_id is 'Its last load; null: none yet.';
comment on column ops.schedule.message is 'What went wrong then, and the next step; null: nothing.';
create index schedule_next on ops.schedule (institution_id, next_at);

-- Before its rows are forced through policies: the owner has none on it yet.
insert into ops.schedule (institution_id, source_id, every_minutes, paused, next_at, tried_at, message)
select institution_id, source_id, every_minutes, false, next_at, tried_at, message from ops.pull;
comment on column ops.pull.every_minutes is 'Up to version 0120; now ops.schedule.';
comment on column ops.pull.next_at is 'Up to version 0120; now ops.schedule.';
comment on column ops.pull.tried_at is 'Up to version 0120; now ops.schedule.';
comment on column ops.pull.message is 'Up to version 0120; now ops.schedule.';

alter table ops.schedule enable row level security;
alter table ops.schedule force row level security;
create policy schedule_etl on ops.schedule to kith_etl using (true) with check (true);
grant select, insert, update, delete on ops.schedule to kith_etl;

create table ops.watched_folder (
  institution_id bigint not null,
  source_id bigint not null,
  folder text not null,
  connector text,
  course_id bigint,
  constraint watched_folder_pkey primary key (institution_id, source_id),
  constraint watched_folder_name_key unique (institution_id, folder),
  constraint watched_folder_name_check check (folder ~ '^[[:alnum:]][^/\\[:cntrl:]]{0,99}$')
);

comment on table ops.watched_folder is 'Folders of the inbox whose files are taken into a source. The inbox itself is no setting of the database.';
comment on column ops.watched_folder.institution_id is 'Tenant. Leads every key; the distribution column on Citus.';
comment on column ops.watched_folder.source_id is 'Source.';
comment on column ops.watched_folder.folder is 'Name of the folder in the institution''s part of the inbox: one name, never a path.';
comment on column ops.watched_folder.connector is 'What reads its files; null: whatever recognises them.';
comment on column ops.watched_folder.course_id is 'Course of files that name none; null: they have to name it.';

alter table ops.watched_folder enable row level security;
alter table ops.watched_folder force row level security;
create policy watched_folder_etl on ops.watched_folder to kith_etl using (true) with check (true);
grant select, insert, update, delete on ops.watched_folder to kith_etl;

create function ops.next_run (every_minutes integer, daily_at time, zone text, after timestamptz) returns timestamptz language sql stable
set
  search_path = pg_catalog
begin
  atomic
  select
    case
      when every_minutes is not null then after + make_interval(mins => every_minutes)
      when daily_at is not null then (
        select
          min(days.at)
        from
          (
            select
              ((after at time zone zone)::date + day.n + daily_at) at time zone zone as at
            from
              generate_series(0, 2) as day (n)
          ) as days
        where
          days.at > after
      )
    end;
end;

comment on function ops.next_run (integer, time, text, timestamptz) is 'When a schedule runs next after an instant; null: by itself never. A time of day that the clocks skip is an hour later that day.';
revoke all on function ops.next_run (integer, time, text, timestamptz) from public;
grant execute on function ops.next_run (integer, time, text, timestamptz) to kith_etl;

create function ops.list_schedules () returns table (
  source_id bigint,
  source text,
  kind text,
  place text,
  connector text,
  course text,
  every_minutes integer,
  daily_at text,
  paused boolean,
  asked boolean,
  next_at timestamptz,
  tried_at timestamptz,
  taken integer,
  refused integer,
  waiting integer,
  run_id bigint,
  held boolean,
  message text
) language sql stable security definer
set
  search_path = pg_catalog
begin
  atomic
  select
    t.source_id,
    s.name,
    case
      when f.source_id is null then 'pull'
      else 'folder'
    end,
    coalesce(f.folder, p.url),
    case
      when f.source_id is null then 'xapi'
      else f.connector
    end,
    c.title,
    t.every_minutes,
    to_char(t.daily_at, 'HH24:MI'),
    t.paused,
    t.asked_at is not null,
    t.next_at,
    t.tried_at,
    t.taken,
    t.refused,
    t.waiting,
    t.run_id,
    exists (
      select
      from
        ops.run as r
      where
        r.institution_id = t.institution_id
        and r.source_id = t.source_id
        and r.state = 'staged'
    ),
    t.message
  from
    ops.schedule as t
    join ops.source as s on s.institution_id = t.institution_id
    and s.source_id = t.source_id
    left join ops.pull as p on p.institution_id = t.institution_id
    and p.source_id = t.source_id
    left join ops.watched_folder as f on f.institution_id = t.institution_id
    and f.source_id = t.source_id
    left join core.course as c on c.institution_id = f.institution_id
    and c.course_id = f.course_id
  where
    t.institution_id = ops.require_steward ()
  order by
    s.name;
end;

comment on function ops.list_schedules () is 'Sources that run by themselves, and how their last run went; no secret. For stewards.';

create function ops.schedule_source (wanted text, reads text, every integer, daily time) returns bigint language plpgsql security definer
set
  search_path = pg_catalog as $$
declare
  institution bigint := ops.require_steward();
  made bigint;
begin
  insert into ops.source (institution_id, name, connector, settings, created_at)
  values (institution, wanted, reads, '{}', clock_timestamp())
  on conflict do nothing;
  select s.source_id into strict made from ops.source as s where s.institution_id = institution and s.name = wanted;
  insert into ops.schedule (institution_id, source_id, every_minutes, daily_at, paused, next_at)
  values (institution, made, every, daily, false, case when every is null and daily is null then null else clock_timestamp() end)
  on conflict do nothing;
  if not found then
    return null;
  end if;
  perform ops.note(institution, 'schedule_source', null, '{}', wanted);
  return made;
end
$$;

comment on function ops.schedule_source (text, text, integer, time) is 'A steward has a source run by itself, the first time at once; the source is made where there is none. Null: it has a schedule already. What it goes to is said by set_pull or set_folder in the same transaction.';

create function ops.set_pull (pulled bigint, address text, sort text, account text, sealed bytea) returns void language plpgsql security definer
set
  search_path = pg_catalog as $$
declare
  institution bigint := ops.require_steward();
begin
  insert into ops.pull (institution_id, source_id, url, auth, user_name, secret)
  select institution, t.source_id, address, sort, account, sealed
  from ops.schedule as t where t.institution_id = institution and t.source_id = pulled;
end
$$;

comment on function ops.set_pull (bigint, text, text, text, bytea) is 'Says where a scheduled source is fetched from; the secret is sealed already. A store is never changed beside its secret: another address is another source.';

create function ops.set_folder (watched bigint, called text, reads text, course bigint) returns boolean language plpgsql security definer
set
  search_path = pg_catalog as $$
declare
  institution bigint := ops.require_steward();
begin
  if exists (select from ops.pull as p where p.institution_id = institution and p.source_id = watched)
    or not exists (select from ops.schedule as t where t.institution_id = institution and t.source_id = watched)
    or course is not null and not exists (
      select from core.course as c where c.institution_id = institution and c.course_id = course
    ) then
    return false;
  end if;
  insert into ops.watched_folder (institution_id, source_id, folder, connector, course_id)
  values (institution, watched, called, reads, course)
  on conflict do nothing;
  return found;
end
$$;

comment on function ops.set_folder (bigint, text, text, bigint) is 'Says which folder of the inbox a scheduled source takes. False: another source takes it, or there is no such course.';

create function ops.steer_source (steered bigint, deed text, every integer, daily time) returns boolean language plpgsql security definer
set
  search_path = pg_catalog as $$
declare
  institution bigint := ops.require_steward();
  called text;
begin
  select s.name into called
  from ops.schedule as t
    join ops.source as s on s.institution_id = t.institution_id and s.source_id = t.source_id
  where t.institution_id = institution and t.source_id = steered;
  if called is null then
    return false;
  end if;
  if deed = 'remove' then
    delete from ops.watched_folder as f where f.institution_id = institution and f.source_id = steered;
    delete from ops.pull as p where p.institution_id = institution and p.source_id = steered;
    delete from ops.schedule as t where t.institution_id = institution and t.source_id = steered;
  else
    update ops.schedule as t
    set paused = case deed when 'pause' then true when 'resume' then false else t.paused end,
      asked_at = case deed when 'run' then clock_timestamp() else t.asked_at end,
      every_minutes = case deed when 'set' then every else t.every_minutes end,
      daily_at = case deed when 'set' then daily else t.daily_at end,
      next_at = case deed
        when 'set' then (
          select ops.next_run(every, daily, i.timezone, clock_timestamp())
          from core.institution as i where i.institution_id = institution
        )
        else t.next_at end
    where t.institution_id = institution and t.source_id = steered;
  end if;
  perform ops.note(institution, deed || '_source', null, '{}', called);
  if deed = 'run' then
    perform ops.queue_work(
      'run_source', json_build_object('institutionId', institution, 'sourceId', steered), 'run_source:' || institution || '/' || steered
    );
  end if;
  return true;
end
$$;

comment on function ops.steer_source (bigint, text, integer, time) is 'A steward pauses, resumes, runs, sets the time of, or removes a scheduled source; what it loaded stays. False: there is none.';
revoke all on function ops.list_schedules (), ops.schedule_source (text, text, integer, time), ops.set_pull (bigint, text, text, text, bytea), ops.set_folder (bigint, text, text, bigint), ops.steer_source (bigint, text, integer, time) from public;
grant execute on function ops.list_schedules (), ops.schedule_source (text, text, integer, time), ops.set_pull (bigint, text, text, text, bytea), ops.set_folder (bigint, text, text, bigint), ops.steer_source (bigint, text, integer, time) to kith_app;
