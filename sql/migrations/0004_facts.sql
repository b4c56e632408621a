-- The canonical facts. Every row is one version of one record; superseded_at null is the current one.
create table core.enrolment (
  institution_id bigint not null,
  course_id bigint not null,
  enrolment_id bigint generated always as identity,
  source_id bigint not null,
  run_id bigint not null,
  ingested_at timestamptz not null,
  superseded_at timestamptz,
  account_id bigint not null,
  role text not null,
  role_raw text,
  section text,
  valid_from timestamptz,
  valid_to timestamptz,
  status text not null,
  constraint enrolment_pkey primary key (institution_id, course_id, enrolment_id)
);

comment on table core.enrolment is 'Who belongs to a course, in which role, from when to when.';
comment on column core.enrolment.institution_id is 'Tenant. Leads every key; the distribution column on Citus.';
comment on column core.enrolment.course_id is 'Course the row belongs to; the institution''s course "unassigned" where the source names none.';
comment on column core.enrolment.enrolment_id is 'Id of this version of the fact.';
comment on column core.enrolment.source_id is 'Configured source that said it.';
comment on column core.enrolment.run_id is 'Load that brought this version.';
comment on column core.enrolment.ingested_at is 'When this version became visible; with superseded_at it answers "as known then".';
comment on column core.enrolment.superseded_at is 'When a newer version, a move or a deletion replaced it; null: current.';
comment on column core.enrolment.account_id is 'Who.';
comment on column core.enrolment.role is 'learner, teacher, assistant, mentor, observer, admin or other.';
comment on column core.enrolment.role_raw is 'Role as the source writes it.';
comment on column core.enrolment.section is 'Section.';
comment on column core.enrolment.valid_from is 'First instant.';
comment on column core.enrolment.valid_to is 'End, exclusive.';
comment on column core.enrolment.status is 'active, inactive, suspended, withdrawn or completed.';
create index enrolment_account on core.enrolment (institution_id, course_id, account_id) where superseded_at is null;

alter table core.enrolment enable row level security;
alter table core.enrolment force row level security;
create policy enrolment_etl on core.enrolment to kith_etl using (true) with check (true);
grant select, insert, update, delete on core.enrolment to kith_etl;
create policy enrolment_app on core.enrolment for select to kith_app using (
  institution_id = (select nullif(current_setting('kith.institution', true), '')::bigint)
  and course_id = any ((select string_to_array(nullif(current_setting('kith.learner_courses', true), ''), ',')::bigint[])::bigint[])
);
grant select on core.enrolment to kith_app;
create table core.relation (
  institution_id bigint not null,
  relation_id bigint generated always as identity,
  source_id bigint not null,
  run_id bigint not null,
  ingested_at timestamptz not null,
  superseded_at timestamptz,
  observer_account_id bigint not null,
  learner_account_id bigint not null,
  kind text not null,
  consent boolean,
  valid_from timestamptz,
  valid_to timestamptz,
  constraint relation_pkey primary key (institution_id, relation_id)
);

comment on table core.relation is 'A parent, guardian, advisor, mentor or auditor who may follow a learner. Never a tie.';
comment on column core.relation.institution_id is 'Tenant. Leads every key; the distribution column on Citus.';
comment on column core.relation.relation_id is 'Id of this version of the fact.';
comment on column core.relation.source_id is 'Configured source that said it.';
comment on column core.relation.run_id is 'Load that brought this version.';
comment on column core.relation.ingested_at is 'When this version became visible; with superseded_at it answers "as known then".';
comment on column core.relation.superseded_at is 'When a newer version, a move or a deletion replaced it; null: current.';
comment on column core.relation.observer_account_id is 'Who follows.';
comment on column core.relation.learner_account_id is 'Who is followed.';
comment on column core.relation.kind is 'parent, guardian, advisor, mentor or auditor.';
comment on column core.relation.consent is 'Whether the learner agreed.';
comment on column core.relation.valid_from is 'First instant.';
comment on column core.relation.valid_to is 'End, exclusive.';
create index relation_learner on core.relation (institution_id, learner_account_id) where superseded_at is null;

alter table core.relation enable row level security;
alter table core.relation force row level security;
create policy relation_etl on core.relation to kith_etl using (true) with check (true);
grant select, insert, update, delete on core.relation to kith_etl;
create policy relation_app on core.relation for select to kith_app using (
  institution_id = (select nullif(current_setting('kith.institution', true), '')::bigint)
  and (select current_setting('kith.steward', true)) = 'on'
);
grant select on core.relation to kith_app;
create table core.space (
  institution_id bigint not null,
  course_id bigint not null,
  space_id bigint generated always as identity,
  source_id bigint not null,
  run_id bigint not null,
  ingested_at timestamptz not null,
  superseded_at timestamptz,
  key text not null,
  parent_key text,
  kind text not null,
  formality text not null,
  visibility text not null,
  group_key text,
  title text,
  url text,
  staff_only boolean not null,
  constraint space_pkey primary key (institution_id, course_id, space_id)
);

