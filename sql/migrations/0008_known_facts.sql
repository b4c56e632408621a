-- Facts as known at an instant, with persons in place of accounts. Ties, indicators and pages read these views, not the
-- tables: they read like the sentence, and `kith compute --as-of` sets kith.known_at and gets what was known then.
create function core.known_at () returns timestamptz language sql stable
set
  search_path = pg_catalog
return coalesce(nullif(current_setting('kith.known_at', true), '')::timestamptz, 'infinity'::timestamptz);

comment on function core.known_at () is 'The instant of knowledge: infinity, or what a replay set in kith.known_at.';

create view core.known_enrolment with (security_invoker = true) as
select
  f.institution_id,
  f.course_id,
  f.enrolment_id,
  f.source_id,
  a.person_id,
  p.kind as person_kind,
  f.role,
  f.section,
  f.valid_from,
  f.valid_to,
  f.status
from
  core.enrolment as f
  join core.account as a on a.institution_id = f.institution_id and a.account_id = f.account_id
  join core.person as p on p.institution_id = a.institution_id and p.person_id = a.person_id
where
  f.ingested_at <= core.known_at()
  and (f.superseded_at is null or f.superseded_at > core.known_at());

comment on view core.known_enrolment is 'Enrolments as known, by person.';

create view core.known_post with (security_invoker = true) as
select
  f.institution_id,
  f.course_id,
  f.post_id,
  f.source_id,
  f.key,
  f.space_key,
  f.thread_key,
  f.parent_key,
  author.person_id as author_id,
  addressee.person_id as addressee_id,
  f.kind,
  f.visibility,
  f.occurred_at,
  f.deleted_at,
  f.words,
  f.has_question,
  f.mention_account_ids,
  f.title,
  f.url
from
  core.post as f
  left join core.account as author on author.institution_id = f.institution_id and author.account_id = f.author_account_id
  left join core.account as addressee on addressee.institution_id = f.institution_id and addressee.account_id = f.addressee_account_id
where
  f.ingested_at <= core.known_at()
  and (f.superseded_at is null or f.superseded_at > core.known_at());

comment on view core.known_post is 'Posts as known, by person. Author null: anonymous to all.';

create view core.known_reaction with (security_invoker = true) as
select
  f.institution_id,
  f.course_id,
  f.reaction_id,
  f.source_id,
  f.post_key,
  a.person_id,
  f.kind,
  f.occurred_at
from
  core.reaction as f
  join core.account as a on a.institution_id = f.institution_id and a.account_id = f.account_id
where
  f.ingested_at <= core.known_at()
  and (f.superseded_at is null or f.superseded_at > core.known_at());

comment on view core.known_reaction is 'Reactions of named people, as known.';

create view core.known_session with (security_invoker = true) as
select
  f.institution_id,
  f.course_id,
  f.session_id,
  f.source_id,
  f.key,
  f.parent_key,
  f.group_key,
  f.kind,
  f.title,
  f.occurred_at,
  f.ends_at,
  f.cancelled,
  f.url
from
  core.session as f
where
  f.ingested_at <= core.known_at()
  and (f.superseded_at is null or f.superseded_at > core.known_at());

comment on view core.known_session is 'Sessions as known.';

create view core.known_presence with (security_invoker = true) as
select
  f.institution_id,
  f.course_id,
  f.presence_id,
  f.source_id,
  f.session_key,
  a.person_id,
  f.precision,
  f.status,
  f.occurred_at,
  f.leave_at,
  f.seconds
from
  core.presence as f
  join core.account as a on a.institution_id = f.institution_id and a.account_id = f.account_id
where
  f.ingested_at <= core.known_at()
  and (f.superseded_at is null or f.superseded_at > core.known_at());

comment on view core.known_presence is 'Presence rows of named people, as known.';

create view core.known_group with (security_invoker = true) as
select
  f.institution_id,
  f.course_id,
  f.course_group_id,
  f.source_id,
  f.key,
  f.kind,
  f.title,
  f.valid_from,
  f.valid_to
from
  core.course_group as f
where
  f.ingested_at <= core.known_at()
  and (f.superseded_at is null or f.superseded_at > core.known_at());

comment on view core.known_group is 'Groups as known.';

