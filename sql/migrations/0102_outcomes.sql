-- Whether a contact helped: what became of similar learners whom the budget left out, one contact at a time and pooled.
alter table care.outcome
add column verdict text,
add column usual_change double precision,
add column compared_learners smallint,
add column difference double precision,
add column low double precision,
add column high double precision,
add column weighed_at timestamptz;

comment on column care.outcome.verdict is 'said or too_few; null: not weighed yet.';
comment on column care.outcome.usual_change is 'Mean change of the similar learners of the same course-week who were left out; null: nobody was similar.';
comment on column care.outcome.compared_learners is 'How many similar learners that is made of.';
comment on column care.outcome.difference is 'What the contact may have added, in effective peers; null: too few to say.';
comment on column care.outcome.low is 'Lower end of the interval for one learner.';
comment on column care.outcome.high is 'Upper end of it.';
comment on column care.outcome.weighed_at is 'When it was compared.';

create table care.effect (
  institution_id bigint not null,
  course_id bigint not null,
  template text not null,
  window_weeks smallint not null,
  verdict text not null,
  contacts integer not null,
  matched integer not null,
  learners integer not null,
  others integer not null,
  change_before double precision,
  usual_change double precision,
  difference double precision,
  low double precision,
  high double precision,
  confidence_level double precision not null,
  weighed_at timestamptz not null,
  constraint effect_pkey primary key (institution_id, course_id, template, window_weeks),
  constraint effect_verdict_check check (verdict in ('said', 'too_few'))
);

comment on table care.effect is 'Did it help, pooled over the contacts of a course: all of them, and those that began from one text.';
comment on column care.effect.institution_id is 'Tenant. Leads every key; the distribution column on Citus.';
comment on column care.effect.course_id is 'Course the row belongs to.';
comment on column care.effect.template is 'Text the contacts began from; empty: all contacts of the course.';
comment on column care.effect.window_weeks is 'After so many weeks: 2 or 4.';
comment on column care.effect.verdict is 'said, or too_few: too few contacts, too few similar learners, or nearly all were contacted.';
comment on column care.effect.contacts is 'Learner-weeks with a contact whose window is over.';
comment on column care.effect.matched is 'Those of them with somebody similar who was left out.';
comment on column care.effect.learners is 'Learners who were reached.';
comment on column care.effect.others is 'Learners they are compared with.';
comment on column care.effect.change_before is 'Mean change of those who were reached. Alone it misleads: whoever stands low tends to rise.';
comment on column care.effect.usual_change is 'Mean change of the similar learners who were left out.';
comment on column care.effect.difference is 'What one contact adds, in effective peers; null: too few to say.';
comment on column care.effect.low is 'Lower end of the interval, clustered by learner.';
comment on column care.effect.high is 'Upper end of it.';
comment on column care.effect.confidence_level is 'Level of the interval, 0.95.';
comment on column care.effect.weighed_at is 'When it was compared.';

alter table care.effect enable row level security;
alter table care.effect force row level security;
create policy effect_etl on care.effect to kith_etl using (true) with check (true);
grant select, insert, update, delete on care.effect to kith_etl;
create policy effect_app on care.effect for select to kith_app using (
  institution_id = (select nullif(current_setting('kith.institution', true), '')::bigint)
  and (course_id = any ((select string_to_array(nullif(current_setting('kith.learner_courses', true), ''), ',')::bigint[])::bigint[]))
);
grant select on care.effect to kith_app;
