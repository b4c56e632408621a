-- Roll-ups: every course indicator and the health index of programmes, faculties and the institution, from pooled learners and posts.
create table insight.course_pool (
  institution_id bigint not null,
  course_id bigint not null,
  week_start date not null,
  week smallint not null,
  counts jsonb not null,
  pools jsonb not null,
  health_index double precision,
  constraint course_pool_pkey primary key (institution_id, course_id, week_start)
);

comment on table insight.course_pool is 'A course-week''s part of its programme''s numbers: sums that add up over courses. For Kith itself: cells may be small.';
comment on column insight.course_pool.institution_id is 'Tenant. Leads every key; the distribution column on Citus.';
comment on column insight.course_pool.course_id is 'Course the row belongs to; the institution''s course "unassigned" where the source names none.';
comment on column insight.course_pool.week_start is 'Monday of the week.';
comment on column insight.course_pool.week is 'Course week, from 1.';
comment on column insight.course_pool.counts is 'Courses (1), learners, by band and roster state, and what the interval needs.';
comment on column insight.course_pool.pools is 'By course indicator: the counts and sums its value is made of.';
comment on column insight.course_pool.health_index is 'The course''s own index, for the spread over courses; null: withheld.';

alter table insight.course_pool enable row level security;
alter table insight.course_pool force row level security;
create policy course_pool_etl on insight.course_pool to kith_etl using (true) with check (true);
grant select, insert, update, delete on insight.course_pool to kith_etl;

create table insight.roll_up_due (
  institution_id bigint not null,
  course_id bigint not null,
  week_start date not null,
  constraint roll_up_due_pkey primary key (institution_id, course_id, week_start)
);

comment on table insight.roll_up_due is 'Course-weeks whose part changed and that the nodes above have not taken up yet. Written with the course''s numbers, in one transaction.';
comment on column insight.roll_up_due.institution_id is 'Tenant. Leads every key; the distribution column on Citus.';
comment on column insight.roll_up_due.course_id is 'Course whose part changed.';
comment on column insight.roll_up_due.week_start is 'Monday of the week.';

alter table insight.roll_up_due enable row level security;
alter table insight.roll_up_due force row level security;
create policy roll_up_due_etl on insight.roll_up_due to kith_etl using (true) with check (true);
grant select, insert, update, delete on insight.roll_up_due to kith_etl;

create table insight.unit_course (
  institution_id bigint not null,
  unit_id bigint not null,
  course_id bigint not null,
  direct boolean not null,
  -- citus: by institution. A course lies below every node above it, and is asked for by node.
  constraint unit_course_pkey primary key (institution_id, unit_id, course_id)
);

comment on table insight.unit_course is 'Which courses lie below which node of the organisation tree, as the roll-ups have taken it up.';
comment on column insight.unit_course.institution_id is 'Tenant. Leads every key; the distribution column on Citus.';
comment on column insight.unit_course.unit_id is 'Node; 0: the whole institution.';
comment on column insight.unit_course.course_id is 'Course below it.';
comment on column insight.unit_course.direct is 'Whether it hangs there itself, not under a node further down.';

alter table insight.unit_course enable row level security;
alter table insight.unit_course force row level security;
create policy unit_course_etl on insight.unit_course to kith_etl using (true) with check (true);
grant select, insert, update, delete on insight.unit_course to kith_etl;
create policy unit_course_app on insight.unit_course for select to kith_app using (
  institution_id = (select nullif(current_setting('kith.institution', true), '')::bigint)
);
grant select on insight.unit_course to kith_app;
create policy unit_course_research on insight.unit_course for select to kith_research using (
  institution_id = (select nullif(current_setting('kith.institution', true), '')::bigint)
);
grant select on insight.unit_course to kith_research;

create table insight.unit_pool (
  institution_id bigint not null,
  unit_id bigint not null,
  week_start date not null,
  counts jsonb not null,
  pools jsonb not null,
  health_indexes double precision[] not null,
  constraint unit_pool_pkey primary key (institution_id, unit_id, week_start)
);

