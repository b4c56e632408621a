-- What a course says about its instructors (e-immediacy) is for those who teach it; beyond them it is only pooled.
create table insight.course_immediacy (
  institution_id bigint not null,
  course_id bigint not null,
  week smallint not null,
  indicators jsonb not null,
  health jsonb not null,
  constraint course_immediacy_pkey primary key (institution_id, course_id, week)
);

comment on table insight.course_immediacy is 'The part of a course-week that is about who teaches it: for them, and for nobody beyond.';
comment on column insight.course_immediacy.institution_id is 'Tenant. Leads every key; the distribution column on Citus.';
comment on column insight.course_immediacy.course_id is 'Course the row belongs to.';
comment on column insight.course_immediacy.week is 'Course week, from 1.';
comment on column insight.course_immediacy.indicators is 'Course indicators of the theme e-immediacy, by id.';
comment on column insight.course_immediacy.health is 'The health index with all its themes.';

alter table insight.course_immediacy enable row level security;
alter table insight.course_immediacy force row level security;
create policy course_immediacy_etl on insight.course_immediacy to kith_etl using (true) with check (true);
grant select, insert, update, delete on insight.course_immediacy to kith_etl;
create policy course_immediacy_app on insight.course_immediacy for select to kith_app using (
  institution_id = (select nullif(current_setting('kith.institution', true), '')::bigint)
  and course_id = any ((select string_to_array(nullif(current_setting('kith.learner_courses', true), ''), ',')::bigint[])::bigint[])
);
grant select on insight.course_immediacy to kith_app;

comment on column insight.course_week.indicators is 'Course indicators by id, without those of e-immediacy; null where the minimum is not met.';
comment on column insight.course_week.health is 'Index with themes, band, interval and change, without the theme e-immediacy; or why there is none.';
comment on column insight.course_pool.health_index is 'The course''s own index without e-immediacy, for the spread over courses; null: withheld.';

alter table insight.unit_week add column immediacy boolean not null default false;
comment on column insight.unit_week.immediacy is 'Whether e-immediacy is in its numbers: pooled over at least five instructors, also what is left when nodes below it are taken away.';

-- Weeks that are stored tell of e-immediacy and have no second index yet: all of them are computed again.
insert into insight.course_immediacy (institution_id, course_id, week, indicators, health)
select
  institution_id,
  course_id,
  week,
  '{}',
  health
from insight.course_week;

update insight.course_week
set
  indicators = '{}',
  health = jsonb_build_object('withheld', 'too_little_seen', 'coverage', 0, 'version', health -> 'version');

update insight.computation
set inputs = null;

update insight.unit_week
set
  indicators = '{}',
  health = jsonb_build_object('withheld', 'too_little_seen', 'coverage', 0, 'version', health -> 'version');

insert into ops.dirty_week (institution_id, course_id, week_start, since)
select
  institution_id,
  course_id,
  week_start,
  transaction_timestamp()
from insight.course_week
on conflict (institution_id, course_id, week_start) do nothing;
