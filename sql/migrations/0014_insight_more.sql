-- Every indicator, patterns, roster states, community health and alerts.
alter table insight.learner_week
add column indicators jsonb not null default '{}',
add column patterns jsonb not null default '{"now":{},"firing":[]}',
add column roster_state text;

comment on column insight.learner_week.indicators is 'Learner indicators by id: numbers or states; null where the minimum is not met.';
comment on column insight.learner_week.patterns is 'Named patterns: "now" says which rules hold this week, "firing" which are spoken of.';
comment on column insight.learner_week.roster_state is 'cannot_see, no_opportunity, never_started, reading_only, unanswered, one_way or connected; null: not enrolled this week.';

alter table insight.course_week
add column affordances jsonb not null default '{}',
add column health jsonb,
add column alert_list jsonb not null default '{"courseNotice":false,"listed":[],"waiting":0}';

comment on column insight.course_week.affordances is 'What the course lets people do, by name.';
comment on column insight.course_week.health is 'Community health: index, band, interval, themes, weakest, change; or why it is withheld.';
comment on column insight.course_week.alert_list is 'Whom this week listed, how many were left waiting, and whether one notice about the course replaced the list.';

create table insight.alert (
  institution_id bigint not null,
  course_id bigint not null,
  person_id bigint not null,
  type text not null,
  state text not null,
  first_week smallint not null,
  last_week smallint not null,
  band text,
  reasons jsonb not null,
  state_at timestamptz not null,
  state_by bigint,
  state_week smallint,
  snoozed_until_week smallint,
  note text,
  definition_version integer not null,
  constraint alert_pkey primary key (institution_id, course_id, person_id, type),
  constraint alert_state_check check (state in ('open', 'seen', 'acted', 'closed', 'snoozed', 'dismissed'))
);

comment on table insight.alert is 'One reason to look at one learner, with what staff made of it. Made by the computation, moved on by people.';
comment on column insight.alert.institution_id is 'Tenant. Leads every key; the distribution column on Citus.';
comment on column insight.alert.course_id is 'Course the row belongs to; the institution''s course "unassigned" where the source names none.';
comment on column insight.alert.person_id is 'Learner.';
comment on column insight.alert.type is 'told_us, never_started, gone_quiet, another pattern, or band.';
comment on column insight.alert.state is 'open, seen, acted, closed, snoozed or dismissed.';
comment on column insight.alert.first_week is 'Course week in which it was first listed.';
comment on column insight.alert.last_week is 'Course week in which it was last listed.';
comment on column insight.alert.band is 'Band when it was last listed.';
comment on column insight.alert.reasons is 'Patterns that fired when it was last listed.';
comment on column insight.alert.state_at is 'When the state was last set.';
comment on column insight.alert.state_by is 'Person who set it; null: Kith.';
comment on column insight.alert.state_week is 'Course week in which a person set it; a later listing opens it again.';
comment on column insight.alert.snoozed_until_week is 'Course week until which it stays quiet.';
comment on column insight.alert.note is 'Reason a person gave.';
comment on column insight.alert.definition_version is 'Version of the alert rule.';

create index alert_open on insight.alert (institution_id, course_id, last_week) where state in ('open', 'seen');

alter table insight.alert enable row level security;
alter table insight.alert force row level security;
create policy alert_etl on insight.alert to kith_etl using (true) with check (true);
grant select, insert, update, delete on insight.alert to kith_etl;
create policy alert_app on insight.alert for select to kith_app using (
  institution_id = (select nullif(current_setting('kith.institution', true), '')::bigint)
  and course_id = any ((select string_to_array(nullif(current_setting('kith.learner_courses', true), ''), ',')::bigint[])::bigint[])
);
grant select on insight.alert to kith_app;
