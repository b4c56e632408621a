-- What staff do about what they noticed: contacts, what became of them, cases, notes, and each viewer's own list.
grant usage on schema care to kith_etl, kith_app;

create table care.contact (
  institution_id bigint not null,
  course_id bigint not null,
  contact_id bigint generated always as identity,
  person_id bigint not null,
  by_person_id bigint not null,
  at timestamptz not null,
  noted_at timestamptz not null,
  channel text not null,
  sent_by_kith boolean not null,
  template text,
  week smallint,
  band text,
  patterns text[] not null,
  remark text,
  answered_at timestamptz,
  withdrawn_at timestamptz,
  constraint contact_pkey primary key (institution_id, course_id, contact_id),
  constraint contact_channel_check check (channel in ('mail', 'platform', 'forum', 'call', 'meeting', 'other'))
);

comment on table care.contact is 'That somebody reached out to a learner: who, when, by which way. What was written is not kept.';
comment on column care.contact.institution_id is 'Tenant. Leads every key; the distribution column on Citus.';
comment on column care.contact.course_id is 'Course the row belongs to.';
comment on column care.contact.contact_id is 'Id.';
comment on column care.contact.person_id is 'Learner it is about.';
comment on column care.contact.by_person_id is 'Who reached out.';
comment on column care.contact.at is 'When they did.';
comment on column care.contact.noted_at is 'When it was noted here.';
comment on column care.contact.channel is 'mail, platform, forum, call, meeting or other.';
comment on column care.contact.sent_by_kith is 'True: sent from here and taken by the mail server.';
comment on column care.contact.template is 'Text it began from: the key of a template; null: none.';
comment on column care.contact.week is 'Course week whose numbers stood on the page.';
comment on column care.contact.band is 'Band of that week; a higher one brings the learner back before the three weeks are over.';
comment on column care.contact.patterns is 'Patterns that fired in that week.';
comment on column care.contact.remark is 'One line for oneself and colleagues, such as "no answer".';
comment on column care.contact.answered_at is 'When the learner answered, where somebody says so.';
comment on column care.contact.withdrawn_at is 'When it was taken back; it then counts for nothing.';
create index contact_person on care.contact (institution_id, course_id, person_id, at);

alter table care.contact enable row level security;
alter table care.contact force row level security;
create policy contact_etl on care.contact to kith_etl using (true) with check (true);
grant select, insert, update, delete on care.contact to kith_etl;
create policy contact_app_read on care.contact for select to kith_app using (
  institution_id = (select nullif(current_setting('kith.institution', true), '')::bigint)
  and (course_id = any ((select string_to_array(nullif(current_setting('kith.learner_courses', true), ''), ',')::bigint[])::bigint[])
    or (
    course_id = any ((select string_to_array(nullif(current_setting('kith.support_courses', true), ''), ',')::bigint[])::bigint[])
    and person_id = any ((select string_to_array(nullif(current_setting('kith.case_people', true), ''), ',')::bigint[])::bigint[])
    ))
);
create policy contact_app_add on care.contact for insert to kith_app with check (
  institution_id = (select nullif(current_setting('kith.institution', true), '')::bigint)
  and (by_person_id = (select nullif(current_setting('kith.person', true), '')::bigint)
    and (
      course_id = any ((select string_to_array(nullif(current_setting('kith.named_courses', true), ''), ',')::bigint[])::bigint[])
      or (
    course_id = any ((select string_to_array(nullif(current_setting('kith.support_courses', true), ''), ',')::bigint[])::bigint[])
    and person_id = any ((select string_to_array(nullif(current_setting('kith.case_people', true), ''), ',')::bigint[])::bigint[])
      )
    ))
);
create policy contact_app_change on care.contact for update to kith_app using (
  institution_id = (select nullif(current_setting('kith.institution', true), '')::bigint)
  and (by_person_id = (select nullif(current_setting('kith.person', true), '')::bigint)
    and (
      course_id = any ((select string_to_array(nullif(current_setting('kith.learner_courses', true), ''), ',')::bigint[])::bigint[])
      or (
    course_id = any ((select string_to_array(nullif(current_setting('kith.support_courses', true), ''), ',')::bigint[])::bigint[])
    and person_id = any ((select string_to_array(nullif(current_setting('kith.case_people', true), ''), ',')::bigint[])::bigint[])
      )
    ))
);
grant select, insert on care.contact to kith_app;
grant update (answered_at, withdrawn_at, remark) on care.contact to kith_app;

