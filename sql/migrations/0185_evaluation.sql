-- What came of the lists, for the page: worked out by the worker, who may read learners, for those who may not.
create table insight.evaluation (
  institution_id bigint not null,
  unit_id bigint not null,
  span text not null,
  term_id bigint,
  from_week date not null,
  to_week date not null,
  told jsonb not null,
  made_at timestamptz not null,
  constraint evaluation_pkey primary key (institution_id, unit_id, span)
);

comment on table insight.evaluation is 'What an evaluation tells of a part of the institution, through disclosure control already: the numbers of the printed one.';
comment on column insight.evaluation.institution_id is 'Tenant. Leads every key; the distribution column on Citus.';
comment on column insight.evaluation.unit_id is 'Node; 0: the whole institution.';
comment on column insight.evaluation.span is 'Which weeks: all, weeks-4, weeks-12 or term-<id>. There are no other ones: free spans could be taken from each other.';
comment on column insight.evaluation.term_id is 'The term; null: no term.';
comment on column insight.evaluation.from_week is 'Monday of its first week with numbers.';
comment on column insight.evaluation.to_week is 'Monday of its last week with numbers.';
comment on column insight.evaluation.told is 'Counts to the nearest five, shares with intervals, "suppressed" where few would be told of. No learner.';
comment on column insight.evaluation.made_at is 'When it was worked out.';

alter table insight.evaluation enable row level security;
alter table insight.evaluation force row level security;
create policy evaluation_etl on insight.evaluation to kith_etl using (true) with check (true);
grant select, insert, update, delete on insight.evaluation to kith_etl;
-- As of a node's weeks: whoever may see the aggregates of every course below it.
create policy evaluation_app on insight.evaluation for select to kith_app using (
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
grant select on insight.evaluation to kith_app;
