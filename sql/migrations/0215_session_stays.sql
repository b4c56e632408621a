-- Who was in a live session together: a row a person, where there was a row for every two of them.
create table insight.session_stay (
  institution_id bigint not null,
  course_id bigint not null,
  event_ref text not null,
  person_id bigint not null,
  occurred_at timestamptz not null,
  people integer not null,
  seconds double precision not null,
  came_at timestamptz,
  left_at timestamptz,
  intervals tstzmultirange,
  staff boolean not null,
  constraint session_stay_pkey primary key (institution_id, course_id, event_ref, person_id)
);

comment on table insight.session_stay is 'Somebody in a live session of up to a hundred: every two of a session who overlapped for five minutes have a tie.';
comment on column insight.session_stay.institution_id is 'Tenant. Leads every key; the distribution column on Citus.';
comment on column insight.session_stay.course_id is 'Course the row belongs to; the institution''s course "unassigned" where the source names none.';
comment on column insight.session_stay.event_ref is 'Session it rests on: session:id.';
comment on column insight.session_stay.person_id is 'Who was there.';
comment on column insight.session_stay.occurred_at is 'End of the session.';
comment on column insight.session_stay.people is 'How many learners were there for five minutes.';
comment on column insight.session_stay.seconds is 'How long they were there.';
comment on column insight.session_stay.came_at is 'Begin of an unbroken stay; null: it is broken, or only its length is known.';
comment on column insight.session_stay.left_at is 'End of an unbroken stay.';
comment on column insight.session_stay.intervals is 'The parts of a broken stay; null: it is unbroken, or only its length is known.';
comment on column insight.session_stay.staff is 'Whether they had become staff by the end of the session.';

alter table insight.session_stay enable row level security;
alter table insight.session_stay force row level security;
create policy session_stay_etl on insight.session_stay to kith_etl using (true) with check (true);
grant select, insert, update, delete on insight.session_stay to kith_etl;
create policy session_stay_app on insight.session_stay for select to kith_app using (
  institution_id = (select nullif(current_setting('kith.institution', true), '')::bigint)
  and course_id = any ((select string_to_array(nullif(current_setting('kith.learner_courses', true), ''), ',')::bigint[])::bigint[])
);
grant select on insight.session_stay to kith_app;
create policy session_stay_opted_out on insight.session_stay as restrictive for select to kith_app using (
  not exists (
    select from core.opted_out as o
    where o.institution_id = session_stay.institution_id and o.person_id = session_stay.person_id
      and o.course_id in (0, session_stay.course_id)
  )
);

comment on table insight.tie_event is 'One tie event that a fact names: who turned to whom, by what, when, how strongly. Rebuilt per course from current facts.';

create view insight.tie with (security_invoker = true) as
select
  institution_id,
  course_id,
  kind,
  event_ref,
  source_person_id,
  target_person_id,
  layer,
  directed,
  occurred_at,
  weight
from insight.tie_event
union all
select
  one.institution_id,
  one.course_id,
  'live_session' as kind,
  one.event_ref,
  one.person_id as source_person_id,
  other.person_id as target_person_id,
  case when one.staff or other.staff then 'staff' else 'contact' end as layer,
  false as directed,
  one.occurred_at,
  0.5 * together.seconds / 3600 / (one.people - 1) as weight
from
  insight.session_stay as one
  join insight.session_stay as other
    on
      other.institution_id = one.institution_id
      and other.course_id = one.course_id
      and other.event_ref = one.event_ref
      and other.person_id > one.person_id
  cross join lateral (
    select
      case
        when one.came_at is not null and other.came_at is not null
          then date_part('epoch', least(one.left_at, other.left_at) - greatest(one.came_at, other.came_at))
        when coalesce(one.came_at, lower(one.intervals)) is null or coalesce(other.came_at, lower(other.intervals)) is null
          then least(one.seconds, other.seconds)
        else
          (
            select sum(date_part('epoch', upper(part) - lower(part)))
            from
              unnest(
                coalesce(one.intervals, tstzmultirange(tstzrange(one.came_at, one.left_at)))
                * coalesce(other.intervals, tstzmultirange(tstzrange(other.came_at, other.left_at)))
              ) as part
          )
      end as seconds
  ) as together
where together.seconds >= 300;

comment on view insight.tie is 'Tie events: who turned to whom, by what, when, how strongly. A live session gives one for every two who were there together.';
grant select on insight.tie to kith_etl, kith_app;