create table care.outcome (
  institution_id bigint not null,
  course_id bigint not null,
  contact_id bigint not null,
  window_weeks smallint not null,
  person_id bigint not null,
  measure text not null,
  confidence_level double precision not null,
  baseline_week smallint,
  baseline double precision,
  due_week smallint,
  value double precision,
  valued_at timestamptz,
  constraint outcome_pkey primary key (institution_id, course_id, contact_id, window_weeks)
);

comment on table care.outcome is 'What is to be compared after a contact, fixed when it is made: primary outcome, baseline and window.';
comment on column care.outcome.institution_id is 'Tenant. Leads every key; the distribution column on Citus.';
comment on column care.outcome.course_id is 'Course the row belongs to.';
comment on column care.outcome.contact_id is 'Contact.';
comment on column care.outcome.window_weeks is 'After so many weeks: 2 or 4.';
comment on column care.outcome.person_id is 'Learner it is about.';
comment on column care.outcome.measure is 'Primary outcome: effective_peers.';
comment on column care.outcome.confidence_level is 'Level of the interval, 0.95.';
comment on column care.outcome.baseline_week is 'Course week of the baseline; null: no week was there.';
comment on column care.outcome.baseline is 'Value in that week; null: not known then.';
comment on column care.outcome.due_week is 'Course week to be compared; null: no baseline.';
comment on column care.outcome.value is 'Value in the week that was due; null: not yet, or not known.';
comment on column care.outcome.valued_at is 'When it was filled in.';

alter table care.outcome enable row level security;
alter table care.outcome force row level security;
create policy outcome_etl on care.outcome to kith_etl using (true) with check (true);
grant select, insert, update, delete on care.outcome to kith_etl;
create policy outcome_app_read on care.outcome for select to kith_app using (
  institution_id = (select nullif(current_setting('kith.institution', true), '')::bigint)
  and (course_id = any ((select string_to_array(nullif(current_setting('kith.learner_courses', true), ''), ',')::bigint[])::bigint[]))
);
create policy outcome_app_add on care.outcome for insert to kith_app with check (
  institution_id = (select nullif(current_setting('kith.institution', true), '')::bigint)
  and (course_id = any ((select string_to_array(nullif(current_setting('kith.named_courses', true), ''), ',')::bigint[])::bigint[])
    or (
    course_id = any ((select string_to_array(nullif(current_setting('kith.support_courses', true), ''), ',')::bigint[])::bigint[])
    and person_id = any ((select string_to_array(nullif(current_setting('kith.case_people', true), ''), ',')::bigint[])::bigint[])
    ))
);
grant select, insert on care.outcome to kith_app;

create table care.case_file (
  institution_id bigint not null,
  course_id bigint not null,
  case_id bigint generated always as identity,
  person_id bigint not null,
  state text not null,
  raised_by bigint not null,
  raised_at timestamptz not null,
  concern text not null,
  owner_id bigint,
  due_on date,
  handed_over_at timestamptz,
  handed_over_by bigint,
  closed_at timestamptz,
  closed_by bigint,
  close_reason text,
  message_back text,
  message_seen_at timestamptz,
  constraint case_file_pkey primary key (institution_id, course_id, case_id),
  constraint case_file_state_check check (state in ('open', 'closed')),
  constraint case_file_close_check check (
    (state = 'closed') = (
      close_reason is not null
      and message_back is not null
      and closed_at is not null
      and closed_by is not null
    )
  ),
  constraint case_file_reason_check check (close_reason in ('reached', 'resolved', 'elsewhere', 'declined', 'mistaken'))
);