comment on table insight.unit_pool is 'The parts of all courses below a node, added up. For Kith itself: cells may be small.';
comment on column insight.unit_pool.institution_id is 'Tenant. Leads every key; the distribution column on Citus.';
comment on column insight.unit_pool.unit_id is 'Node; 0: the whole institution.';
comment on column insight.unit_pool.week_start is 'Monday of the week.';
comment on column insight.unit_pool.counts is 'As in insight.course_pool, added up.';
comment on column insight.unit_pool.pools is 'As in insight.course_pool, added up.';
comment on column insight.unit_pool.health_indexes is 'The indexes of the courses that have one.';

alter table insight.unit_pool enable row level security;
alter table insight.unit_pool force row level security;
create policy unit_pool_etl on insight.unit_pool to kith_etl using (true) with check (true);
grant select, insert, update, delete on insight.unit_pool to kith_etl;

create table insight.unit_week (
  institution_id bigint not null,
  unit_id bigint not null,
  week_start date not null,
  courses integer not null,
  learners integer not null,
  scored integer not null,
  staff integer not null,
  counts jsonb not null,
  indicators jsonb not null,
  health jsonb not null,
  definition_version integer not null,
  computed_at timestamptz not null,
  constraint unit_week_pkey primary key (institution_id, unit_id, week_start)
);

comment on table insight.unit_week is 'What Kith says of a programme, a faculty or the institution in one calendar week: recomputed from the learners and posts of all its courses, never a mean of their numbers.';
comment on column insight.unit_week.institution_id is 'Tenant. Leads every key; the distribution column on Citus.';
comment on column insight.unit_week.unit_id is 'Node; 0: the whole institution.';
comment on column insight.unit_week.week_start is 'Monday of the week.';
comment on column insight.unit_week.courses is 'Courses below it that have this week.';
comment on column insight.unit_week.learners is 'Learners enrolled; who takes two courses counts in both.';
comment on column insight.unit_week.scored is 'Of them with a score.';
comment on column insight.unit_week.staff is 'Different people who teach in these courses: where they are few, what is said about staff is about persons.';
comment on column insight.unit_week.counts is 'Learners by band ("band watch") and roster state ("state one_way").';
comment on column insight.unit_week.indicators is 'Course indicators by id; null where the minimum is not met.';
comment on column insight.unit_week.health is 'Index with themes, band, interval and change, as of a course-week, and the spread over courses.';
comment on column insight.unit_week.definition_version is 'Version of the health definition.';
comment on column insight.unit_week.computed_at is 'When.';

alter table insight.unit_week enable row level security;
alter table insight.unit_week force row level security;
create policy unit_week_etl on insight.unit_week to kith_etl using (true) with check (true);
grant select, insert, update, delete on insight.unit_week to kith_etl;
-- Whoever may see the aggregates of every course below a node may see the node's.
create policy unit_week_app on insight.unit_week for select to kith_app using (
  institution_id = (select nullif(current_setting('kith.institution', true), '')::bigint)
  and unit_id in (
    select below.unit_id
    from insight.unit_course as below
    left join unnest((select string_to_array(nullif(current_setting('kith.aggregate_courses', true), ''), ',')::bigint[])) as seen (course_id)
      on seen.course_id = below.course_id
    where below.institution_id = (select nullif(current_setting('kith.institution', true), '')::bigint)
    group by below.unit_id
    having count(*) = count(seen.course_id)
  )
);
grant select on insight.unit_week to kith_app;
create policy unit_week_research on insight.unit_week for select to kith_research using (
  institution_id = (select nullif(current_setting('kith.institution', true), '')::bigint)
  and unit_id in (
    select below.unit_id
    from insight.unit_course as below
    left join unnest((select string_to_array(nullif(current_setting('kith.aggregate_courses', true), ''), ',')::bigint[])) as seen (course_id)
      on seen.course_id = below.course_id
    where below.institution_id = (select nullif(current_setting('kith.institution', true), '')::bigint)
    group by below.unit_id
    having count(*) = count(seen.course_id)
  )
);
grant select on insight.unit_week to kith_research;
