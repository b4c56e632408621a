-- Cohorts: learners of several courses by a rule or a list, for whoever compares courses and sees no learner.
create table insight.cohort (
  institution_id bigint not null,
  cohort_id bigint generated always as identity,
  owner_id bigint not null,
  title text not null,
  rule jsonb,
  person_ids bigint[],
  created_at timestamptz not null,
  ended_at timestamptz,
  counted_at timestamptz,
  state text not null,
  figures jsonb,
  constraint cohort_pkey primary key (institution_id, cohort_id),
  constraint cohort_basis_check check ((rule is null) <> (person_ids is null)),
  constraint cohort_state_check check (state in ('waiting', 'shown', 'few', 'too_close'))
);

comment on table insight.cohort is 'A cohort somebody saved, and what may be told of it. One that ended stays, because what was told of it still can be compared.';
comment on column insight.cohort.institution_id is 'Tenant. Leads every key; the distribution column on Citus.';
comment on column insight.cohort.cohort_id is 'Id.';
comment on column insight.cohort.owner_id is 'Lead or researcher who saved it.';
comment on column insight.cohort.title is 'What they call it.';
comment on column insight.cohort.rule is 'Conditions that all hold: termId, unitId, courseId, startWeek, group. Null: by list.';
comment on column insight.cohort.person_ids is 'People of the list who were found in the owner''s courses. Null: by rule.';
comment on column insight.cohort.created_at is 'When it was saved.';
comment on column insight.cohort.ended_at is 'When its owner put it away.';
comment on column insight.cohort.counted_at is 'When its figures were last looked at.';
comment on column insight.cohort.state is 'waiting, shown, few (under ten people), or too_close (it differs from another by fewer than ten).';
comment on column insight.cohort.figures is 'What is told: curves by course week and changes of membership, both without few people. Null unless shown.';

alter table insight.cohort enable row level security;
alter table insight.cohort force row level security;
create policy cohort_etl on insight.cohort to kith_etl using (true) with check (true);
grant select, insert, update, delete on insight.cohort to kith_etl;
create policy cohort_app on insight.cohort for select to kith_app using (
  institution_id = (select nullif(current_setting('kith.institution', true), '')::bigint)
  and owner_id = (select nullif(current_setting('kith.person', true), '')::bigint)
);
-- Not person_ids: whoever saved a list is not told who was found.
grant select (institution_id, cohort_id, owner_id, title, rule, created_at, ended_at, counted_at, state, figures) on insight.cohort to kith_app;

create table insight.cohort_member (
  institution_id bigint not null,
  course_id bigint not null,
  cohort_id bigint not null,
  person_id bigint not null,
  from_day date not null,
  reason_in text not null,
  to_day date,
  reason_out text,
  counted boolean not null,
  constraint cohort_member_pkey primary key (institution_id, course_id, cohort_id, person_id, from_day)
);

comment on table insight.cohort_member is 'Who is and was in a cohort, from when to when and why. The app does not read it.';
comment on column insight.cohort_member.institution_id is 'Tenant. Leads every key; the distribution column on Citus.';
comment on column insight.cohort_member.course_id is 'Course in which they are a learner.';
comment on column insight.cohort_member.cohort_id is 'Cohort.';
comment on column insight.cohort_member.person_id is 'Learner.';
comment on column insight.cohort_member.from_day is 'Since when, as Kith saw it.';
comment on column insight.cohort_member.reason_in is 'first (there when it was saved), joined (the rule came to fit them).';
comment on column insight.cohort_member.to_day is 'Last day but one they were in it; null: they are.';
comment on column insight.cohort_member.reason_out is 'left_course, or rule (it no longer fits them).';
comment on column insight.cohort_member.counted is 'Whether the figures that are told rest on them. Changes only for ten at once.';

alter table insight.cohort_member enable row level security;
alter table insight.cohort_member force row level security;
create policy cohort_member_etl on insight.cohort_member to kith_etl using (true) with check (true);
grant select, insert, update, delete on insight.cohort_member to kith_etl;

create function insight.compared_courses () returns table (institution_id bigint, course_id bigint) language sql stable
set
  search_path = pg_catalog
begin
  atomic
  select distinct
    a.institution_id,
    a.course_id
  from
    ops.me () as me
    join ops.course_access as a on a.institution_id = me.institution_id
    and a.person_id = me.person_id
  where
    a.role in ('lead', 'researcher')
    and coalesce(a.valid_from <= clock_timestamp(), true)
    and coalesce(a.valid_to > clock_timestamp(), true);
end;

comment on function insight.compared_courses () is 'Courses that the signed-in lead or researcher may compare.';
revoke all on function insight.compared_courses () from public;
grant execute on function insight.compared_courses () to kith_app;

create function insight.save_cohort (called text, conditions jsonb, listed text[]) returns bigint language plpgsql security definer
set
  search_path = pg_catalog as $$
declare
  institution bigint := (select m.institution_id from ops.me() as m);
  me bigint := (select m.person_id from ops.me() as m);
  saved bigint;
begin
  if not exists (select from insight.compared_courses()) then
    return null;
  end if;
  insert into insight.cohort (institution_id, owner_id, title, rule, person_ids, created_at, state)
  select
    institution, me, called, conditions,
    case when listed is not null then array(
      select distinct p.person_id
      from core.participant as p
      join insight.compared_courses() as mine on mine.institution_id = p.institution_id and mine.course_id = p.course_id
      join core.account as a on a.institution_id = p.institution_id and a.person_id = p.person_id
      join identity.account as known on known.institution_id = a.institution_id and known.account_id = a.account_id
      left join identity.claim as c
        on c.institution_id = a.institution_id and c.account_id = a.account_id and c.scheme = 'email' and c.verified
      where p.role = 'learner' and (lower(c.value) = any (listed) or lower(known.key) = any (listed))
    ) end,
    clock_timestamp(), 'waiting'
  returning cohort_id into saved;
  return saved;
end
$$;

comment on function insight.save_cohort (text, jsonb, text[]) is 'Saves a cohort of the signed-in lead or researcher, by conditions or by a list of verified addresses or keys. Says nothing about who was found. Null: they compare no courses.';

create function insight.end_cohort (ending bigint) returns boolean language plpgsql security definer
set
  search_path = pg_catalog as $$
begin
  update insight.cohort as c set ended_at = clock_timestamp()
  from ops.me() as me
  where c.institution_id = me.institution_id and c.owner_id = me.person_id and c.cohort_id = ending and c.ended_at is null;
  return found;
end
$$;

comment on function insight.end_cohort (bigint) is 'Puts a cohort of the signed-in person away. False: there is no such.';
revoke all on function insight.save_cohort (text, jsonb, text[]), insight.end_cohort (bigint) from public;
grant execute on function insight.save_cohort (text, jsonb, text[]), insight.end_cohort (bigint) to kith_app;