comment on table care.case_file is 'A learner somebody takes care of: whose it is, until when, whether student support has it, and how it ended.';
comment on column care.case_file.institution_id is 'Tenant. Leads every key; the distribution column on Citus.';
comment on column care.case_file.course_id is 'Course the row belongs to.';
comment on column care.case_file.case_id is 'Id.';
comment on column care.case_file.person_id is 'Learner it is about.';
comment on column care.case_file.state is 'open or closed.';
comment on column care.case_file.raised_by is 'Who opened it.';
comment on column care.case_file.raised_at is 'When.';
comment on column care.case_file.concern is 'What it is about, in the words of who opened it.';
comment on column care.case_file.owner_id is 'Who takes care of it; null: nobody yet.';
comment on column care.case_file.due_on is 'Day by which something is to have happened.';
comment on column care.case_file.handed_over_at is 'When it went to student support; null: it did not.';
comment on column care.case_file.handed_over_by is 'Who handed it over.';
comment on column care.case_file.closed_at is 'When it ended.';
comment on column care.case_file.closed_by is 'Who ended it.';
comment on column care.case_file.close_reason is 'Why it ended: reached, resolved, elsewhere, declined or mistaken.';
comment on column care.case_file.message_back is 'What the one who opened it is told.';
comment on column care.case_file.message_seen_at is 'When they had read it.';
create index case_file_person on care.case_file (institution_id, course_id, person_id);

alter table care.case_file enable row level security;
alter table care.case_file force row level security;
create policy case_file_etl on care.case_file to kith_etl using (true) with check (true);
grant select, insert, update, delete on care.case_file to kith_etl;
create policy case_file_app_read on care.case_file for select to kith_app using (
  institution_id = (select nullif(current_setting('kith.institution', true), '')::bigint)
  and (course_id = any ((select string_to_array(nullif(current_setting('kith.learner_courses', true), ''), ',')::bigint[])::bigint[])
    or (
    handed_over_at is not null
    and course_id = any ((select string_to_array(nullif(current_setting('kith.support_courses', true), ''), ',')::bigint[])::bigint[])
    and person_id = any ((select string_to_array(nullif(current_setting('kith.case_people', true), ''), ',')::bigint[])::bigint[])
    ))
);
create policy case_file_app_add on care.case_file for insert to kith_app with check (
  institution_id = (select nullif(current_setting('kith.institution', true), '')::bigint)
  and (raised_by = (select nullif(current_setting('kith.person', true), '')::bigint)
    and course_id = any ((select string_to_array(nullif(current_setting('kith.named_courses', true), ''), ',')::bigint[])::bigint[]))
);
create policy case_file_app_change on care.case_file for update to kith_app using (
  institution_id = (select nullif(current_setting('kith.institution', true), '')::bigint)
  and (course_id = any ((select string_to_array(nullif(current_setting('kith.named_courses', true), ''), ',')::bigint[])::bigint[])
    or (
    handed_over_at is not null
    and course_id = any ((select string_to_array(nullif(current_setting('kith.support_courses', true), ''), ',')::bigint[])::bigint[])
    and person_id = any ((select string_to_array(nullif(current_setting('kith.case_people', true), ''), ',')::bigint[])::bigint[])
    ))
);
grant select, insert on care.case_file to kith_app;
grant update (state, owner_id, due_on, handed_over_at, handed_over_by, closed_at, closed_by, close_reason, message_back, message_seen_at) on care.case_file to kith_app;

create table care.note (
  institution_id bigint not null,
  course_id bigint not null,
  note_id bigint generated always as identity,
  person_id bigint not null,
  case_id bigint,
  level text not null,
  author_id bigint not null,
  written_at timestamptz not null,
  constraint note_pkey primary key (institution_id, course_id, note_id),
  constraint note_level_check check (level in ('normal', 'restricted', 'private'))
);

comment on table care.note is 'That there is a note about a learner, whose and of which level. Its words stand in care.note_text.';
comment on column care.note.institution_id is 'Tenant. Leads every key; the distribution column on Citus.';
comment on column care.note.course_id is 'Course the row belongs to.';
comment on column care.note.note_id is 'Id.';
comment on column care.note.person_id is 'Learner it is about.';
comment on column care.note.case_id is 'Case it belongs to; null: none.';
comment on column care.note.level is 'normal, restricted or private.';
comment on column care.note.author_id is 'Who wrote it.';
comment on column care.note.written_at is 'When it was first written.';
create index note_person on care.note (institution_id, course_id, person_id);