comment on table core.space is 'A place to talk.';
comment on column core.space.institution_id is 'Tenant. Leads every key; the distribution column on Citus.';
comment on column core.space.course_id is 'Course the row belongs to; the institution''s course "unassigned" where the source names none.';
comment on column core.space.space_id is 'Id of this version of the fact.';
comment on column core.space.source_id is 'Configured source that said it.';
comment on column core.space.run_id is 'Load that brought this version.';
comment on column core.space.ingested_at is 'When this version became visible; with superseded_at it answers "as known then".';
comment on column core.space.superseded_at is 'When a newer version, a move or a deletion replaced it; null: current.';
comment on column core.space.key is 'Key in the source.';
comment on column core.space.parent_key is 'Space it is part of.';
comment on column core.space.kind is 'forum, channel, topic, dm, chat, qna, whiteboard or notes.';
comment on column core.space.formality is 'academic, informal or unknown, as the source or the staff say.';
comment on column core.space.visibility is 'course, group, private or public.';
comment on column core.space.group_key is 'Group it belongs to.';
comment on column core.space.title is 'Title.';
comment on column core.space.url is 'Address.';
comment on column core.space.staff_only is 'Whether only staff write there.';
create index space_key on core.space (institution_id, course_id, source_id, key) where superseded_at is null;

alter table core.space enable row level security;
alter table core.space force row level security;
create policy space_etl on core.space to kith_etl using (true) with check (true);
grant select, insert, update, delete on core.space to kith_etl;
create policy space_app on core.space for select to kith_app using (
  institution_id = (select nullif(current_setting('kith.institution', true), '')::bigint)
  and course_id = any ((select string_to_array(nullif(current_setting('kith.learner_courses', true), ''), ',')::bigint[])::bigint[])
);
grant select on core.space to kith_app;
create table core.post (
  institution_id bigint not null,
  course_id bigint not null,
  post_id bigint generated always as identity,
  source_id bigint not null,
  run_id bigint not null,
  ingested_at timestamptz not null,
  superseded_at timestamptz,
  key text not null,
  space_key text,
  thread_key text not null,
  parent_key text,
  author_account_id bigint,
  addressee_account_id bigint,
  anonymity text not null,
  kind text not null,
  reply_inference text not null,
  occurred_at timestamptz not null,
  edited_at timestamptz,
  deleted_at timestamptz,
  visibility text not null,
  is_staff_at_time boolean,
  endorsed boolean,
  accepted boolean,
  words integer,
  chars integer,
  has_question boolean,
  co_author_account_ids bigint[] not null,
  mention_account_ids bigint[] not null,
  quoted_keys text[] not null,
  session_key text,
  title text,
  url text,
  body text,
  constraint post_pkey primary key (institution_id, course_id, post_id),
  constraint post_anonymity_check check (anonymity <> 'all' or author_account_id is null)
);

comment on table core.post is 'One contribution to a thread, without its text.';
comment on column core.post.institution_id is 'Tenant. Leads every key; the distribution column on Citus.';
comment on column core.post.course_id is 'Course the row belongs to; the institution''s course "unassigned" where the source names none.';
comment on column core.post.post_id is 'Id of this version of the fact.';
comment on column core.post.source_id is 'Configured source that said it.';
comment on column core.post.run_id is 'Load that brought this version.';
comment on column core.post.ingested_at is 'When this version became visible; with superseded_at it answers "as known then".';
comment on column core.post.superseded_at is 'When a newer version, a move or a deletion replaced it; null: current.';
comment on column core.post.key is 'Key in the source.';
comment on column core.post.space_key is 'Space.';
comment on column core.post.thread_key is 'Thread.';
comment on column core.post.parent_key is 'Post it answers, as the source states it.';
comment on column core.post.author_account_id is 'Author; null where anonymous to all.';
comment on column core.post.addressee_account_id is 'Person answered, where the source names a person and no post.';
comment on column core.post.anonymity is 'none, peers or all.';
comment on column core.post.kind is 'thread, reply, comment, answer, note, chat or announcement.';
comment on column core.post.reply_inference is 'How the parent is known.';
comment on column core.post.occurred_at is 'When it was written.';
comment on column core.post.edited_at is 'When it was edited.';
comment on column core.post.deleted_at is 'When it was taken back; its structure stays.';
comment on column core.post.visibility is 'course, group, private or public.';
comment on column core.post.is_staff_at_time is 'Whether the source says the author was staff then.';
comment on column core.post.endorsed is 'Endorsed by staff.';
comment on column core.post.accepted is 'Accepted as the answer.';
comment on column core.post.words is 'Words.';
comment on column core.post.chars is 'Characters.';
comment on column core.post.has_question is 'Whether it holds a question mark.';
comment on column core.post.co_author_account_ids is 'Co-authors of a shared post.';
comment on column core.post.mention_account_ids is 'People mentioned.';
comment on column core.post.quoted_keys is 'Posts quoted.';
comment on column core.post.session_key is 'Session it was written in.';
comment on column core.post.title is 'Title, where titles are kept.';
comment on column core.post.url is 'Address.';
comment on column core.post.body is 'Text, only where the deployment switched bodies on.';
create index post_key on core.post (institution_id, course_id, source_id, key) where superseded_at is null;
create index post_thread on core.post (institution_id, course_id, source_id, thread_key) where superseded_at is null;
create index post_author on core.post (institution_id, course_id, author_account_id, occurred_at) where superseded_at is null;
create index post_occurred on core.post (institution_id, course_id, occurred_at) where superseded_at is null;

