-- The belonging pulse: asked for a few days, answered without a name unless the learner ticks otherwise. What is kept until
-- a round closes is a bag of answers in the order of their values, so that nothing says who came when.
create table care.pulse_round (
  institution_id bigint not null,
  course_id bigint not null,
  round_id bigint generated always as identity,
  opened_by bigint not null,
  opened_at timestamptz not null,
  closes_at timestamptz not null,
  by_mail boolean not null,
  invited integer not null,
  closed_at timestamptz,
  figures jsonb,
  constraint pulse_round_pkey primary key (institution_id, course_id, round_id)
);

comment on table care.pulse_round is 'A few days in which a course is asked how much it feels like theirs. Its figures are made once, when it closes, and never again.';
comment on column care.pulse_round.institution_id is 'Tenant. Leads every key; the distribution column on Citus.';
comment on column care.pulse_round.course_id is 'Course the row belongs to.';
comment on column care.pulse_round.round_id is 'Id.';
comment on column care.pulse_round.opened_by is 'Instructor or lead who opened it.';
comment on column care.pulse_round.opened_at is 'When.';
comment on column care.pulse_round.closes_at is 'No answer is taken from then on.';
comment on column care.pulse_round.by_mail is 'Invitations go out by the institution''s mail server.';
comment on column care.pulse_round.invited is 'How many were invited.';
comment on column care.pulse_round.closed_at is 'When the figures were made; null: it is open.';
comment on column care.pulse_round.figures is 'Answers and means of 1..5, from 5 answers without a name on; null: it is open, or there were fewer.';

alter table care.pulse_round enable row level security;
alter table care.pulse_round force row level security;
create policy pulse_round_etl on care.pulse_round to kith_etl using (true) with check (true);
grant select, insert, update, delete on care.pulse_round to kith_etl;

create table care.pulse_invitation (
  institution_id bigint not null,
  course_id bigint not null,
  round_id bigint not null,
  person_id bigint not null,
  mailed boolean not null,
  constraint pulse_invitation_pkey primary key (institution_id, course_id, round_id, person_id)
);

comment on table care.pulse_invitation is 'Whom an open round asks. Goes when the round closes. Says nothing about who answered.';
comment on column care.pulse_invitation.institution_id is 'Tenant. Leads every key; the distribution column on Citus.';
comment on column care.pulse_invitation.course_id is 'Course the row belongs to.';
comment on column care.pulse_invitation.round_id is 'Round.';
comment on column care.pulse_invitation.person_id is 'Learner.';
comment on column care.pulse_invitation.mailed is 'The invitation went out, or none is to go.';

alter table care.pulse_invitation enable row level security;
alter table care.pulse_invitation force row level security;
create policy pulse_invitation_etl on care.pulse_invitation to kith_etl using (true) with check (true);
grant select, insert, update, delete on care.pulse_invitation to kith_etl;
create policy pulse_invitation_app on care.pulse_invitation for select to kith_app using (
  institution_id = (select nullif(current_setting('kith.institution', true), '')::bigint)
  and person_id = (select nullif(current_setting('kith.person', true), '')::bigint)
);
create policy pulse_round_app on care.pulse_round for select to kith_app using (
  institution_id = (select nullif(current_setting('kith.institution', true), '')::bigint)
  and (
    course_id = any ((select string_to_array(nullif(current_setting('kith.learner_courses', true), ''), ',')::bigint[])::bigint[])
    or course_id = any ((select string_to_array(nullif(current_setting('kith.aggregate_courses', true), ''), ',')::bigint[])::bigint[])
    or exists (
      select from care.pulse_invitation as own
      where own.institution_id = pulse_round.institution_id and own.course_id = pulse_round.course_id
        and own.round_id = pulse_round.round_id
    )
  )
);
grant select on care.pulse_round, care.pulse_invitation to kith_app;

-- Neither the app nor the ETL may read the next two: only the functions below do.
create table care.pulse_bag (
  institution_id bigint not null,
  course_id bigint not null,
  round_id bigint not null,
  answers jsonb not null,
  constraint pulse_bag_pkey primary key (institution_id, course_id, round_id)
);

comment on table care.pulse_bag is 'Answers without a name of a round that is open, all in one row. No login reads it; it goes when the round closes.';
comment on column care.pulse_bag.institution_id is 'Tenant. Leads every key; the distribution column on Citus.';
comment on column care.pulse_bag.course_id is 'Course the row belongs to.';
comment on column care.pulse_bag.round_id is 'Round.';
comment on column care.pulse_bag.answers is 'Answers in the order of their values: the order in which they came is nowhere.';

alter table care.pulse_bag enable row level security;
alter table care.pulse_bag force row level security;