alter table care.note enable row level security;
alter table care.note force row level security;
create policy note_etl on care.note to kith_etl using (true) with check (true);
grant select, insert, update, delete on care.note to kith_etl;
create policy note_app_read on care.note for select to kith_app using (
  institution_id = (select nullif(current_setting('kith.institution', true), '')::bigint)
  and (course_id = any ((select string_to_array(nullif(current_setting('kith.learner_courses', true), ''), ',')::bigint[])::bigint[])
    or (
    course_id = any ((select string_to_array(nullif(current_setting('kith.support_courses', true), ''), ',')::bigint[])::bigint[])
    and person_id = any ((select string_to_array(nullif(current_setting('kith.case_people', true), ''), ',')::bigint[])::bigint[])
    ))
);
create policy note_app_add on care.note for insert to kith_app with check (
  institution_id = (select nullif(current_setting('kith.institution', true), '')::bigint)
  and (author_id = (select nullif(current_setting('kith.person', true), '')::bigint)
    and (
      course_id = any ((select string_to_array(nullif(current_setting('kith.named_courses', true), ''), ',')::bigint[])::bigint[])
      or (
    course_id = any ((select string_to_array(nullif(current_setting('kith.support_courses', true), ''), ',')::bigint[])::bigint[])
    and person_id = any ((select string_to_array(nullif(current_setting('kith.case_people', true), ''), ',')::bigint[])::bigint[])
      )
    ))
);
grant select, insert on care.note to kith_app;

create table care.note_text (
  institution_id bigint not null,
  course_id bigint not null,
  note_id bigint not null,
  revision smallint not null,
  person_id bigint not null,
  level text not null,
  author_id bigint not null,
  reader_ids bigint[] not null,
  body text not null,
  written_at timestamptz not null,
  constraint note_text_pkey primary key (institution_id, course_id, note_id, revision)
);

comment on table care.note_text is 'The words of a note, one row a revision. Level, author and readers stand here too, so that the policy needs no other table.';
comment on column care.note_text.institution_id is 'Tenant. Leads every key; the distribution column on Citus.';
comment on column care.note_text.course_id is 'Course the row belongs to.';
comment on column care.note_text.note_id is 'Note.';
comment on column care.note_text.revision is 'From 1; the highest counts.';
comment on column care.note_text.person_id is 'Learner it is about.';
comment on column care.note_text.level is 'normal: whoever teaches here, and support once a case is handed over. restricted: the author and the readers. private: the author.';
comment on column care.note_text.author_id is 'Who wrote the note.';
comment on column care.note_text.reader_ids is 'restricted: who else may read it, named when it was written.';
comment on column care.note_text.body is 'The words.';
comment on column care.note_text.written_at is 'When this revision was written.';

alter table care.note_text enable row level security;
alter table care.note_text force row level security;
create policy note_text_etl on care.note_text to kith_etl using (true) with check (true);
grant select, insert, update, delete on care.note_text to kith_etl;
create policy note_text_app_read on care.note_text for select to kith_app using (
  institution_id = (select nullif(current_setting('kith.institution', true), '')::bigint)
  and (author_id = (select nullif(current_setting('kith.person', true), '')::bigint)
    or (
      level = 'normal'
      and (
        course_id = any ((select string_to_array(nullif(current_setting('kith.named_courses', true), ''), ',')::bigint[])::bigint[])
        or (
    course_id = any ((select string_to_array(nullif(current_setting('kith.support_courses', true), ''), ',')::bigint[])::bigint[])
    and person_id = any ((select string_to_array(nullif(current_setting('kith.case_people', true), ''), ',')::bigint[])::bigint[])
        )
      )
    )
    or (
      level = 'restricted'
      and (select nullif(current_setting('kith.person', true), '')::bigint) = any (reader_ids)
    ))
);
create policy note_text_app_add on care.note_text for insert to kith_app with check (
  institution_id = (select nullif(current_setting('kith.institution', true), '')::bigint)
  and (author_id = (select nullif(current_setting('kith.person', true), '')::bigint)
    and (
      course_id = any ((select string_to_array(nullif(current_setting('kith.named_courses', true), ''), ',')::bigint[])::bigint[])
      or (
    course_id = any ((select string_to_array(nullif(current_setting('kith.support_courses', true), ''), ',')::bigint[])::bigint[])
    and person_id = any ((select string_to_array(nullif(current_setting('kith.case_people', true), ''), ',')::bigint[])::bigint[])
      )
    ))
);
grant select, insert on care.note_text to kith_app;