create view core.known_membership with (security_invoker = true) as
select
  f.institution_id,
  f.course_id,
  f.membership_id,
  f.source_id,
  f.group_key,
  a.person_id,
  f.valid_from,
  f.valid_to
from
  core.membership as f
  join core.account as a on a.institution_id = f.institution_id and a.account_id = f.account_id
where
  f.ingested_at <= core.known_at()
  and (f.superseded_at is null or f.superseded_at > core.known_at());

comment on view core.known_membership is 'Group memberships as known, by person.';

create view core.known_feedback with (security_invoker = true) as
select
  f.institution_id,
  f.course_id,
  f.feedback_id,
  f.source_id,
  giver.person_id as giver_id,
  receiver.person_id as receiver_id,
  f.kind,
  f.allotted,
  f.occurred_at
from
  core.feedback as f
  join core.account as giver on giver.institution_id = f.institution_id and giver.account_id = f.giver_account_id
  left join core.account as receiver on receiver.institution_id = f.institution_id and receiver.account_id = f.receiver_account_id
where
  f.ingested_at <= core.known_at()
  and (f.superseded_at is null or f.superseded_at > core.known_at());

comment on view core.known_feedback is 'Feedback as known, by person.';

create view core.known_mentorship with (security_invoker = true) as
select
  f.institution_id,
  f.course_id,
  f.mentorship_id,
  mentor.person_id as mentor_id,
  mentee.person_id as mentee_id,
  f.valid_from,
  f.valid_to
from
  core.mentorship as f
  join core.account as mentor on mentor.institution_id = f.institution_id and mentor.account_id = f.mentor_account_id
  join core.account as mentee on mentee.institution_id = f.institution_id and mentee.account_id = f.mentee_account_id
where
  f.ingested_at <= core.known_at()
  and (f.superseded_at is null or f.superseded_at > core.known_at());

comment on view core.known_mentorship is 'Mentorships as known, by person.';

create view core.known_activity with (security_invoker = true) as
select
  f.institution_id,
  f.course_id,
  f.occurred_at,
  f.source_id,
  f.key,
  a.person_id,
  f.verb_id,
  f.object_type,
  f.object_key,
  f.count
from
  core.activity as f
  join core.account as a on a.institution_id = f.institution_id and a.account_id = f.account_id
where
  f.ingested_at <= core.known_at()
  and (f.superseded_at is null or f.superseded_at > core.known_at());

comment on view core.known_activity is 'Activity as known, by person.';

-- Who is a student and who is staff, as intervals. Someone seen without any enrolment is a provisional student where the
-- course has no roster at all; where it has one, they are kept but counted nowhere. Bots, test users and shared accounts
-- are nobody here.
create view core.known_member with (security_invoker = true) as
select
  institution_id,
  course_id,
  person_id,
  min(coalesce(valid_from, '-infinity'::timestamptz)) filter (where role in ('teacher', 'assistant')) as staff_from,
  max(coalesce(valid_to, 'infinity'::timestamptz)) filter (where role in ('teacher', 'assistant')) as staff_to,
  min(coalesce(valid_from, '-infinity'::timestamptz)) filter (where role = 'learner') as learner_from,
  max(
    case
      when status in ('active', 'completed') then coalesce(valid_to, 'infinity'::timestamptz)
      else coalesce(valid_to, '-infinity'::timestamptz)
    end
  ) filter (where role = 'learner') as learner_to,
  false as provisional
from core.known_enrolment
where person_kind = 'human'
group by
  institution_id,
  course_id,
  person_id
union all
select
  seen.institution_id,
  seen.course_id,
  seen.person_id,
  null,
  null,
  '-infinity'::timestamptz,
  'infinity'::timestamptz,
  true
from core.participant as seen
where
  seen.basis = 'provisional'
  and not exists (
    select
    from core.known_enrolment as enrolment
    where
      enrolment.institution_id = seen.institution_id
      and enrolment.course_id = seen.course_id
      and (enrolment.role = 'learner' or enrolment.person_id = seen.person_id)
  );

comment on view core.known_member is 'One row a person and course: since and until when staff, since and until when learner.';

grant select on core.known_enrolment, core.known_post, core.known_reaction, core.known_session, core.known_presence,
core.known_group, core.known_membership, core.known_feedback, core.known_mentorship, core.known_activity,
core.known_member to kith_etl, kith_app;
