-- Only the weeks whose inputs changed are computed again: what a stored week rested on is kept as digests.
alter table insight.computation
add column inputs jsonb;

comment on column insight.computation.inputs is 'Digests of what the stored weeks rest on: "course" of what holds at all times, "weeks" of what happened, by week. Null: not known; all is computed again.';

-- Whoever queues a week that stands in the queue already writes its row anew: a computation that has not seen their facts
-- leaves a row alone that somebody is writing. With "do nothing" it took the row away, and the facts were forgotten.
create or replace function ops.mark_staff (course bigint, people bigint[]) returns bigint language sql security definer
set
  search_path = pg_catalog
begin
  atomic
  with
    allowed as (
      select
        p.institution_id,
        p.course_id,
        p.person_id,
        min(a.account_id) as account_id
      from
        core.participant as p
        join core.account as a on a.institution_id = p.institution_id
        and a.person_id = p.person_id
      where
        p.institution_id = nullif(current_setting('kith.institution', true), '')::bigint
        and p.course_id = course
        and p.course_id = any (string_to_array(nullif(current_setting('kith.learner_courses', true), ''), ',')::bigint[])
        and p.person_id = any (people)
        and p.role <> 'staff'
      group by
        p.institution_id,
        p.course_id,
        p.person_id
    ),
    marked as (
      insert into
        core.enrolment (
          institution_id,
          course_id,
          source_id,
          run_id,
          ingested_at,
          account_id,
          role,
          role_raw,
          status
        )
      select
        allowed.institution_id,
        allowed.course_id,
        a.source_id,
        0,
        clock_timestamp(),
        allowed.account_id,
        'teacher',
        'marked',
        'active'
      from
        allowed
        join core.account as a on a.institution_id = allowed.institution_id
        and a.account_id = allowed.account_id
      returning
        1
    ),
    taking_part as (
      update core.participant as p
      set
        role = 'staff',
        basis = 'marked'
      from
        allowed
      where
        p.institution_id = allowed.institution_id
        and p.course_id = allowed.course_id
        and p.person_id = allowed.person_id
    ),
    admitted as (
      insert into
        ops.course_access (institution_id, course_id, person_id, role, basis)
      select
        institution_id,
        course_id,
        person_id,
        'instructor',
        'enrolment'
      from
        allowed
      on conflict do nothing
    ),
    queued as (
      insert into
        ops.dirty_week (institution_id, course_id, week_start, since)
      select
        w.institution_id,
        w.course_id,
        w.week_start,
        clock_timestamp()
      from
        insight.course_week as w
      where
        w.course_id = course
        and exists (
          select
          from
            allowed
          where
            allowed.institution_id = w.institution_id
        )
      on conflict (institution_id, course_id, week_start) do update set since = ops.dirty_week.since
    )
  select
    count(*)
  from
    marked;
end;
