-- What course-weeks say of saved cohorts: sums that add up over courses, for the learners on whom a cohort's figures rest.
create table insight.cohort_pool (
  institution_id bigint not null,
  course_id bigint not null,
  cohort_id bigint not null,
  week smallint not null,
  people integer not null,
  pools jsonb not null,
  constraint cohort_pool_pkey primary key (institution_id, course_id, cohort_id, week)
);

comment on table insight.cohort_pool is 'A course-week''s part of a cohort''s numbers: sums that add up over courses. For Kith itself: cells may be small.';
comment on column insight.cohort_pool.institution_id is 'Tenant. Leads every key; the distribution column on Citus.';
comment on column insight.cohort_pool.course_id is 'Course the row belongs to.';
comment on column insight.cohort_pool.cohort_id is 'Cohort.';
comment on column insight.cohort_pool.week is 'Course week, from 1.';
comment on column insight.cohort_pool.people is 'Learners of the cohort who are in the class at the end of the week.';
comment on column insight.cohort_pool.pools is 'By course indicator that pools over learners: the counts and sums its value is made of.';

alter table insight.cohort_pool enable row level security;
alter table insight.cohort_pool force row level security;
create policy cohort_pool_etl on insight.cohort_pool to kith_etl using (true) with check (true);
grant select, insert, update, delete on insight.cohort_pool to kith_etl;

comment on column insight.cohort.figures is 'What is told: curves and indicators by course week and changes of membership, all without few people. Null unless shown.';

-- What was told before says nothing of who came and went by reason yet, and is looked at again.
update insight.cohort
set
  figures = figures || '{"history": []}',
  counted_at = null
where
  figures is not null;