create table care.pulse_spent (
  institution_id bigint not null,
  course_id bigint not null,
  round_id bigint not null,
  mark bytea not null,
  constraint pulse_spent_pkey primary key (institution_id, course_id, round_id, mark)
);

comment on table care.pulse_spent is 'Links that were used. No login reads it; it goes when the round closes.';
comment on column care.pulse_spent.institution_id is 'Tenant. Leads every key; the distribution column on Citus.';
comment on column care.pulse_spent.course_id is 'Course the row belongs to.';
comment on column care.pulse_spent.round_id is 'Round.';
comment on column care.pulse_spent.mark is 'Keyed digest of the invitation, by the key outside the database: without it nobody can say whose it is.';

alter table care.pulse_spent enable row level security;
alter table care.pulse_spent force row level security;

create function care.may_ask (course bigint) returns boolean language sql stable
set
  search_path = pg_catalog
begin
  atomic
  select
    exists (
      select
      from
        ops.me () as me
        join ops.course_access as a on a.institution_id = me.institution_id
        and a.person_id = me.person_id
      where
        a.course_id = course
        and a.role in ('instructor', 'lead')
        and coalesce(a.valid_from <= clock_timestamp(), true)
        and coalesce(a.valid_to > clock_timestamp(), true)
    );
end;

comment on function care.may_ask (bigint) is 'Whether the signed-in person is an instructor or a lead of the course.';
revoke all on function care.may_ask (bigint) from public;
grant execute on function care.may_ask (bigint) to kith_app;

create function care.open_pulse (course bigint, days integer, by_mail boolean) returns text language plpgsql security definer
set
  search_path = pg_catalog as $$
declare
  institution bigint := (select m.institution_id from ops.me() as m);
  me bigint := (select m.person_id from ops.me() as m);
  asked bigint[];
  opened bigint;
begin
  if not care.may_ask(course) or days not between 3 and 14 then
    return 'not_here';
  end if;
  perform pg_advisory_xact_lock(hashtextextended(format('kith pulse %s %s', institution, course), 0));
  if exists (
    select from care.pulse_round as r where r.institution_id = institution and r.course_id = course and r.closed_at is null
  ) then
    return 'open_already';
  end if;
  -- Learners who are in the course, and want to be part of what Kith looks at.
  asked := array(
    select p.person_id from core.participant as p
    where p.institution_id = institution and p.course_id = course and p.role = 'learner'
      and not exists (
        select from core.opted_out as o
        where o.institution_id = p.institution_id and o.person_id = p.person_id and o.course_id in (0, p.course_id)
      )
      and not exists (
        select from core.account as a
        join core.enrolment as e on e.institution_id = a.institution_id and e.account_id = a.account_id
        where a.institution_id = p.institution_id and a.person_id = p.person_id and e.course_id = p.course_id
          and e.superseded_at is null and e.role = 'learner'
        having count(*) > 0 and bool_and(
          coalesce(e.status not in ('active', 'completed'), false) or coalesce(e.valid_to <= clock_timestamp(), false)
        )
      )
      and not exists (
        select from core.account as a
        join core.outcome as gone on gone.institution_id = a.institution_id and gone.account_id = a.account_id
        where a.institution_id = p.institution_id and a.person_id = p.person_id and gone.course_id = p.course_id
          and gone.superseded_at is null and gone.kind = 'withdrawn'
      )
  );
  if cardinality(asked) < 5 then
    return 'too_few';
  end if;
  insert into care.pulse_round (institution_id, course_id, opened_by, opened_at, closes_at, by_mail, invited)
  values (institution, course, me, clock_timestamp(), clock_timestamp() + make_interval(days => days), by_mail, cardinality(asked))
  returning round_id into opened;
  insert into care.pulse_invitation (institution_id, course_id, round_id, person_id, mailed)
  select institution, course, opened, one.person_id, not by_mail from unnest(asked) as one (person_id);
  insert into care.pulse_bag (institution_id, course_id, round_id, answers) values (institution, course, opened, '[]');
  return 'opened';
end
$$;

comment on function care.open_pulse (bigint, integer, boolean) is 'Opens a round of the pulse and invites the course: opened, not_here (no instructor or lead), open_already, or too_few to ask.';
revoke all on function care.open_pulse (bigint, integer, boolean) from public;
grant execute on function care.open_pulse (bigint, integer, boolean) to kith_app;

create function care.pulse_invites (institution bigint, course bigint, round bigint, mark bytea) returns table (title text, closes_at timestamptz, state text) language sql stable security definer
set
  search_path = pg_catalog
