-- When a course has ended is decided here and nowhere else.
create view core.course_calendar with (security_invoker = true) as
select
  course.institution_id,
  course.course_id,
  coalesce(course.ends_on, term.ends_on) as last_on,
  coalesce(
    (now() at time zone coalesce(course.timezone, institution.timezone))::date > coalesce(course.ends_on, term.ends_on),
    false
  ) as ended
from
  core.course as course
  join core.institution as institution on institution.institution_id = course.institution_id
  left join core.term as term on term.institution_id = course.institution_id
  and term.term_id = course.term_id;

comment on view core.course_calendar is 'The last day of a course, its own or else its term''s, and whether it has ended: the day after has begun in its zone.';
comment on column core.course_calendar.institution_id is 'Tenant.';
comment on column core.course_calendar.course_id is 'Course.';
comment on column core.course_calendar.last_on is 'Last day; null: nobody has said.';
comment on column core.course_calendar.ended is 'True: it has ended. Alerts stop, bands are those of its last week.';
grant select on core.course_calendar to kith_app, kith_etl;

create function ops.roll_over (institution bigint) returns table (closed_alerts bigint, carried_grants bigint) language plpgsql
set
  search_path = pg_catalog as $$
begin
  -- What nobody has acted on does not outlive the course. Should the course go on after all, a later week opens it again.
  update insight.alert as a
  set state = 'closed', state_at = now(), state_week = a.last_week, note = 'The course has ended.'
  from core.course_calendar as c
  where a.institution_id = institution and c.institution_id = institution and c.course_id = a.course_id and c.ended
    and a.state in ('open', 'seen', 'snoozed');
  get diagnostics closed_alerts = row_count;
  -- A programme lead of one course leads its next run: same code, same place in the tree, later. A role that somebody has
  -- ended there is not given again.
  with
    next_run as (
      select distinct on (done.course_id)
        done.course_id,
        later.course_id as next_id
      from core.course as done
        join core.course_calendar as c on c.institution_id = done.institution_id and c.course_id = done.course_id and c.ended
        join core.course as later on later.institution_id = done.institution_id and later.code = done.code
          and later.kind = done.kind and later.unit_id is not distinct from done.unit_id and later.starts_on > c.last_on
      where done.institution_id = institution and done.code <> ''
      order by done.course_id, later.starts_on, later.course_id
    ),
    carried as (
      insert into ops.access_grant
        (institution_id, person_id, role, course_id, valid_from, granted_by, created_at, pseudonymous)
      select distinct on (g.person_id, n.next_id)
        institution, g.person_id, 'lead', n.next_id, now(), g.granted_by, now(), g.pseudonymous
      from ops.access_grant as g
        join next_run as n on n.course_id = g.course_id
      where g.institution_id = institution and g.role = 'lead' and g.valid_to is null and not g.delegated and not g.launched
        and not exists (
          select from ops.access_grant as known
          where known.institution_id = institution and known.person_id = g.person_id and known.role = 'lead'
            and known.course_id = n.next_id
        )
      order by g.person_id, n.next_id, g.pseudonymous
      returning person_id, course_id
    )
  insert into ops.access_log (institution_id, at, person_id, action, course_id, subject_person_ids, reason)
  select institution, now(), carried.person_id, 'carry_grant', carried.course_id, array[carried.person_id], 'the next term'
  from carried;
  get diagnostics carried_grants = row_count;
  if carried_grants > 0 then
    perform ops.refresh_course_access(institution);
  end if;
  return next;
end
$$;

comment on function ops.roll_over (bigint) is 'After the end of courses: closes alerts nobody acted on, carries lead grants to the next run. Twice changes nothing. For a job of the ETL''s login.';
revoke all on function ops.roll_over (bigint) from public;
grant execute on function ops.roll_over (bigint) to kith_etl;