alter table core.post enable row level security;
alter table core.post force row level security;
create policy post_etl on core.post to kith_etl using (true) with check (true);
grant select, insert, update, delete on core.post to kith_etl;
create policy post_app on core.post for select to kith_app using (
  institution_id = (select nullif(current_setting('kith.institution', true), '')::bigint)
  and course_id = any ((select string_to_array(nullif(current_setting('kith.learner_courses', true), ''), ',')::bigint[])::bigint[])
);
grant select on core.post to kith_app;
create table core.reaction (
  institution_id bigint not null,
  course_id bigint not null,
  reaction_id bigint generated always as identity,
  source_id bigint not null,
  run_id bigint not null,
  ingested_at timestamptz not null,
  superseded_at timestamptz,
  post_key text not null,
  account_id bigint,
  kind text not null,
  occurred_at timestamptz,
  count integer,
  constraint reaction_pkey primary key (institution_id, course_id, reaction_id)
);

comment on table core.reaction is 'A like, vote, flag, star or read mark on a post.';
comment on column core.reaction.institution_id is 'Tenant. Leads every key; the distribution column on Citus.';
comment on column core.reaction.course_id is 'Course the row belongs to; the institution''s course "unassigned" where the source names none.';
comment on column core.reaction.reaction_id is 'Id of this version of the fact.';
comment on column core.reaction.source_id is 'Configured source that said it.';
comment on column core.reaction.run_id is 'Load that brought this version.';
comment on column core.reaction.ingested_at is 'When this version became visible; with superseded_at it answers "as known then".';
comment on column core.reaction.superseded_at is 'When a newer version, a move or a deletion replaced it; null: current.';
comment on column core.reaction.post_key is 'Post.';
comment on column core.reaction.account_id is 'Who; null where the source only counts.';
comment on column core.reaction.kind is 'like, upvote, downvote, emoji, follow, flag, read or star.';
comment on column core.reaction.occurred_at is 'When.';
comment on column core.reaction.count is 'How many, where voters are not named.';
create index reaction_post on core.reaction (institution_id, course_id, source_id, post_key) where superseded_at is null;
create index reaction_occurred on core.reaction (institution_id, course_id, occurred_at) where superseded_at is null;

alter table core.reaction enable row level security;
alter table core.reaction force row level security;
create policy reaction_etl on core.reaction to kith_etl using (true) with check (true);
grant select, insert, update, delete on core.reaction to kith_etl;
create policy reaction_app on core.reaction for select to kith_app using (
  institution_id = (select nullif(current_setting('kith.institution', true), '')::bigint)
  and course_id = any ((select string_to_array(nullif(current_setting('kith.learner_courses', true), ''), ',')::bigint[])::bigint[])
);
grant select on core.reaction to kith_app;
create table core.session (
  institution_id bigint not null,
  course_id bigint not null,
  session_id bigint generated always as identity,
  source_id bigint not null,
  run_id bigint not null,
  ingested_at timestamptz not null,
  superseded_at timestamptz,
  key text not null,
  parent_key text,
  group_key text,
  kind text not null,
  title text,
  occurred_at timestamptz not null,
  ends_at timestamptz,
  cancelled boolean not null,
  mandatory boolean,
  host_account_id bigint,
  location_mode text,
  url text,
  constraint session_pkey primary key (institution_id, course_id, session_id)
);