create table care.alert_view (
  institution_id bigint not null,
  course_id bigint not null,
  person_id bigint not null,
  type text not null,
  viewer_id bigint not null,
  state text not null,
  until_week smallint,
  seen_at timestamptz not null,
  changed_at timestamptz not null,
  constraint alert_view_pkey primary key (institution_id, course_id, person_id, type, viewer_id),
  constraint alert_view_state_check check (state in ('seen', 'snoozed', 'dismissed')),
  constraint alert_view_snooze_check check ((state = 'snoozed') = (until_week is not null))
);

comment on table care.alert_view is 'What one viewer made of an alert on their own list: seen, snoozed, or not a concern. Of nobody elses business.';
comment on column care.alert_view.institution_id is 'Tenant. Leads every key; the distribution column on Citus.';
comment on column care.alert_view.course_id is 'Course the row belongs to.';
comment on column care.alert_view.person_id is 'Learner it is about.';
comment on column care.alert_view.type is 'Type of the alert.';
comment on column care.alert_view.viewer_id is 'Whose list.';
comment on column care.alert_view.state is 'seen, snoozed or dismissed.';
comment on column care.alert_view.until_week is 'snoozed: quiet up to and with this course week.';
comment on column care.alert_view.seen_at is 'When it was first on their page.';
comment on column care.alert_view.changed_at is 'When the state was last changed.';

alter table care.alert_view enable row level security;
alter table care.alert_view force row level security;
create policy alert_view_etl on care.alert_view to kith_etl using (true) with check (true);
grant select, insert, update, delete on care.alert_view to kith_etl;
create policy alert_view_app_read on care.alert_view for select to kith_app using (
  institution_id = (select nullif(current_setting('kith.institution', true), '')::bigint)
  and (viewer_id = (select nullif(current_setting('kith.person', true), '')::bigint)
    and course_id = any ((select string_to_array(nullif(current_setting('kith.learner_courses', true), ''), ',')::bigint[])::bigint[]))
);
create policy alert_view_app_add on care.alert_view for insert to kith_app with check (
  institution_id = (select nullif(current_setting('kith.institution', true), '')::bigint)
  and (viewer_id = (select nullif(current_setting('kith.person', true), '')::bigint)
    and course_id = any ((select string_to_array(nullif(current_setting('kith.learner_courses', true), ''), ',')::bigint[])::bigint[]))
);
create policy alert_view_app_change on care.alert_view for update to kith_app using (
  institution_id = (select nullif(current_setting('kith.institution', true), '')::bigint)
  and (viewer_id = (select nullif(current_setting('kith.person', true), '')::bigint)
    and course_id = any ((select string_to_array(nullif(current_setting('kith.learner_courses', true), ''), ',')::bigint[])::bigint[]))
);
grant select, insert on care.alert_view to kith_app;
grant update (state, until_week, changed_at) on care.alert_view to kith_app;

create table care.alert_step (
  institution_id bigint not null,
  course_id bigint not null,
  step_id bigint generated always as identity,
  person_id bigint not null,
  type text not null,
  viewer_id bigint not null,
  at timestamptz not null,
  week smallint,
  from_state text not null,
  from_until_week smallint,
  to_state text not null,
  until_week smallint,
  reason text,
  undone_at timestamptz,
  constraint alert_step_pkey primary key (institution_id, course_id, step_id),
  constraint alert_step_reason_check check (
    to_state not in ('closed', 'dismissed')
    or reason is not null
  )
);

comment on table care.alert_step is 'Every step somebody took with an alert, with the reason they gave. Undo reads the state before; reasons are labels for calibration.';
comment on column care.alert_step.institution_id is 'Tenant. Leads every key; the distribution column on Citus.';
comment on column care.alert_step.course_id is 'Course the row belongs to.';
comment on column care.alert_step.step_id is 'Id.';
comment on column care.alert_step.person_id is 'Learner it is about.';
comment on column care.alert_step.type is 'Type of the alert.';
comment on column care.alert_step.viewer_id is 'Who took it.';
comment on column care.alert_step.at is 'When.';
comment on column care.alert_step.week is 'Course week whose numbers stood on the page.';
comment on column care.alert_step.from_state is 'State before: open, seen, acted, closed, snoozed or dismissed.';
comment on column care.alert_step.from_until_week is 'Week until which it was snoozed before.';
comment on column care.alert_step.to_state is 'State after.';
comment on column care.alert_step.until_week is 'snoozed: until this week.';
comment on column care.alert_step.reason is 'Why: dismissed and closed have one.';
comment on column care.alert_step.undone_at is 'When it was taken back.';
create index alert_step_person on care.alert_step (institution_id, course_id, person_id);