begin
  atomic
  select
    place.title,
    r.closes_at,
    case
      when r.closed_at is not null
      or r.closes_at <= clock_timestamp() then 'over'
      when exists (
        select
        from
          care.pulse_spent as s
        where
          s.institution_id = r.institution_id
          and s.course_id = r.course_id
          and s.round_id = r.round_id
          and s.mark = pulse_invites.mark
      ) then 'used'
      else 'open'
    end
  from
    care.pulse_round as r
    join core.course as place on place.institution_id = r.institution_id
    and place.course_id = r.course_id
  where
    r.institution_id = pulse_invites.institution
    and r.course_id = pulse_invites.course
    and r.round_id = pulse_invites.round;
end;

comment on function care.pulse_invites (bigint, bigint, bigint, bytea) is 'What whoever holds a link is asked, and whether it still works: open, used or over. Looking uses nothing up.';
revoke all on function care.pulse_invites (bigint, bigint, bigint, bytea) from public;
grant execute on function care.pulse_invites (bigint, bigint, bigint, bytea) to kith_app;

create function care.answer_pulse (institution bigint, course bigint, round bigint, spending bytea, said jsonb, named bigint) returns text language plpgsql security definer
set
  search_path = pg_catalog as $$
declare
  answer jsonb := (
    select jsonb_object_agg(item.key, item.value) from jsonb_each(said) as item
    where item.key in ('connected', 'mine', 'someone_to_ask', 'can_say') and item.value in ('1', '2', '3', '4', '5')
  );
  account core.account;
begin
  if answer is null then
    return 'empty';
  end if;
  -- One lock with closing: an answer is in before the figures are made, or it is not taken.
  perform from care.pulse_bag as b
  where b.institution_id = institution and b.course_id = course and b.round_id = round
  for update;
  if not found or not exists (
    select from care.pulse_round as r
    where r.institution_id = institution and r.course_id = course and r.round_id = round and r.closes_at > clock_timestamp()
  ) then
    return 'over';
  end if;
  if named is not null then
    select a.* into account
    from care.pulse_invitation as i
    join core.account as a on a.institution_id = i.institution_id and a.person_id = i.person_id
    where i.institution_id = institution and i.course_id = course and i.round_id = round and i.person_id = named
      and not exists (
        select from core.opted_out as o
        where o.institution_id = i.institution_id and o.person_id = i.person_id and o.course_id in (0, course)
      )
    order by exists (
      select from core.withheld as w
      where w.institution_id = a.institution_id and w.person_id = a.person_id and w.source_id = a.source_id
    ), a.account_id
    limit 1;
    if not found then
      return 'no_name';
    end if;
  end if;
  insert into care.pulse_spent (institution_id, course_id, round_id, mark) values (institution, course, round, spending)
  on conflict do nothing;
  if not found then
    return 'used';
  end if;
  if named is null then
    update care.pulse_bag as b
    set answers = (
      select jsonb_agg(one.answer order by one.answer)
      from (select answer union all select jsonb_array_elements(b.answers)) as one (answer)
    )
    where b.institution_id = institution and b.course_id = course and b.round_id = round;
    return 'taken';
  end if;
  insert into core.survey_response (institution_id, course_id, source_id, run_id, ingested_at, survey_key, wave, account_id, items, occurred_at)
  values (institution, course, account.source_id, 0, clock_timestamp(), 'pulse', 'kith ' || round, account.account_id, answer, clock_timestamp());
  perform core.weeks_again(institution, array[course]);
  return 'taken';
end
$$;

comment on function care.answer_pulse (bigint, bigint, bigint, bytea, jsonb, bigint) is 'Takes one answer for one link: taken, used, over, empty, or no_name (they are not asked by name any more; the link still works). With a person only where they ticked that their instructors may see it.';
revoke all on function care.answer_pulse (bigint, bigint, bigint, bytea, jsonb, bigint) from public;
grant execute on function care.answer_pulse (bigint, bigint, bigint, bytea, jsonb, bigint) to kith_app;

create function care.close_pulses () returns integer language plpgsql security definer
set
  search_path = pg_catalog as $$
declare
  over care.pulse_round;
  unnamed jsonb;
  done integer := 0;
