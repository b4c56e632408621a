-- What is derived.
create table insight.definition (
  institution_id bigint not null,
  definition text not null,
  version integer not null,
  body jsonb not null,
  since timestamptz not null,
  constraint definition_pkey primary key (institution_id, definition, version)
);

comment on table insight.definition is 'Every version of every definition a stored value names: weights, clamps, thresholds.';
comment on column insight.definition.institution_id is 'Tenant. Leads every key; the distribution column on Citus.';
comment on column insight.definition.definition is 'isolation, presence_signal, ties …';
comment on column insight.definition.version is 'Version; a change of meaning is a new one.';
comment on column insight.definition.body is 'The configuration itself.';
comment on column insight.definition.since is 'In force from.';

alter table insight.definition enable row level security;
alter table insight.definition force row level security;
create policy definition_etl on insight.definition to kith_etl using (true) with check (true);
grant select, insert, update, delete on insight.definition to kith_etl;
create policy definition_app on insight.definition for select to kith_app using (
  institution_id = (select nullif(current_setting('kith.institution', true), '')::bigint)
);
grant select on insight.definition to kith_app;
create policy definition_research on insight.definition for select to kith_research using (
  institution_id = (select nullif(current_setting('kith.institution', true), '')::bigint)
);
grant select on insight.definition to kith_research;

create table insight.tie_event (
  institution_id bigint not null,
  course_id bigint not null,
  kind text not null,
  event_ref text not null,
  source_person_id bigint not null,
  target_person_id bigint not null,
  layer text not null,
  directed boolean not null,
  occurred_at timestamptz not null,
  weight double precision not null,
  constraint tie_event_pkey primary key (institution_id, course_id, kind, event_ref, source_person_id, target_person_id)
);

comment on table insight.tie_event is 'One tie event: who turned to whom, by what, when, how strongly. Rebuilt per course from current facts.';
comment on column insight.tie_event.institution_id is 'Tenant. Leads every key; the distribution column on Citus.';
comment on column insight.tie_event.course_id is 'Course the row belongs to; the institution''s course "unassigned" where the source names none.';
comment on column insight.tie_event.kind is 'reply, mention, reaction, live_session, breakout, group_work, peer_feedback, mentor_contact …';
comment on column insight.tie_event.event_ref is 'Fact it rests on: type:id.';
comment on column insight.tie_event.source_person_id is 'From; the lower id where undirected.';
comment on column insight.tie_event.target_person_id is 'To.';
comment on column insight.tie_event.layer is 'direct_peer, contact or staff.';
comment on column insight.tie_event.directed is 'Whether direction means something.';
comment on column insight.tie_event.occurred_at is 'When it counts from.';
comment on column insight.tie_event.weight is 'Reply equivalents before decay; 1.0 is one direct reply.';
create index tie_event_occurred on insight.tie_event (institution_id, course_id, occurred_at);

alter table insight.tie_event enable row level security;
alter table insight.tie_event force row level security;
create policy tie_event_etl on insight.tie_event to kith_etl using (true) with check (true);
grant select, insert, update, delete on insight.tie_event to kith_etl;
create policy tie_event_app on insight.tie_event for select to kith_app using (
  institution_id = (select nullif(current_setting('kith.institution', true), '')::bigint)
  and course_id = any ((select string_to_array(nullif(current_setting('kith.learner_courses', true), ''), ',')::bigint[])::bigint[])
);
grant select on insight.tie_event to kith_app;

create table insight.ambient_contact (
  institution_id bigint not null,
  course_id bigint not null,
  event_ref text not null,
  person_id bigint not null,
  occurred_at timestamptz not null,
  hours double precision not null,
  constraint ambient_contact_pkey primary key (institution_id, course_id, event_ref, person_id)
);

comment on table insight.ambient_contact is 'Time in sessions of more than 100 students: hours without pairs.';
comment on column insight.ambient_contact.institution_id is 'Tenant. Leads every key; the distribution column on Citus.';
comment on column insight.ambient_contact.course_id is 'Course the row belongs to; the institution''s course "unassigned" where the source names none.';
comment on column insight.ambient_contact.event_ref is 'Session it rests on.';
comment on column insight.ambient_contact.person_id is 'Who was there.';
comment on column insight.ambient_contact.occurred_at is 'End of the session.';
comment on column insight.ambient_contact.hours is 'Hours present.';

