-- Dates that can be read two ways are refused; nobody stands beside a watched folder to say which way is meant.
alter table ops.watched_folder
add column date_order text;

alter table ops.watched_folder
add constraint watched_folder_date_order_check check (date_order in ('dmy', 'mdy', 'ymd', 'ydm'));

comment on column ops.watched_folder.date_order is 'Order of day, month and year in files whose dates could be read two ways; null: such a file is refused.';

drop function ops.list_schedules ();

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
  message text,
  date_order text
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
    t.message,
    f.date_order
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

create function ops.set_date_order (steered bigint, said text) returns boolean language plpgsql security definer
set
  search_path = pg_catalog as $$
declare
  institution bigint := ops.require_steward();
  called text;
begin
  update ops.watched_folder as f set date_order = said
  from ops.source as s
  where f.institution_id = institution and f.source_id = steered
    and s.institution_id = f.institution_id and s.source_id = f.source_id
  returning s.name into called;
  if called is null then
    return false;
  end if;
  perform ops.note(institution, 'set_date_order', null, '{}', called);
  return true;
end
$$;

comment on function ops.set_date_order (bigint, text) is 'A steward says in which order a watched folder writes dates; null: as each file tells. False: it is no watched folder.';
revoke all on function ops.list_schedules (), ops.set_date_order (bigint, text) from public;
grant execute on function ops.list_schedules (), ops.set_date_order (bigint, text) to kith_app;