comment on table core.session is 'Time people could spend together.';
comment on column core.session.institution_id is 'Tenant. Leads every key; the distribution column on Citus.';
comment on column core.session.course_id is 'Course the row belongs to; the institution''s course "unassigned" where the source names none.';
comment on column core.session.session_id is 'Id of this version of the fact.';
comment on column core.session.source_id is 'Configured source that said it.';
comment on column core.session.run_id is 'Load that brought this version.';
comment on column core.session.ingested_at is 'When this version became visible; with superseded_at it answers "as known then".';
comment on column core.session.superseded_at is 'When a newer version, a move or a deletion replaced it; null: current.';
comment on column core.session.key is 'Key in the source.';
comment on column core.session.parent_key is 'Session it is a breakout of.';
comment on column core.session.group_key is 'Group it was for.';
comment on column core.session.kind is 'class, webinar, breakout, office_hours, study_group, peer_session or informal.';
comment on column core.session.title is 'Title.';
comment on column core.session.occurred_at is 'Planned start.';
comment on column core.session.ends_at is 'Planned end.';
comment on column core.session.cancelled is 'Whether it did not take place.';
comment on column core.session.mandatory is 'Whether attendance was asked.';
comment on column core.session.host_account_id is 'Host.';
comment on column core.session.location_mode is 'online, onsite or hybrid.';
comment on column core.session.url is 'Address.';
create index session_key on core.session (institution_id, course_id, source_id, key) where superseded_at is null;
create index session_occurred on core.session (institution_id, course_id, occurred_at) where superseded_at is null;

alter table core.session enable row level security;
alter table core.session force row level security;
create policy session_etl on core.session to kith_etl using (true) with check (true);
grant select, insert, update, delete on core.session to kith_etl;
create policy session_app on core.session for select to kith_app using (
  institution_id = (select nullif(current_setting('kith.institution', true), '')::bigint)
  and course_id = any ((select string_to_array(nullif(current_setting('kith.learner_courses', true), ''), ',')::bigint[])::bigint[])
);
grant select on core.session to kith_app;
create table core.presence (
  institution_id bigint not null,
  course_id bigint not null,
  presence_id bigint generated always as identity,
  source_id bigint not null,
  run_id bigint not null,
  ingested_at timestamptz not null,
  superseded_at timestamptz,
  session_key text not null,
  account_id bigint,
  precision text not null,
  status text not null,
  occurred_at timestamptz,
  leave_at timestamptz,
  seconds double precision,
  role text,
  constraint presence_pkey primary key (institution_id, course_id, presence_id)
);

comment on table core.presence is 'One person in one session: an interval, a summary or a mark.';
comment on column core.presence.institution_id is 'Tenant. Leads every key; the distribution column on Citus.';
comment on column core.presence.course_id is 'Course the row belongs to; the institution''s course "unassigned" where the source names none.';
comment on column core.presence.presence_id is 'Id of this version of the fact.';
comment on column core.presence.source_id is 'Configured source that said it.';
comment on column core.presence.run_id is 'Load that brought this version.';
comment on column core.presence.ingested_at is 'When this version became visible; with superseded_at it answers "as known then".';
comment on column core.presence.superseded_at is 'When a newer version, a move or a deletion replaced it; null: current.';
comment on column core.presence.session_key is 'Session.';
comment on column core.presence.account_id is 'Who; null where the report hides it.';
comment on column core.presence.precision is 'interval, summary or mark.';
comment on column core.presence.status is 'present, late, absent, excused, remote, watched_recording, waiting or unknown.';
comment on column core.presence.occurred_at is 'Join, where known.';
comment on column core.presence.leave_at is 'Leave, where known.';
comment on column core.presence.seconds is 'Seconds present, where the source totals them.';
comment on column core.presence.role is 'Role as the report writes it; never evidence of staff.';
create index presence_session on core.presence (institution_id, course_id, source_id, session_key) where superseded_at is null;
create index presence_account on core.presence (institution_id, course_id, account_id) where superseded_at is null;

alter table core.presence enable row level security;
alter table core.presence force row level security;
create policy presence_etl on core.presence to kith_etl using (true) with check (true);
grant select, insert, update, delete on core.presence to kith_etl;
create policy presence_app on core.presence for select to kith_app using (
  institution_id = (select nullif(current_setting('kith.institution', true), '')::bigint)
  and course_id = any ((select string_to_array(nullif(current_setting('kith.learner_courses', true), ''), ',')::bigint[])::bigint[])
);
grant select on core.presence to kith_app;
create table core.course_group (
  institution_id bigint not null,
  course_id bigint not null,
  course_group_id bigint generated always as identity,
  source_id bigint not null,
  run_id bigint not null,
  ingested_at timestamptz not null,
  superseded_at timestamptz,
  key text not null,
  kind text not null,
  set_name text,
  title text,
  valid_from timestamptz,
  valid_to timestamptz,
  constraint course_group_pkey primary key (institution_id, course_id, course_group_id)
);

