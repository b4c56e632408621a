-- What came of back-tests, for researchers: made by a command, which may read learners, for those who may not.
create table insight.backtest (
  institution_id bigint not null,
  digest text not null,
  known_then boolean not null,
  course_ids bigint[] not null,
  courses text[] not null,
  definitions jsonb not null,
  told jsonb not null,
  made_at timestamptz not null,
  constraint backtest_pkey primary key (institution_id, digest)
);

comment on table insight.backtest is 'What a back-test tells of courses that are over, through disclosure control already: figures, curves and pictures of them. No learner.';
comment on column insight.backtest.institution_id is 'Tenant. Leads every key; the distribution column on Citus.';
comment on column insight.backtest.digest is 'SHA-256 of the learner-weeks, of what each ranking said of them and of what came. The same digest, the same figures.';
comment on column insight.backtest.known_then is 'Whether only what had been loaded by then was used.';
comment on column insight.backtest.course_ids is 'Courses that were tested on.';
comment on column insight.backtest.courses is 'The same, as they were named at the command line.';
comment on column insight.backtest.definitions is 'Version of each definition that was tested: those that come with Kith.';
comment on column insight.backtest.told is 'Figures with intervals, labels, slices and pictures. Cells of few are null, and labels of few are not there.';
comment on column insight.backtest.made_at is 'When it was run.';

alter table insight.backtest enable row level security;
alter table insight.backtest force row level security;
create policy backtest_etl on insight.backtest to kith_etl using (true) with check (true);
grant select, insert, update, delete on insight.backtest to kith_etl;
-- For researchers, and only where they may see the aggregates of every course it was made from.
create policy backtest_app on insight.backtest for select to kith_app using (
  institution_id = (select nullif(current_setting('kith.institution', true), '')::bigint)
  and course_ids <@ (select string_to_array(nullif(current_setting('kith.aggregate_courses', true), ''), ',')::bigint[])
  and (select exists (select from ops.list_research_units ()))
);
grant select on insight.backtest to kith_app;
