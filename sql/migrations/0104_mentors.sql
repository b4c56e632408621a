-- Peer mentors: who may be paired, and the pairs that staff propose and confirm. No score is anywhere near.
create table care.mentor_match (
  institution_id bigint not null,
  course_id bigint not null,
  match_id bigint generated always as identity,
  mentor_id bigint not null,
  mentee_id bigint not null,
  state text not null,
  shared_courses smallint not null,
  hours_apart double precision,
  languages text[] not null,
  proposed_by bigint not null,
  proposed_at timestamptz not null,
  decided_by bigint,
  decided_at timestamptz,
  constraint mentor_match_pkey primary key (institution_id, course_id, match_id),
  constraint mentor_match_state_check check (state in ('proposed', 'confirmed', 'declined', 'ended')),
  constraint mentor_match_pair_check check (mentor_id <> mentee_id)
);

comment on table care.mentor_match is 'A learner and a peer who offered to be there for others, with the reasons for the pair. Staff propose and confirm.';
comment on column care.mentor_match.institution_id is 'Tenant. Leads every key; the distribution column on Citus.';
comment on column care.mentor_match.course_id is 'Course the row belongs to.';
comment on column care.mentor_match.match_id is 'Id.';
comment on column care.mentor_match.mentor_id is 'Who offered.';
comment on column care.mentor_match.mentee_id is 'For whom.';
comment on column care.mentor_match.state is 'proposed, confirmed, declined (this pair is not proposed again) or ended.';
comment on column care.mentor_match.shared_courses is 'Courses both are in, this one among them.';
comment on column care.mentor_match.hours_apart is 'Hours between their time zones; null: one is not known.';
comment on column care.mentor_match.languages is 'Languages both have named.';
comment on column care.mentor_match.proposed_by is 'Who asked for proposals.';
comment on column care.mentor_match.proposed_at is 'When.';
comment on column care.mentor_match.decided_by is 'Who confirmed, declined or ended it.';
comment on column care.mentor_match.decided_at is 'When.';
create index mentor_match_mentor on care.mentor_match (institution_id, mentor_id);

alter table care.mentor_match enable row level security;
alter table care.mentor_match force row level security;
create policy mentor_match_etl on care.mentor_match to kith_etl using (true) with check (true);
grant select, insert, update, delete on care.mentor_match to kith_etl;
create policy mentor_match_app_read on care.mentor_match for select to kith_app using (
  institution_id = (select nullif(current_setting('kith.institution', true), '')::bigint)
  and (course_id = any ((select string_to_array(nullif(current_setting('kith.named_courses', true), ''), ',')::bigint[])::bigint[]))
);
create policy mentor_match_app_add on care.mentor_match for insert to kith_app with check (
  institution_id = (select nullif(current_setting('kith.institution', true), '')::bigint)
  and (proposed_by = (select nullif(current_setting('kith.person', true), '')::bigint)
    and course_id = any ((select string_to_array(nullif(current_setting('kith.named_courses', true), ''), ',')::bigint[])::bigint[]))
);
create policy mentor_match_app_change on care.mentor_match for update to kith_app using (
  institution_id = (select nullif(current_setting('kith.institution', true), '')::bigint)
  and (course_id = any ((select string_to_array(nullif(current_setting('kith.named_courses', true), ''), ',')::bigint[])::bigint[]))
);
grant select, insert on care.mentor_match to kith_app;
grant update (state, decided_by, decided_at) on care.mentor_match to kith_app;

create function care.mentors_of (course bigint) returns table (mentor_id bigint, free integer) language sql stable security definer
set
  search_path = pg_catalog
begin
  atomic
  select
    offer.person_id,
    offer.capacity - (
      select
        count(*)::integer
      from
        care.mentor_match as m
      where
        m.institution_id = offer.institution_id
        and m.mentor_id = offer.person_id
        and m.state in ('proposed', 'confirmed')
    )
  from
    care.mentor_offer as offer
    join core.participant as p on p.institution_id = offer.institution_id
    and p.person_id = offer.person_id
  where
    p.institution_id = nullif(current_setting('kith.institution', true), '')::bigint
    and p.course_id = course
    and course = any (string_to_array(nullif(current_setting('kith.named_courses', true), ''), ',')::bigint[])
    and p.role = 'learner'
    and not exists (
      select
      from
        core.opted_out as o
      where
        o.institution_id = p.institution_id
        and o.person_id = p.person_id
        and o.course_id in (0, course)
    );
end;

comment on function care.mentors_of (bigint) is 'Learners of a course who offered to be a mentor, and for how many more: for whoever teaches it and may know their names.';
revoke all on function care.mentors_of (bigint) from public;
grant execute on function care.mentors_of (bigint) to kith_app;