comment on table core.course_group is 'A project, study or tutorial group, cohort or team.';
comment on column core.course_group.institution_id is 'Tenant. Leads every key; the distribution column on Citus.';
comment on column core.course_group.course_id is 'Course the row belongs to; the institution''s course "unassigned" where the source names none.';
comment on column core.course_group.course_group_id is 'Id of this version of the fact.';
comment on column core.course_group.source_id is 'Configured source that said it.';
comment on column core.course_group.run_id is 'Load that brought this version.';
comment on column core.course_group.ingested_at is 'When this version became visible; with superseded_at it answers "as known then".';
comment on column core.course_group.superseded_at is 'When a newer version, a move or a deletion replaced it; null: current.';
comment on column core.course_group.key is 'Key in the source.';
comment on column core.course_group.kind is 'project, study, cohort, team, tutorial or section.';
comment on column core.course_group.set_name is 'Group set.';
comment on column core.course_group.title is 'Name.';
comment on column core.course_group.valid_from is 'First instant.';
comment on column core.course_group.valid_to is 'End, exclusive.';
create index course_group_key on core.course_group (institution_id, course_id, source_id, key) where superseded_at is null;

alter table core.course_group enable row level security;
alter table core.course_group force row level security;
create policy course_group_etl on core.course_group to kith_etl using (true) with check (true);
grant select, insert, update, delete on core.course_group to kith_etl;
create policy course_group_app on core.course_group for select to kith_app using (
  institution_id = (select nullif(current_setting('kith.institution', true), '')::bigint)
  and course_id = any ((select string_to_array(nullif(current_setting('kith.learner_courses', true), ''), ',')::bigint[])::bigint[])
);
grant select on core.course_group to kith_app;
create table core.membership (
  institution_id bigint not null,
  course_id bigint not null,
  membership_id bigint generated always as identity,
  source_id bigint not null,
  run_id bigint not null,
  ingested_at timestamptz not null,
  superseded_at timestamptz,
  group_key text not null,
  account_id bigint not null,
  role text,
  valid_from timestamptz,
  valid_to timestamptz,
  constraint membership_pkey primary key (institution_id, course_id, membership_id)
);

comment on table core.membership is 'Who belongs to a group.';
comment on column core.membership.institution_id is 'Tenant. Leads every key; the distribution column on Citus.';
comment on column core.membership.course_id is 'Course the row belongs to; the institution''s course "unassigned" where the source names none.';
comment on column core.membership.membership_id is 'Id of this version of the fact.';
comment on column core.membership.source_id is 'Configured source that said it.';
comment on column core.membership.run_id is 'Load that brought this version.';
comment on column core.membership.ingested_at is 'When this version became visible; with superseded_at it answers "as known then".';
comment on column core.membership.superseded_at is 'When a newer version, a move or a deletion replaced it; null: current.';
comment on column core.membership.group_key is 'Group.';
comment on column core.membership.account_id is 'Member.';
comment on column core.membership.role is 'Role in the group.';
comment on column core.membership.valid_from is 'First instant.';
comment on column core.membership.valid_to is 'End, exclusive.';
create index membership_group on core.membership (institution_id, course_id, source_id, group_key) where superseded_at is null;
create index membership_account on core.membership (institution_id, course_id, account_id) where superseded_at is null;

alter table core.membership enable row level security;
alter table core.membership force row level security;
create policy membership_etl on core.membership to kith_etl using (true) with check (true);
grant select, insert, update, delete on core.membership to kith_etl;
create policy membership_app on core.membership for select to kith_app using (
  institution_id = (select nullif(current_setting('kith.institution', true), '')::bigint)
  and course_id = any ((select string_to_array(nullif(current_setting('kith.learner_courses', true), ''), ',')::bigint[])::bigint[])
);
grant select on core.membership to kith_app;
create table core.feedback (
  institution_id bigint not null,
  course_id bigint not null,
  feedback_id bigint generated always as identity,
  source_id bigint not null,
  run_id bigint not null,
  ingested_at timestamptz not null,
  superseded_at timestamptz,
  giver_account_id bigint not null,
  receiver_account_id bigint,
  receiver_group_key text,
  activity_key text,
  kind text not null,
  allotted boolean not null,
  allotted_at timestamptz,
  occurred_at timestamptz,
  score double precision,
  max_score double precision,
  words integer,
  anonymous boolean not null,
  constraint feedback_pkey primary key (institution_id, course_id, feedback_id)
);