alter table insight.ambient_contact enable row level security;
alter table insight.ambient_contact force row level security;
create policy ambient_contact_etl on insight.ambient_contact to kith_etl using (true) with check (true);
grant select, insert, update, delete on insight.ambient_contact to kith_etl;
create policy ambient_contact_app on insight.ambient_contact for select to kith_app using (
  institution_id = (select nullif(current_setting('kith.institution', true), '')::bigint)
  and course_id = any ((select string_to_array(nullif(current_setting('kith.learner_courses', true), ''), ',')::bigint[])::bigint[])
);
grant select on insight.ambient_contact to kith_app;

create table insight.learner_week (
  institution_id bigint not null,
  course_id bigint not null,
  person_id bigint not null,
  week smallint not null,
  week_start date not null,
  as_of timestamptz not null,
  kind text not null,
  state text not null,
  score double precision,
  band text,
  trend text,
  coverage double precision,
  confidence double precision,
  weeks_observed smallint not null,
  contributions jsonb not null,
  signals jsonb not null,
  visibility jsonb not null,
  reasons jsonb not null,
  definition_version integer not null,
  computed_at timestamptz not null,
  constraint learner_week_pkey primary key (institution_id, course_id, person_id, week),
  constraint learner_week_state_check check ((state = 'scored') = (score is not null))
);

comment on table insight.learner_week is 'What Kith says of one learner in one course-week, with every part of the number.';
comment on column insight.learner_week.institution_id is 'Tenant. Leads every key; the distribution column on Citus.';
comment on column insight.learner_week.course_id is 'Course the row belongs to; the institution''s course "unassigned" where the source names none.';
comment on column insight.learner_week.person_id is 'Learner.';
comment on column insight.learner_week.week is 'Course week, from 1.';
comment on column insight.learner_week.week_start is 'Monday of the week.';
comment on column insight.learner_week.as_of is 'End of the week, exclusive: nothing later was used.';
comment on column insight.learner_week.kind is 'isolation, or presence_signal where there is no relational data.';
comment on column insight.learner_week.state is 'opted_out, not_enrolled, unseen, staff_unknown, not_enough_data or scored.';
comment on column insight.learner_week.score is '0 to 100, unrounded; null unless scored.';
comment on column insight.learner_week.band is 'connected, watch, elevated or high, after hysteresis.';
comment on column insight.learner_week.trend is 'worsening, improving or steady.';
comment on column insight.learner_week.coverage is 'Share of the score''s weights that could be seen.';
comment on column insight.learner_week.confidence is '0 to 1.';
comment on column insight.learner_week.weeks_observed is 'Complete weeks with data.';
comment on column insight.learner_week.contributions is 'Points per component; they sum to the score.';
comment on column insight.learner_week.signals is 'Own values, usual values, concerns and with whom the learner was compared.';
comment on column insight.learner_week.visibility is 'State per source (indicators §1.6).';
comment on column insight.learner_week.reasons is 'Ordered reasons with their counts, what would change the score, and what cannot be seen.';
comment on column insight.learner_week.definition_version is 'Version of the definition of that kind.';
comment on column insight.learner_week.computed_at is 'When.';
create index learner_week_week on insight.learner_week (institution_id, course_id, week);

alter table insight.learner_week enable row level security;
alter table insight.learner_week force row level security;
create policy learner_week_etl on insight.learner_week to kith_etl using (true) with check (true);
grant select, insert, update, delete on insight.learner_week to kith_etl;
create policy learner_week_app on insight.learner_week for select to kith_app using (
  institution_id = (select nullif(current_setting('kith.institution', true), '')::bigint)
  and course_id = any ((select string_to_array(nullif(current_setting('kith.learner_courses', true), ''), ',')::bigint[])::bigint[])
);
grant select on insight.learner_week to kith_app;