begin
  for over in
    select r.* from care.pulse_round as r
    where r.closed_at is null and r.closes_at <= clock_timestamp()
    order by r.institution_id, r.course_id, r.round_id
  loop
    select b.answers into unnamed from care.pulse_bag as b
    where b.institution_id = over.institution_id and b.course_id = over.course_id and b.round_id = over.round_id
    for update;
    continue when not found;
    -- Who taught knows the named answers, so the others must be five by themselves.
    if jsonb_array_length(unnamed) >= 5 then
      insert into core.survey_response (institution_id, course_id, source_id, run_id, ingested_at, survey_key, wave, items, occurred_at)
      select over.institution_id, over.course_id, home.source_id, 0, transaction_timestamp(), 'pulse', 'kith ' || over.round_id, one.answer, over.closes_at
      from jsonb_array_elements(unnamed) as one (answer)
      cross join (
        select e.source_id from core.enrolment as e
        where e.institution_id = over.institution_id and e.course_id = over.course_id and e.superseded_at is null
        group by e.source_id order by count(*) desc, e.source_id limit 1
      ) as home;
    end if;
    update care.pulse_round as r
    set closed_at = clock_timestamp(), figures = care.pulse_figures(over.institution_id, over.course_id, over.round_id, unnamed)
    where r.institution_id = over.institution_id and r.course_id = over.course_id and r.round_id = over.round_id;
    delete from care.pulse_invitation as i
    where i.institution_id = over.institution_id and i.course_id = over.course_id and i.round_id = over.round_id;
    delete from care.pulse_spent as s
    where s.institution_id = over.institution_id and s.course_id = over.course_id and s.round_id = over.round_id;
    delete from care.pulse_bag as b
    where b.institution_id = over.institution_id and b.course_id = over.course_id and b.round_id = over.round_id;
    perform core.weeks_again(over.institution_id, array[over.course_id]);
    done := done + 1;
  end loop;
  return done;
end
$$;

create function care.pulse_figures (institution bigint, course bigint, round bigint, unnamed jsonb) returns jsonb language sql stable
set
  search_path = pg_catalog
begin
  atomic
  with
    answer (items, named) as (
      select
        one.items,
        false
      from
        jsonb_array_elements(unnamed) as one (items)
      union all
      select
        s.items,
        true
      from
        core.survey_response as s
      where
        s.institution_id = institution
        and s.course_id = course
        and s.wave = 'kith ' || round
        and s.account_id is not null
        and s.superseded_at is null
    ),
    each_item (item, mean) as (
      select
        item.key,
        case
          when count(*) filter (
            where
              not answer.named
          ) >= 5 then round(avg(item.value::numeric), 1)
        end
      from
        answer
        cross join lateral jsonb_each_text(answer.items) as item
      group by
        item.key
    )
  select
    jsonb_build_object(
      'answered',
      (
        select
          count(*)
        from
          answer
      ),
      'belonging',
      (
        select
          round(avg(own.mean), 1)
        from
          answer
          cross join lateral (
            select
              avg(item.value::numeric) as mean
            from
              jsonb_each_text(answer.items) as item
          ) as own
      ),
      'items',
      coalesce(
        (
          select
            jsonb_object_agg(each_item.item, each_item.mean)
          from
            each_item
        ),
        '{}'
      )
    )
  where
    jsonb_array_length(unnamed) >= 5;
end;

comment on function care.pulse_figures (bigint, bigint, bigint, jsonb) is 'How many answered, and means to one place: of a round from 5 answers without a name on, of an item likewise; else null.';
comment on function care.close_pulses () is 'Closes rounds whose days are over: makes their figures, keeps unnamed answers as facts where there are 5, and removes invitations, links and bag. Returns how many.';
revoke all on function care.pulse_figures (bigint, bigint, bigint, jsonb), care.close_pulses () from public;
grant execute on function care.close_pulses () to kith_etl;

-- Rows of unnamed answers are for Kith's sums: nobody reads one.
create policy survey_response_named on core.survey_response as restrictive for select to kith_app using (account_id is not null);

-- An answer that somebody put their name to in Kith has no source either.
create or replace function core.own_facts () returns table (
  kind text,
  course_id bigint,
  course text,
  source_id bigint,
  source text,
  run_id bigint,
  loaded_at timestamptz,
  facts integer,
  first_at timestamptz,
  last_at timestamptz
) language sql stable security definer
set
  search_path = pg_catalog
begin
  atomic
  select
    own.kind,
    own.course_id,
    case
      when place.kind <> 'unassigned' then place.title
    end,
    source.source_id,
    source.name,
    nullif(max(own.run_id), 0),
    max(run.visible_at),
    count(*)::integer,
    min(own.at),
    max(own.at)
  from
    ops.me () as me
    cross join core.own_rows () as own
    left join core.course as place on place.institution_id = me.institution_id
    and place.course_id = own.course_id
    left join ops.source as source on source.institution_id = me.institution_id
    and source.source_id = own.source_id
    and (
      own.run_id <> 0
      or own.kind not in ('consent', 'declaration', 'survey_response')
    )
    left join ops.run as run on run.institution_id = me.institution_id
    and run.run_id = own.run_id
  group by
    own.kind,
    own.course_id,
    place.kind,
    place.title,
    source.source_id,
    source.name
  order by
    place.title nulls first,
    own.kind,
    source.name;
end;