comment on table core.feedback is 'Feedback on work.';
comment on column core.feedback.institution_id is 'Tenant. Leads every key; the distribution column on Citus.';
comment on column core.feedback.course_id is 'Course the row belongs to; the institution''s course "unassigned" where the source names none.';
comment on column core.feedback.feedback_id is 'Id of this version of the fact.';
comment on column core.feedback.source_id is 'Configured source that said it.';
comment on column core.feedback.run_id is 'Load that brought this version.';
comment on column core.feedback.ingested_at is 'When this version became visible; with superseded_at it answers "as known then".';
comment on column core.feedback.superseded_at is 'When a newer version, a move or a deletion replaced it; null: current.';
comment on column core.feedback.giver_account_id is 'Giver.';
comment on column core.feedback.receiver_account_id is 'Receiver.';
comment on column core.feedback.receiver_group_key is 'Receiving group.';
comment on column core.feedback.activity_key is 'Task.';
comment on column core.feedback.kind is 'peer, self, staff or comment.';
comment on column core.feedback.allotted is 'Assigned, not chosen.';
comment on column core.feedback.allotted_at is 'When it was assigned.';
comment on column core.feedback.occurred_at is 'When it was given; null: not done.';
comment on column core.feedback.score is 'Score given.';
comment on column core.feedback.max_score is 'Highest score.';
comment on column core.feedback.words is 'Words.';
comment on column core.feedback.anonymous is 'Whether the receiver does not learn the giver.';
create index feedback_giver on core.feedback (institution_id, course_id, giver_account_id) where superseded_at is null;
create index feedback_receiver on core.feedback (institution_id, course_id, receiver_account_id) where superseded_at is null;

alter table core.feedback enable row level security;
alter table core.feedback force row level security;
create policy feedback_etl on core.feedback to kith_etl using (true) with check (true);
grant select, insert, update, delete on core.feedback to kith_etl;
create policy feedback_app on core.feedback for select to kith_app using (
  institution_id = (select nullif(current_setting('kith.institution', true), '')::bigint)
  and course_id = any ((select string_to_array(nullif(current_setting('kith.learner_courses', true), ''), ',')::bigint[])::bigint[])
);
grant select on core.feedback to kith_app;
create table core.mentorship (
  institution_id bigint not null,
  course_id bigint not null,
  mentorship_id bigint generated always as identity,
  source_id bigint not null,
  run_id bigint not null,
  ingested_at timestamptz not null,
  superseded_at timestamptz,
  programme text,
  mentor_account_id bigint not null,
  mentee_account_id bigint not null,
  valid_from timestamptz,
  valid_to timestamptz,
  status text,
  constraint mentorship_pkey primary key (institution_id, course_id, mentorship_id)
);

comment on table core.mentorship is 'A mentor and a mentee. An opportunity, not a tie.';
comment on column core.mentorship.institution_id is 'Tenant. Leads every key; the distribution column on Citus.';
comment on column core.mentorship.course_id is 'Course the row belongs to; the institution''s course "unassigned" where the source names none.';
comment on column core.mentorship.mentorship_id is 'Id of this version of the fact.';
comment on column core.mentorship.source_id is 'Configured source that said it.';
comment on column core.mentorship.run_id is 'Load that brought this version.';
comment on column core.mentorship.ingested_at is 'When this version became visible; with superseded_at it answers "as known then".';
comment on column core.mentorship.superseded_at is 'When a newer version, a move or a deletion replaced it; null: current.';
comment on column core.mentorship.programme is 'Scheme.';
comment on column core.mentorship.mentor_account_id is 'Mentor.';
comment on column core.mentorship.mentee_account_id is 'Mentee.';
comment on column core.mentorship.valid_from is 'First instant.';
comment on column core.mentorship.valid_to is 'End, exclusive.';
comment on column core.mentorship.status is 'Status as the source writes it.';

alter table core.mentorship enable row level security;
alter table core.mentorship force row level security;
create policy mentorship_etl on core.mentorship to kith_etl using (true) with check (true);
grant select, insert, update, delete on core.mentorship to kith_etl;
create policy mentorship_app on core.mentorship for select to kith_app using (
  institution_id = (select nullif(current_setting('kith.institution', true), '')::bigint)
  and course_id = any ((select string_to_array(nullif(current_setting('kith.learner_courses', true), ''), ',')::bigint[])::bigint[])
);
grant select on core.mentorship to kith_app;
create table core.award (
  institution_id bigint not null,
  course_id bigint not null,
  award_id bigint generated always as identity,
  source_id bigint not null,
  run_id bigint not null,
  ingested_at timestamptz not null,
  superseded_at timestamptz,
  account_id bigint not null,
  kind text not null,
  title text,
  definition_key text,
  occurred_at timestamptz not null,
  revoked_at timestamptz,
  value double precision,
  by_account_id bigint,
  constraint award_pkey primary key (institution_id, course_id, award_id)
);

