-- What comes out by itself, on the page of reports: for stewards and admins, as adding it at the command line is for whoever
-- runs Kith.
create function ops.list_report_schedules () returns table (
  name text,
  kind text,
  format text,
  title text,
  export_id bigint,
  every_days smallint,
  paused boolean,
  next_at timestamptz,
  tried_at timestamptz,
  message text
) language plpgsql stable security definer
set
  search_path = pg_catalog as $$
declare
  institution bigint := ops.require_steward();
begin
  return query
  select
    s.name, s.kind, s.format, coalesce(course.title, unit.title, place.title), s.export_id, s.every_days, s.paused, s.next_at,
    s.tried_at, s.message
  from ops.report_schedule as s
    join core.institution as place on place.institution_id = s.institution_id
    left join core.unit as unit on unit.institution_id = s.institution_id and unit.unit_id = s.unit_id
    left join core.course as course on course.institution_id = s.institution_id and course.course_id = s.course_id
  where s.institution_id = institution
  order by s.name;
end
$$;

comment on function ops.list_report_schedules () is 'Reports and exports that come out by themselves, for stewards.';

create function ops.add_report_schedule (
  called text,
  wanted text,
  file_format text,
  unit bigint,
  fewest smallint,
  days smallint,
  export bigint
) returns text language plpgsql security definer
set
  search_path = pg_catalog as $$
declare
  institution bigint := ops.require_steward();
begin
  if wanted = 'export' then
    if not exists (
      select from ops.export as e
      where e.institution_id = institution and e.export_id = export and e.state in ('approved', 'made', 'failed') and e.expires_at > now()
    ) then
      return 'no such export';
    end if;
  elsif unit <> 0 and not exists (
    select from core.unit as u where u.institution_id = institution and u.unit_id = unit
  ) then
    return 'no such part';
  end if;
  insert into ops.report_schedule (
    institution_id, name, kind, format, unit_id, least, export_id, every_days, next_at
  )
  values (
    institution, called, wanted, file_format, case wanted when 'export' then 0 else unit end, fewest,
    case wanted when 'export' then export end, days, clock_timestamp()
  )
  on conflict (institution_id, name) do nothing;
  if not found then
    return 'taken';
  end if;
  perform ops.note(institution, 'schedule_report', null, '{}', called);
  perform ops.queue_reports(institution);
  return 'done';
end
$$;

comment on function ops.add_report_schedule (text, text, text, bigint, smallint, smallint, bigint) is 'Adds a report, or the files of an approved export, that comes out by itself: done, taken, no such part or no such export.';

create function ops.steer_report_schedule (called text, deed text) returns boolean language plpgsql security definer
set
  search_path = pg_catalog as $$
declare
  institution bigint := ops.require_steward();
begin
  if deed = 'remove' then
    delete from ops.report_schedule as s where s.institution_id = institution and s.name = called;
  else
    update ops.report_schedule as s set paused = deed = 'pause' where s.institution_id = institution and s.name = called;
  end if;
  if not found then
    return false;
  end if;
  perform ops.note(institution, deed || '_report', null, '{}', called);
  return true;
end
$$;

comment on function ops.steer_report_schedule (text, text) is 'Pauses, resumes or removes a schedule of reports. False: there is none of that name.';
revoke all on function ops.list_report_schedules (), ops.add_report_schedule (text, text, text, bigint, smallint, smallint, bigint), ops.steer_report_schedule (text, text)
from
  public;
grant execute on function ops.list_report_schedules (), ops.add_report_schedule (text, text, text, bigint, smallint, smallint, bigint), ops.steer_report_schedule (text, text) to kith_app;
