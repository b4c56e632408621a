-- Who opted out stands in no list of what staff do either: rows about them are closed to every reader until they come
-- back. Nothing is deleted: with a new word they are there again.
create policy contact_opted_out on care.contact as restrictive for select to kith_app using (
  not exists (
    select from core.opted_out as o
    where o.institution_id = contact.institution_id and o.person_id = contact.person_id
      and o.course_id in (0, contact.course_id)
  )
);
create policy outcome_opted_out on care.outcome as restrictive for select to kith_app using (
  not exists (
    select from core.opted_out as o
    where o.institution_id = outcome.institution_id and o.person_id = outcome.person_id
      and o.course_id in (0, outcome.course_id)
  )
);
create policy case_file_opted_out on care.case_file as restrictive for select to kith_app using (
  not exists (
    select from core.opted_out as o
    where o.institution_id = case_file.institution_id and o.person_id = case_file.person_id
      and o.course_id in (0, case_file.course_id)
  )
);
create policy note_opted_out on care.note as restrictive for select to kith_app using (
  not exists (
    select from core.opted_out as o
    where o.institution_id = note.institution_id and o.person_id = note.person_id
      and o.course_id in (0, note.course_id)
  )
);
create policy note_text_opted_out on care.note_text as restrictive for select to kith_app using (
  not exists (
    select from core.opted_out as o
    where o.institution_id = note_text.institution_id and o.person_id = note_text.person_id
      and o.course_id in (0, note_text.course_id)
  )
);
create policy alert_view_opted_out on care.alert_view as restrictive for select to kith_app using (
  not exists (
    select from core.opted_out as o
    where o.institution_id = alert_view.institution_id and o.person_id = alert_view.person_id
      and o.course_id in (0, alert_view.course_id)
  )
);
create policy alert_step_opted_out on care.alert_step as restrictive for select to kith_app using (
  not exists (
    select from core.opted_out as o
    where o.institution_id = alert_step.institution_id and o.person_id = alert_step.person_id
      and o.course_id in (0, alert_step.course_id)
  )
);
create policy mentor_match_opted_out on care.mentor_match as restrictive for select to kith_app using (
  not exists (
    select from core.opted_out as o
    where o.institution_id = mentor_match.institution_id and o.person_id in (mentor_match.mentor_id, mentor_match.mentee_id)
      and o.course_id in (0, mentor_match.course_id)
  )
);
-- Nobody is written to, or about, as a learner of a course they left out of; their own row stays theirs to see.
create policy participant_opted_out on core.participant as restrictive for select to kith_app using (
  role <> 'learner'
  or person_id = (select nullif(current_setting('kith.person', true), '')::bigint)
  or not exists (
    select from core.opted_out as o
    where o.institution_id = participant.institution_id and o.person_id = participant.person_id
      and o.course_id in (0, participant.course_id)
  )
);

-- A pair is proposed, of two learners of that course, by whoever may know their names; to confirm it is another step.
-- Otherwise somebody could pair themselves with anybody, and be told the name.
drop policy mentor_match_app_add on care.mentor_match;
create policy mentor_match_app_add on care.mentor_match for insert to kith_app with check (
  institution_id = (select nullif(current_setting('kith.institution', true), '')::bigint)
  and proposed_by = (select nullif(current_setting('kith.person', true), '')::bigint)
  and course_id = any ((select string_to_array(nullif(current_setting('kith.named_courses', true), ''), ',')::bigint[])::bigint[])
  and state = 'proposed'
  and decided_by is null
  and 2 = (
    select count(*) from core.participant as p
    where p.institution_id = mentor_match.institution_id and p.course_id = mentor_match.course_id
      and p.person_id in (mentor_match.mentor_id, mentor_match.mentee_id) and p.role = 'learner'
  )
);

-- A case opens the learner's name and address to student support, so it is of a learner of that course.
drop policy case_file_app_add on care.case_file;
create policy case_file_app_add on care.case_file for insert to kith_app with check (
  institution_id = (select nullif(current_setting('kith.institution', true), '')::bigint)
  and raised_by = (select nullif(current_setting('kith.person', true), '')::bigint)
  and course_id = any ((select string_to_array(nullif(current_setting('kith.named_courses', true), ''), ',')::bigint[])::bigint[])
  and exists (
    select from core.participant as p
    where p.institution_id = case_file.institution_id and p.course_id = case_file.course_id
      and p.person_id = case_file.person_id and p.role = 'learner'
  )
);

-- Who wrote a note, or was named as its reader, reads it while they have to do with the course, and no longer.
create policy note_text_reach on care.note_text as restrictive for select to kith_app using (
  course_id = any ((select string_to_array(nullif(current_setting('kith.learner_courses', true), ''), ',')::bigint[])::bigint[])
  or course_id = any ((select string_to_array(nullif(current_setting('kith.support_courses', true), ''), ',')::bigint[])::bigint[])
);