comment on table core.award is 'A badge, certificate, points or rank.';
comment on column core.award.institution_id is 'Tenant. Leads every key; the distribution column on Citus.';
comment on column core.award.course_id is 'Course the row belongs to; the institution''s course "unassigned" where the source names none.';
comment on column core.award.award_id is 'Id of this version of the fact.';
comment on column core.award.source_id is 'Configured source that said it.';
comment on column core.award.run_id is 'Load that brought this version.';
comment on column core.award.ingested_at is 'When this version became visible; with superseded_at it answers "as known then".';
comment on column core.award.superseded_at is 'When a newer version, a move or a deletion replaced it; null: current.';
comment on column core.award.account_id is 'Who.';
comment on column core.award.kind is 'badge, certificate, points or rank.';
comment on column core.award.title is 'Title.';
comment on column core.award.definition_key is 'What it is an award of.';
comment on column core.award.occurred_at is 'When.';
comment on column core.award.revoked_at is 'When it was taken back.';
comment on column core.award.value is 'Points or rank.';
comment on column core.award.by_account_id is 'Awarded by.';
create index award_account on core.award (institution_id, course_id, account_id) where superseded_at is null;

alter table core.award enable row level security;
alter table core.award force row level security;
create policy award_etl on core.award to kith_etl using (true) with check (true);
grant select, insert, update, delete on core.award to kith_etl;
create policy award_app on core.award for select to kith_app using (
  institution_id = (select nullif(current_setting('kith.institution', true), '')::bigint)
  and course_id = any ((select string_to_array(nullif(current_setting('kith.learner_courses', true), ''), ',')::bigint[])::bigint[])
);
grant select on core.award to kith_app;
create table core.survey_response (
  institution_id bigint not null,
  course_id bigint not null,
  survey_response_id bigint generated always as identity,
  source_id bigint not null,
  run_id bigint not null,
  ingested_at timestamptz not null,
  superseded_at timestamptz,
  survey_key text not null,
  wave text,
  account_id bigint,
  items jsonb not null,
  occurred_at timestamptz not null,
  constraint survey_response_pkey primary key (institution_id, course_id, survey_response_id)
);

comment on table core.survey_response is 'One set of answers. Carries a person only where the learner ticked that staff may see it.';
comment on column core.survey_response.institution_id is 'Tenant. Leads every key; the distribution column on Citus.';
comment on column core.survey_response.course_id is 'Course the row belongs to; the institution''s course "unassigned" where the source names none.';
comment on column core.survey_response.survey_response_id is 'Id of this version of the fact.';
comment on column core.survey_response.source_id is 'Configured source that said it.';
comment on column core.survey_response.run_id is 'Load that brought this version.';
comment on column core.survey_response.ingested_at is 'When this version became visible; with superseded_at it answers "as known then".';
comment on column core.survey_response.superseded_at is 'When a newer version, a move or a deletion replaced it; null: current.';
comment on column core.survey_response.survey_key is 'Survey; "pulse" is the belonging pulse.';
comment on column core.survey_response.wave is 'Wave.';
comment on column core.survey_response.account_id is 'Who, only where ticked.';
comment on column core.survey_response.items is 'Item key to number or text.';
comment on column core.survey_response.occurred_at is 'When it was answered.';
create index survey_response_account on core.survey_response (institution_id, course_id, account_id) where superseded_at is null;

alter table core.survey_response enable row level security;
alter table core.survey_response force row level security;
create policy survey_response_etl on core.survey_response to kith_etl using (true) with check (true);
grant select, insert, update, delete on core.survey_response to kith_etl;
create policy survey_response_app on core.survey_response for select to kith_app using (
  institution_id = (select nullif(current_setting('kith.institution', true), '')::bigint)
  and course_id = any ((select string_to_array(nullif(current_setting('kith.learner_courses', true), ''), ',')::bigint[])::bigint[])
);
grant select on core.survey_response to kith_app;
create table core.outcome (
  institution_id bigint not null,
  course_id bigint not null,
  outcome_id bigint generated always as identity,
  source_id bigint not null,
  run_id bigint not null,
  ingested_at timestamptz not null,
  superseded_at timestamptz,
  account_id bigint not null,
  kind text not null,
  occurred_at timestamptz,
  grade text,
  reason text,
  constraint outcome_pkey primary key (institution_id, course_id, outcome_id)
);

comment on table core.outcome is 'What became of an enrolment. Never an input of a score.';
comment on column core.outcome.institution_id is 'Tenant. Leads every key; the distribution column on Citus.';
comment on column core.outcome.course_id is 'Course the row belongs to; the institution''s course "unassigned" where the source names none.';
comment on column core.outcome.outcome_id is 'Id of this version of the fact.';
comment on column core.outcome.source_id is 'Configured source that said it.';
comment on column core.outcome.run_id is 'Load that brought this version.';
comment on column core.outcome.ingested_at is 'When this version became visible; with superseded_at it answers "as known then".';
comment on column core.outcome.superseded_at is 'When a newer version, a move or a deletion replaced it; null: current.';
comment on column core.outcome.account_id is 'Who.';
comment on column core.outcome.kind is 'enrolled, withdrawn, completed, passed, failed, certified or deferred.';
comment on column core.outcome.occurred_at is 'When.';
comment on column core.outcome.grade is 'Grade as the source writes it.';
comment on column core.outcome.reason is 'Reason as the source writes it.';
create index outcome_account on core.outcome (institution_id, course_id, account_id) where superseded_at is null;

