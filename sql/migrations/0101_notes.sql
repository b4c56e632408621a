-- Student support reads what belongs to the course a case was handed over from, not what another course knows of the same
-- person.
alter policy contact_app_read on care.contact using (
  institution_id = (select nullif(current_setting('kith.institution', true), '')::bigint)
  and (course_id = any ((select string_to_array(nullif(current_setting('kith.learner_courses', true), ''), ',')::bigint[])::bigint[])
    or (
    course_id = any ((select string_to_array(nullif(current_setting('kith.support_courses', true), ''), ',')::bigint[])::bigint[])
    and exists (
      select from care.case_file as f
      where f.institution_id = contact.institution_id and f.course_id = contact.course_id and f.person_id = contact.person_id
        and f.handed_over_at is not null and coalesce(f.closed_at > now() - interval '30 days', true)
    )
    ))
);
alter policy note_app_read on care.note using (
  institution_id = (select nullif(current_setting('kith.institution', true), '')::bigint)
  and (course_id = any ((select string_to_array(nullif(current_setting('kith.learner_courses', true), ''), ',')::bigint[])::bigint[])
    or (
    course_id = any ((select string_to_array(nullif(current_setting('kith.support_courses', true), ''), ',')::bigint[])::bigint[])
    and exists (
      select from care.case_file as f
      where f.institution_id = note.institution_id and f.course_id = note.course_id and f.person_id = note.person_id
        and f.handed_over_at is not null and coalesce(f.closed_at > now() - interval '30 days', true)
    )
    ))
);
alter policy note_text_app_read on care.note_text using (
  institution_id = (select nullif(current_setting('kith.institution', true), '')::bigint)
  and (author_id = (select nullif(current_setting('kith.person', true), '')::bigint)
    or (
      level = 'normal'
      and (
        course_id = any ((select string_to_array(nullif(current_setting('kith.named_courses', true), ''), ',')::bigint[])::bigint[])
        or (
    course_id = any ((select string_to_array(nullif(current_setting('kith.support_courses', true), ''), ',')::bigint[])::bigint[])
    and exists (
      select from care.case_file as f
      where f.institution_id = note_text.institution_id and f.course_id = note_text.course_id
        and f.person_id = note_text.person_id
        and f.handed_over_at is not null and coalesce(f.closed_at > now() - interval '30 days', true)
    )
        )
      )
    )
    or (
      level = 'restricted'
      and (select nullif(current_setting('kith.person', true), '')::bigint) = any (reader_ids)
    ))
);