create function care.mentor_pairs (course bigint, mentees bigint[]) returns table (
  mentor_id bigint,
  mentee_id bigint,
  free integer,
  shared_courses integer,
  hours_apart double precision,
  languages text[]
) language sql stable security definer
set
  search_path = pg_catalog
begin
  atomic
  select
    mentor.mentor_id,
    mentee.person_id,
    mentor.free,
    (
      select
        count(distinct here.course_id)::integer
      from
        core.participant as here
        join core.participant as there on there.institution_id = here.institution_id
        and there.course_id = here.course_id
        and there.person_id = mentee.person_id
        and there.role = 'learner'
      where
        here.institution_id = mentee.institution_id
        and here.person_id = mentor.mentor_id
        and here.role = 'learner'
    ),
    abs(
      extract(
        epoch
        from
          (now() at time zone coalesce(offer.timezone, one.timezone)) - (now() at time zone coalesce(own.timezone, other.timezone))
      )
    )::double precision / 3600,
    array(
      select
        unnest(offer.languages)
      intersect
      select
        unnest(own.languages)
    )
  from
    care.mentors_of (course) as mentor
    join core.participant as mentee on mentee.institution_id = nullif(current_setting('kith.institution', true), '')::bigint
    and mentee.course_id = course
    and mentee.role = 'learner'
    and mentee.status = 'active'
    and mentee.person_id = any (mentees)
    join care.mentor_offer as offer on offer.institution_id = mentee.institution_id
    and offer.person_id = mentor.mentor_id
    join core.person as one on one.institution_id = mentee.institution_id
    and one.person_id = mentor.mentor_id
    join core.person as other on other.institution_id = mentee.institution_id
    and other.person_id = mentee.person_id
    left join care.mentor_offer as own on own.institution_id = mentee.institution_id
    and own.person_id = mentee.person_id
  where
    mentor.free > 0
    and mentor.mentor_id <> all (mentees)
    and not exists (
      select
      from
        care.kept_apart as apart
      where
        apart.institution_id = mentee.institution_id
        and (
          (
            apart.person_id = mentor.mentor_id
            and apart.other_person_id = mentee.person_id
          )
          or (
            apart.person_id = mentee.person_id
            and apart.other_person_id = mentor.mentor_id
          )
        )
    )
    and not exists (
      select
      from
        care.mentor_match as m
      where
        m.institution_id = mentee.institution_id
        and m.course_id = course
        and m.mentee_id = mentee.person_id
        and (
          m.state in ('proposed', 'confirmed')
          or m.mentor_id = mentor.mentor_id
        )
    )
    and not exists (
      select
      from
        core.opted_out as o
      where
        o.institution_id = mentee.institution_id
        and o.person_id = mentee.person_id
        and o.course_id in (0, course)
    )
    and coalesce(
      (
        select
          c.granted
        from
          core.consent as c
          join core.account as a on a.institution_id = c.institution_id
          and a.account_id = c.account_id
        where
          c.institution_id = mentee.institution_id
          and a.person_id = mentee.person_id
          and c.purpose = 'mentoring'
          and c.superseded_at is null
        order by
          c.occurred_at desc
        limit
          1
      ),
      true
    );
end;

comment on function care.mentor_pairs (bigint, bigint[]) is 'Who may be paired with whom in a course, and what speaks for it. Pairs that one of them has ruled out are simply not there, so nobody learns of it.';
revoke all on function care.mentor_pairs (bigint, bigint[]) from public;
grant execute on function care.mentor_pairs (bigint, bigint[]) to kith_app;

create function care.my_mentoring () returns table (
  mentor boolean,
  name text,
  course text,
  since timestamptz,
  shared_courses smallint,
  languages text[]
) language sql stable security definer
set
  search_path = pg_catalog
begin
  atomic
  select
    m.mentor_id = me.person_id,
    who.display_name,
    c.title,
    m.decided_at,
    m.shared_courses,
    m.languages
  from
    ops.me () as me
    join care.mentor_match as m on m.institution_id = me.institution_id
    and me.person_id in (m.mentor_id, m.mentee_id)
    and m.state = 'confirmed'
    join core.course as c on c.institution_id = m.institution_id
    and c.course_id = m.course_id
    join identity.person as who on who.institution_id = m.institution_id
    and who.person_id = case
      when m.mentor_id = me.person_id then m.mentee_id
      else m.mentor_id
    end
  order by
    m.decided_at desc;
end;

comment on function care.my_mentoring () is 'Whom the signed-in person is there for, or who is there for them: a name, a course and the reasons for the pair, and nothing else.';
revoke all on function care.my_mentoring () from public;
grant execute on function care.my_mentoring () to kith_app;
