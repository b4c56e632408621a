-- Who opted out of analytics: gone from every list, picture and evidence, of every week, for every reader.
create table core.opted_out (
  institution_id bigint not null,
  person_id bigint not null,
  course_id bigint not null,
  -- citus: by institution. One who opted out everywhere has no course.
  constraint opted_out_pkey primary key (institution_id, person_id, course_id)
);

comment on table core.opted_out is 'People whose last word on analytics is no. Made anew by every load that brings consents or people.';
comment on column core.opted_out.institution_id is 'Tenant. Leads every key; the distribution column on Citus.';
comment on column core.opted_out.person_id is 'Person.';
comment on column core.opted_out.course_id is 'Course they said it of; 0: everywhere.';

alter table core.opted_out enable row level security;
alter table core.opted_out force row level security;
create policy opted_out_etl on core.opted_out to kith_etl using (true) with check (true);
grant select, insert, update, delete on core.opted_out to kith_etl;
create policy opted_out_app on core.opted_out for select to kith_app using (
  institution_id = (select nullif(current_setting('kith.institution', true), '')::bigint)
);
grant select on core.opted_out to kith_app;

insert into core.opted_out (institution_id, person_id, course_id)
select last.institution_id, last.person_id, last.course_id
from
  (
    select distinct on (c.institution_id, a.person_id, place.kind = 'unassigned', c.course_id)
      c.institution_id,
      a.person_id,
      case
        when place.kind = 'unassigned' then 0
        else c.course_id
      end as course_id,
      c.granted
    from
      core.consent as c
      join core.course as place on place.institution_id = c.institution_id and place.course_id = c.course_id
      join core.account as a on a.institution_id = c.institution_id and a.account_id = c.account_id
    where
      c.purpose = 'analytics'
      and c.superseded_at is null
    order by
      c.institution_id,
      a.person_id,
      place.kind = 'unassigned',
      c.course_id,
      c.occurred_at desc,
      c.granted
  ) as last
where
  not last.granted;

-- Restrictive: whatever another policy allows, these take away.
create policy learner_week_opted_out on insight.learner_week as restrictive for select to kith_app using (
  not exists (
    select from core.opted_out as o
    where o.institution_id = learner_week.institution_id and o.person_id = learner_week.person_id
      and o.course_id in (0, learner_week.course_id)
  )
);
create policy alert_opted_out on insight.alert as restrictive for select to kith_app using (
  not exists (
    select from core.opted_out as o where o.institution_id = alert.institution_id and o.person_id = alert.person_id
      and o.course_id in (0, alert.course_id)
  )
);
create policy tie_event_opted_out on insight.tie_event as restrictive for select to kith_app using (
  not exists (
    select from core.opted_out as o
    where o.institution_id = tie_event.institution_id
      and o.person_id in (tie_event.source_person_id, tie_event.target_person_id)
      and o.course_id in (0, tie_event.course_id)
  )
);
create policy ambient_contact_opted_out on insight.ambient_contact as restrictive for select to kith_app using (
  not exists (
    select from core.opted_out as o
    where o.institution_id = ambient_contact.institution_id and o.person_id = ambient_contact.person_id
      and o.course_id in (0, ambient_contact.course_id)
  )
);
-- A name too, but one's own.
create policy person_opted_out on identity.person as restrictive for select to kith_app using (
  person_id = (select nullif(current_setting('kith.person', true), '')::bigint)
  or not exists (
    select from core.opted_out as o where o.institution_id = person.institution_id and o.person_id = person.person_id and o.course_id = 0
  )
);