alter table care.alert_step enable row level security;
alter table care.alert_step force row level security;
create policy alert_step_etl on care.alert_step to kith_etl using (true) with check (true);
grant select, insert, update, delete on care.alert_step to kith_etl;
create policy alert_step_app_read on care.alert_step for select to kith_app using (
  institution_id = (select nullif(current_setting('kith.institution', true), '')::bigint)
  and (viewer_id = (select nullif(current_setting('kith.person', true), '')::bigint)
    and course_id = any ((select string_to_array(nullif(current_setting('kith.learner_courses', true), ''), ',')::bigint[])::bigint[]))
);
create policy alert_step_app_add on care.alert_step for insert to kith_app with check (
  institution_id = (select nullif(current_setting('kith.institution', true), '')::bigint)
  and (viewer_id = (select nullif(current_setting('kith.person', true), '')::bigint)
    and course_id = any ((select string_to_array(nullif(current_setting('kith.learner_courses', true), ''), ',')::bigint[])::bigint[]))
);
create policy alert_step_app_change on care.alert_step for update to kith_app using (
  institution_id = (select nullif(current_setting('kith.institution', true), '')::bigint)
  and (viewer_id = (select nullif(current_setting('kith.person', true), '')::bigint)
    and course_id = any ((select string_to_array(nullif(current_setting('kith.learner_courses', true), ''), ',')::bigint[])::bigint[]))
);
grant select, insert on care.alert_step to kith_app;
grant update (undone_at) on care.alert_step to kith_app;

create table care.template (
  institution_id bigint not null,
  owner_id bigint not null,
  key text not null,
  subject text not null,
  body text not null,
  changed_at timestamptz not null,
  constraint template_pkey primary key (institution_id, owner_id, key)
);

comment on table care.template is 'A text somebody made of one of Kiths, to begin a message from. Of their own, never sent by itself.';
comment on column care.template.institution_id is 'Tenant. Leads every key; the distribution column on Citus.';
comment on column care.template.owner_id is 'Whose it is.';
comment on column care.template.key is 'Which of Kiths texts it stands for: never_started, gone_quiet …';
comment on column care.template.subject is 'Subject.';
comment on column care.template.body is 'Text; {name}, {course} and {me} are filled in.';
comment on column care.template.changed_at is 'When it was last changed.';

alter table care.template enable row level security;
alter table care.template force row level security;
create policy template_etl on care.template to kith_etl using (true) with check (true);
grant select, insert, update, delete on care.template to kith_etl;
create policy template_app on care.template for all to kith_app using (
  institution_id = (select nullif(current_setting('kith.institution', true), '')::bigint)
  and (owner_id = (select nullif(current_setting('kith.person', true), '')::bigint))
) with check (
  institution_id = (select nullif(current_setting('kith.institution', true), '')::bigint)
  and (owner_id = (select nullif(current_setting('kith.person', true), '')::bigint))
);
grant select, insert, update, delete on care.template to kith_app;

-- What people do with an alert and all of them see stands on the alert itself.
create policy alert_app_change on insight.alert for update to kith_app using (
  institution_id = (select nullif(current_setting('kith.institution', true), '')::bigint)
  and course_id = any ((select string_to_array(nullif(current_setting('kith.learner_courses', true), ''), ',')::bigint[])::bigint[])
);
grant update (state, state_at, state_by, state_week, note) on insight.alert to kith_app;

create function care.reach_of (institution bigint, person bigint) returns table (support_courses bigint[], case_people bigint[]) language sql stable security definer
set
  search_path = pg_catalog
