-- What was tried with a course as a whole, so that it stands beside what came after.
create table care.course_step (
  institution_id bigint not null,
  course_id bigint not null,
  step_id bigint generated always as identity,
  step text not null,
  theme text not null,
  on_day date not null,
  by_person_id bigint not null,
  noted_at timestamptz not null,
  remark text,
  withdrawn_at timestamptz,
  constraint course_step_pkey primary key (institution_id, course_id, step_id)
);

comment on table care.course_step is 'That something was tried with a course as a whole: groups mixed, an informal space opened, a rota for answers …';
comment on column care.course_step.institution_id is 'Tenant. Leads every key; the distribution column on Citus.';
comment on column care.course_step.course_id is 'Course the row belongs to.';
comment on column care.course_step.step_id is 'Id.';
comment on column care.course_step.step is 'Key of the step, or own: something else, said in the remark.';
comment on column care.course_step.theme is 'Theme of community health it is meant for: VC, CO, EC, EI, CF or TA.';
comment on column care.course_step.on_day is 'Day it was done.';
comment on column care.course_step.by_person_id is 'Who did it.';
comment on column care.course_step.noted_at is 'When it was noted.';
comment on column care.course_step.remark is 'One line about it.';
comment on column care.course_step.withdrawn_at is 'When it was taken back.';

alter table care.course_step enable row level security;
alter table care.course_step force row level security;
create policy course_step_etl on care.course_step to kith_etl using (true) with check (true);
grant select, insert, update, delete on care.course_step to kith_etl;
create policy course_step_app_read on care.course_step for select to kith_app using (
  institution_id = (select nullif(current_setting('kith.institution', true), '')::bigint)
  and (course_id = any ((select string_to_array(nullif(current_setting('kith.learner_courses', true), ''), ',')::bigint[])::bigint[]))
);
create policy course_step_app_add on care.course_step for insert to kith_app with check (
  institution_id = (select nullif(current_setting('kith.institution', true), '')::bigint)
  and (by_person_id = (select nullif(current_setting('kith.person', true), '')::bigint)
    and course_id = any ((select string_to_array(nullif(current_setting('kith.learner_courses', true), ''), ',')::bigint[])::bigint[]))
);
create policy course_step_app_change on care.course_step for update to kith_app using (
  institution_id = (select nullif(current_setting('kith.institution', true), '')::bigint)
  and (by_person_id = (select nullif(current_setting('kith.person', true), '')::bigint)
    and course_id = any ((select string_to_array(nullif(current_setting('kith.learner_courses', true), ''), ',')::bigint[])::bigint[]))
);
grant select, insert on care.course_step to kith_app;
grant update (withdrawn_at) on care.course_step to kith_app;