alter table core.outcome enable row level security;
alter table core.outcome force row level security;
create policy outcome_etl on core.outcome to kith_etl using (true) with check (true);
grant select, insert, update, delete on core.outcome to kith_etl;
create policy outcome_app on core.outcome for select to kith_app using (
  institution_id = (select nullif(current_setting('kith.institution', true), '')::bigint)
  and course_id = any ((select string_to_array(nullif(current_setting('kith.learner_courses', true), ''), ',')::bigint[])::bigint[])
);
grant select on core.outcome to kith_app;
create table core.consent (
  institution_id bigint not null,
  course_id bigint not null,
  consent_id bigint generated always as identity,
  source_id bigint not null,
  run_id bigint not null,
  ingested_at timestamptz not null,
  superseded_at timestamptz,
  account_id bigint not null,
  purpose text not null,
  granted boolean not null,
  occurred_at timestamptz not null,
  constraint consent_pkey primary key (institution_id, course_id, consent_id)
);

comment on table core.consent is 'A learner''s choice.';
comment on column core.consent.institution_id is 'Tenant. Leads every key; the distribution column on Citus.';
comment on column core.consent.course_id is 'Course the row belongs to; the institution''s course "unassigned" where the source names none.';
comment on column core.consent.consent_id is 'Id of this version of the fact.';
comment on column core.consent.source_id is 'Configured source that said it.';
comment on column core.consent.run_id is 'Load that brought this version.';
comment on column core.consent.ingested_at is 'When this version became visible; with superseded_at it answers "as known then".';
comment on column core.consent.superseded_at is 'When a newer version, a move or a deletion replaced it; null: current.';
comment on column core.consent.account_id is 'Who.';
comment on column core.consent.purpose is 'analytics, direct_messages, survey_contact or mentoring.';
comment on column core.consent.granted is 'Granted or withdrawn.';
comment on column core.consent.occurred_at is 'When.';
create index consent_account on core.consent (institution_id, course_id, account_id) where superseded_at is null;

alter table core.consent enable row level security;
alter table core.consent force row level security;
create policy consent_etl on core.consent to kith_etl using (true) with check (true);
grant select, insert, update, delete on core.consent to kith_etl;
create policy consent_app on core.consent for select to kith_app using (
  institution_id = (select nullif(current_setting('kith.institution', true), '')::bigint)
  and course_id = any ((select string_to_array(nullif(current_setting('kith.learner_courses', true), ''), ',')::bigint[])::bigint[])
);
grant select on core.consent to kith_app;
create table core.declaration (
  institution_id bigint not null,
  course_id bigint not null,
  declaration_id bigint generated always as identity,
  source_id bigint not null,
  run_id bigint not null,
  ingested_at timestamptz not null,
  superseded_at timestamptz,
  account_id bigint not null,
  kind text not null,
  occurred_at timestamptz not null,
  valid_to timestamptz,
  constraint declaration_pkey primary key (institution_id, course_id, declaration_id)
);

comment on table core.declaration is 'Contact outside the platform that a learner declared.';
comment on column core.declaration.institution_id is 'Tenant. Leads every key; the distribution column on Citus.';
comment on column core.declaration.course_id is 'Course the row belongs to; the institution''s course "unassigned" where the source names none.';
comment on column core.declaration.declaration_id is 'Id of this version of the fact.';
comment on column core.declaration.source_id is 'Configured source that said it.';
comment on column core.declaration.run_id is 'Load that brought this version.';
comment on column core.declaration.ingested_at is 'When this version became visible; with superseded_at it answers "as known then".';
comment on column core.declaration.superseded_at is 'When a newer version, a move or a deletion replaced it; null: current.';
comment on column core.declaration.account_id is 'Who.';
comment on column core.declaration.kind is 'study_group, offline_contact or other.';
comment on column core.declaration.occurred_at is 'From when.';
comment on column core.declaration.valid_to is 'Until when.';
create index declaration_account on core.declaration (institution_id, course_id, account_id) where superseded_at is null;

alter table core.declaration enable row level security;
alter table core.declaration force row level security;
create policy declaration_etl on core.declaration to kith_etl using (true) with check (true);
grant select, insert, update, delete on core.declaration to kith_etl;
create policy declaration_app on core.declaration for select to kith_app using (
  institution_id = (select nullif(current_setting('kith.institution', true), '')::bigint)
  and course_id = any ((select string_to_array(nullif(current_setting('kith.learner_courses', true), ''), ',')::bigint[])::bigint[])
);
grant select on core.declaration to kith_app;