begin
  atomic
  with
    supporting as (
      select distinct
        a.course_id
      from
        ops.course_access as a
      where
        a.institution_id = institution
        and a.person_id = person
        and a.role = 'support'
        and not a.pseudonymous
        and coalesce(a.valid_from <= clock_timestamp(), true)
        and coalesce(a.valid_to > clock_timestamp(), true)
        and (
          a.delegated_by is null
          or exists (
            select
            from
              ops.course_access as d
            where
              d.institution_id = institution
              and d.course_id = a.course_id
              and d.person_id = a.delegated_by
              and d.role = 'support'
              and d.delegated_by is null
              and not d.pseudonymous
              and coalesce(d.valid_from <= clock_timestamp(), true)
              and coalesce(d.valid_to > clock_timestamp(), true)
          )
        )
    ),
    handed_over as (
      select
        f.course_id,
        f.person_id,
        f.raised_by,
        f.owner_id
      from
        care.case_file as f
        join supporting on supporting.course_id = f.course_id
      where
        f.institution_id = institution
        and f.handed_over_at is not null
        and coalesce(f.closed_at > clock_timestamp() - interval '30 days', true)
    )
  select
    array(
      select
        supporting.course_id
      from
        supporting
      order by
        1
    ),
    array(
      select
        h.person_id
      from
        handed_over as h
      union
      select
        h.raised_by
      from
        handed_over as h
      union
      select
        h.owner_id
      from
        handed_over as h
      where
        h.owner_id is not null
      union
      select
        f.owner_id
      from
        care.case_file as f
      where
        f.institution_id = institution
        and f.raised_by = person
        and f.owner_id is not null
      order by
        1
    );
end;

comment on function care.reach_of (bigint, bigint) is 'Courses somebody is student support of, and whom they may see because of a case: the learners handed over, who raised it, who has it.';
revoke all on function care.reach_of (bigint, bigint) from public;
grant execute on function care.reach_of (bigint, bigint) to kith_app;

-- Who has or raised a case is named to the other side of it.
create policy person_app_case on core.person for select to kith_app using (
  institution_id = (select nullif(current_setting('kith.institution', true), '')::bigint)
  and person_id = any ((select string_to_array(nullif(current_setting('kith.case_people', true), ''), ',')::bigint[])::bigint[])
);
create policy person_app_case on identity.person for select to kith_app using (
  institution_id = (select nullif(current_setting('kith.institution', true), '')::bigint)
  and person_id = any ((select string_to_array(nullif(current_setting('kith.case_people', true), ''), ',')::bigint[])::bigint[])
);

create function care.course_title (course bigint) returns text language sql stable security definer
set
  search_path = pg_catalog return (
    select
      c.title
    from
      core.course as c
    where
      c.institution_id = nullif(current_setting('kith.institution', true), '')::bigint
      and c.course_id = course
      and (
        course = any (string_to_array(nullif(current_setting('kith.learner_courses', true), ''), ',')::bigint[])
        or course = any (string_to_array(nullif(current_setting('kith.support_courses', true), ''), ',')::bigint[])
      )
  );

comment on function care.course_title (bigint) is 'What a course is called, for whoever teaches it or supports its learners; the course itself stays closed to support.';
revoke all on function care.course_title (bigint) from public;
grant execute on function care.course_title (bigint) to kith_app;

comment on column insight.course_week.alert_list is 'Whom this week listed, who is in the queue behind them and in which order, and whether one notice about the course replaced the list.';

create function core.percent_encoded (plain text) returns text language sql immutable
set
  search_path = pg_catalog return (
    select
      coalesce(
        string_agg(
          case
            when sign.one ~ '^[A-Za-z0-9._~-]$' then sign.one
            else regexp_replace(upper(encode(convert_to(sign.one, 'UTF8'), 'hex')), '(..)', '%\1', 'g')
          end,
          ''
          order by
            sign.place
        ),
        ''
      )
    from
      regexp_split_to_table(plain, '') with ordinality as sign (one, place)
  );

comment on function core.percent_encoded (text) is 'A text as it may stand in an address.';

create function core.post_link (url text, template text, thread_key text, key text) returns text language sql immutable return case
  when url ~ '^https?://' then url
  when template ~ '^https?://' then replace(
    replace(template, '{threadKey}', core.percent_encoded (thread_key)),
    '{key}',
    core.percent_encoded (key)
  )
end;

comment on function core.post_link (text, text, text, text) is 'Where a post is found: its own address, else the template of its source; null where neither is one.';