create table insight.course_week (
  institution_id bigint not null,
  course_id bigint not null,
  week smallint not null,
  week_start date not null,
  as_of timestamptz not null,
  learners integer not null,
  scored integer not null,
  indicators jsonb not null,
  reference jsonb not null,
  sources jsonb not null,
  notices jsonb not null,
  network jsonb not null,
  definition_version integer not null,
  computed_at timestamptz not null,
  constraint course_week_pkey primary key (institution_id, course_id, week)
);

comment on table insight.course_week is 'What Kith says of one course-week.';
comment on column insight.course_week.institution_id is 'Tenant. Leads every key; the distribution column on Citus.';
comment on column insight.course_week.course_id is 'Course the row belongs to; the institution''s course "unassigned" where the source names none.';
comment on column insight.course_week.week is 'Course week, from 1.';
comment on column insight.course_week.week_start is 'Monday of the week.';
comment on column insight.course_week.as_of is 'End of the week, exclusive.';
comment on column insight.course_week.learners is 'Learners enrolled.';
comment on column insight.course_week.scored is 'Learners with a score.';
comment on column insight.course_week.indicators is 'Course indicators; null where the minimum is not met.';
comment on column insight.course_week.reference is 'Usual values (tau), mu and size of the reference group, per opportunity group.';
comment on column insight.course_week.sources is 'Sources with freshness and coverage.';
comment on column insight.course_week.notices is 'Codes of what limits this week: no_staff, no_roster, assumed_start, no_forum …';
comment on column insight.course_week.network is 'Positions, kept still from week to week.';
comment on column insight.course_week.definition_version is 'Version of the definitions used.';
comment on column insight.course_week.computed_at is 'When.';

alter table insight.course_week enable row level security;
alter table insight.course_week force row level security;
create policy course_week_etl on insight.course_week to kith_etl using (true) with check (true);
grant select, insert, update, delete on insight.course_week to kith_etl;
create policy course_week_app on insight.course_week for select to kith_app using (
  institution_id = (select nullif(current_setting('kith.institution', true), '')::bigint)
  and (
    course_id = any ((select string_to_array(nullif(current_setting('kith.learner_courses', true), ''), ',')::bigint[])::bigint[])
    or course_id = any ((select string_to_array(nullif(current_setting('kith.aggregate_courses', true), ''), ',')::bigint[])::bigint[])
  )
);
grant select on insight.course_week to kith_app;
create policy course_week_research on insight.course_week for select to kith_research using (
  institution_id = (select nullif(current_setting('kith.institution', true), '')::bigint)
  and course_id = any ((select string_to_array(nullif(current_setting('kith.aggregate_courses', true), ''), ',')::bigint[])::bigint[])
);
grant select on insight.course_week to kith_research;

create table insight.computation (
  institution_id bigint not null,
  course_id bigint not null,
  computed_at timestamptz not null,
  through_run_id bigint,
  weeks smallint not null,
  error text,
  constraint computation_pkey primary key (institution_id, course_id)
);

comment on table insight.computation is 'When a course was last computed, from which loads, and what failed.';
comment on column insight.computation.institution_id is 'Tenant. Leads every key; the distribution column on Citus.';
comment on column insight.computation.course_id is 'Course the row belongs to; the institution''s course "unassigned" where the source names none.';
comment on column insight.computation.computed_at is 'End of the last computation.';
comment on column insight.computation.through_run_id is 'Newest load it saw.';
comment on column insight.computation.weeks is 'Weeks computed.';
comment on column insight.computation.error is 'Why it failed; null: it did not.';

alter table insight.computation enable row level security;
alter table insight.computation force row level security;
create policy computation_etl on insight.computation to kith_etl using (true) with check (true);
grant select, insert, update, delete on insight.computation to kith_etl;
create policy computation_app on insight.computation for select to kith_app using (
  institution_id = (select nullif(current_setting('kith.institution', true), '')::bigint)
  and (
    course_id = any ((select string_to_array(nullif(current_setting('kith.learner_courses', true), ''), ',')::bigint[])::bigint[])
    or course_id = any ((select string_to_array(nullif(current_setting('kith.aggregate_courses', true), ''), ',')::bigint[])::bigint[])
  )
);
grant select on insight.computation to kith_app;
