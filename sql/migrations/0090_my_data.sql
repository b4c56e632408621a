-- What learners may see of their own data, and what they may say and ask about it.
alter table core.declaration add column by_person_id bigint;

comment on column core.declaration.by_person_id is 'Who said it on a page of Kith: the learner or a teacher of theirs; null: a source did.';

create table core.withheld (
  institution_id bigint not null,
  person_id bigint not null,
  source_id bigint not null,
  said_at timestamptz not null,
  done_at timestamptz,
  constraint withheld_pkey primary key (institution_id, person_id, source_id)
);

comment on table core.withheld is 'Sources that a learner does not want read for Kith: what they brought of the learner goes, and is left out of the next load. Who is in a course, and under which account, stays.';
comment on column core.withheld.institution_id is 'Tenant. Leads every key; the distribution column on Citus.';
comment on column core.withheld.person_id is 'Learner.';
comment on column core.withheld.source_id is 'Source.';
comment on column core.withheld.said_at is 'When they said so.';
comment on column core.withheld.done_at is 'When what was there before was removed; null: it waits for the worker.';

alter table core.withheld enable row level security;
alter table core.withheld force row level security;
create policy withheld_etl on core.withheld to kith_etl using (true) with check (true);
grant select, insert, update, delete on core.withheld to kith_etl;

create table care.mentor_offer (
  institution_id bigint not null,
  person_id bigint not null,
  capacity smallint not null,
  languages text[] not null,
  timezone text,
  said_at timestamptz not null,
  constraint mentor_offer_pkey primary key (institution_id, person_id),
  constraint mentor_offer_capacity_check check (capacity between 1 and 20)
);

comment on table care.mentor_offer is 'People who said they would be a mentor. Whoever is not here is not asked.';
comment on column care.mentor_offer.institution_id is 'Tenant. Leads every key; the distribution column on Citus.';
comment on column care.mentor_offer.person_id is 'Who offers.';
comment on column care.mentor_offer.capacity is 'For how many at once.';
comment on column care.mentor_offer.languages is 'Languages they can do it in, as BCP 47 tags.';
comment on column care.mentor_offer.timezone is 'IANA zone they live in.';
comment on column care.mentor_offer.said_at is 'When they last said so.';

alter table care.mentor_offer enable row level security;
alter table care.mentor_offer force row level security;
create policy mentor_offer_etl on care.mentor_offer to kith_etl using (true) with check (true);
grant select, insert, update, delete on care.mentor_offer to kith_etl;
create policy mentor_offer_own on care.mentor_offer to kith_app using (
  institution_id = (select nullif(current_setting('kith.institution', true), '')::bigint)
  and person_id = (select nullif(current_setting('kith.person', true), '')::bigint)
) with check (
  institution_id = (select nullif(current_setting('kith.institution', true), '')::bigint)
  and person_id = (select nullif(current_setting('kith.person', true), '')::bigint)
);
grant select, insert, update, delete on care.mentor_offer to kith_app;

create table care.kept_apart (
  institution_id bigint not null,
  person_id bigint not null,
  other_person_id bigint not null,
  said_at timestamptz not null,
  constraint kept_apart_pkey primary key (institution_id, person_id, other_person_id)
);

comment on table care.kept_apart is 'Whom somebody must not be matched with. Nobody but whoever said it reads it, and no reason is asked.';
comment on column care.kept_apart.institution_id is 'Tenant. Leads every key; the distribution column on Citus.';
comment on column care.kept_apart.person_id is 'Who said it.';
comment on column care.kept_apart.other_person_id is 'Whom they are not to be matched with.';
comment on column care.kept_apart.said_at is 'When.';

alter table care.kept_apart enable row level security;
alter table care.kept_apart force row level security;
create policy kept_apart_etl on care.kept_apart to kith_etl using (true) with check (true);
grant select, insert, update, delete on care.kept_apart to kith_etl;
create policy kept_apart_own on care.kept_apart to kith_app using (
  institution_id = (select nullif(current_setting('kith.institution', true), '')::bigint)
  and person_id = (select nullif(current_setting('kith.person', true), '')::bigint)
);
grant select, delete on care.kept_apart to kith_app;

create table ops.data_request (
  institution_id bigint not null,
  request_id bigint generated always as identity,
  person_id bigint not null,
  kind text not null,
  about text,
  wish text not null,
  place text,
  asked_at timestamptz not null,
  answered_at timestamptz,
  answered_by bigint,
  granted boolean,
  answer text,
  constraint data_request_pkey primary key (institution_id, request_id),
  constraint data_request_kind_check check (kind in ('correct', 'object', 'handle', 'looks', 'erase'))
);

comment on table ops.data_request is 'What people ask of whoever keeps the data: to correct something, to leave something out, to add a name of theirs, to hear who looked, to be erased.';
comment on column ops.data_request.institution_id is 'Tenant. Leads every key; the distribution column on Citus.';
comment on column ops.data_request.request_id is 'Id.';
comment on column ops.data_request.person_id is 'Who asks.';
comment on column ops.data_request.kind is 'correct, object, handle (a name of theirs elsewhere), looks (who looked at them) or erase.';
comment on column ops.data_request.about is 'What it is about, in the words of the page.';
comment on column ops.data_request.wish is 'What they wrote; of a handle, the handle.';
comment on column ops.data_request.place is 'Of a handle: the source it is used in.';
comment on column ops.data_request.asked_at is 'When.';
comment on column ops.data_request.answered_at is 'When it was answered; null: it waits.';
comment on column ops.data_request.answered_by is 'Steward who answered.';
comment on column ops.data_request.granted is 'Done as asked, or not; null while it waits.';
comment on column ops.data_request.answer is 'What the steward wrote.';
create index data_request_person on ops.data_request (institution_id, person_id);

alter table ops.data_request enable row level security;
alter table ops.data_request force row level security;
create policy data_request_etl on ops.data_request to kith_etl using (true) with check (true);
grant select, insert, update, delete on ops.data_request to kith_etl;
create policy data_request_own on ops.data_request for select to kith_app using (
  institution_id = (select nullif(current_setting('kith.institution', true), '')::bigint)
  and (
    person_id = (select nullif(current_setting('kith.person', true), '')::bigint)
    or (select current_setting('kith.steward', true)) = 'on'
  )
);
create policy data_request_ask on ops.data_request for insert to kith_app with check (
  institution_id = (select nullif(current_setting('kith.institution', true), '')::bigint)
  and person_id = (select nullif(current_setting('kith.person', true), '')::bigint)
  and answered_at is null
);
grant select, insert on ops.data_request to kith_app;

create function ops.me () returns table (institution_id bigint, person_id bigint) language sql stable
set
  search_path = pg_catalog
begin
  atomic
  select
    nullif(current_setting('kith.institution', true), '')::bigint,
    nullif(current_setting('kith.person', true), '')::bigint
  where
    nullif(current_setting('kith.person', true), '') is not null;
end;

comment on function ops.me () is 'The signed-in person, as row-level security knows them; no row: nobody is signed in.';
revoke all on function ops.me () from public;
grant execute on function ops.me () to kith_app;

create function core.own_rows () returns table (kind text, course_id bigint, source_id bigint, run_id bigint, at timestamptz, fact jsonb) language plpgsql stable security definer
set
  search_path = pg_catalog as $$
declare
  institution bigint := (select m.institution_id from ops.me() as m);
  me bigint := (select m.person_id from ops.me() as m);
  mine bigint[] := array(select a.account_id from core.account as a where a.institution_id = institution and a.person_id = me);
  here bigint[] := array(
    select p.course_id from core.participant as p where p.institution_id = institution and p.person_id = me
    union
    select c.course_id from core.course as c where c.institution_id = institution and c.kind = 'unassigned'
  );
begin
  return query
  with
    found (kind, course_id, source_id, run_id, at, fact) as (
      select 'enrolment', f.course_id, f.source_id, f.run_id, f.valid_from, to_jsonb(f) from core.enrolment as f
      where f.institution_id = institution and f.course_id = any (here) and f.account_id = any (mine) and f.superseded_at is null
      union all
      select 'relation', null, f.source_id, f.run_id, f.valid_from, to_jsonb(f) from core.relation as f
      where f.institution_id = institution and f.superseded_at is null
        and (f.observer_account_id = any (mine) or f.learner_account_id = any (mine))
      union all
      select 'post', f.course_id, f.source_id, f.run_id, f.occurred_at, to_jsonb(f) from core.post as f
      where f.institution_id = institution and f.course_id = any (here) and f.superseded_at is null
        and (f.author_account_id = any (mine) or f.co_author_account_ids && mine)
      union all
      -- What somebody else wrote is theirs; that it names you is about you.
      select 'mention', f.course_id, f.source_id, f.run_id, f.occurred_at, '{}'::jsonb from core.post as f
      where f.institution_id = institution and f.course_id = any (here) and f.superseded_at is null
        and (f.mention_account_ids && mine or f.addressee_account_id = any (mine))
      union all
      select 'reaction', f.course_id, f.source_id, f.run_id, f.occurred_at, to_jsonb(f) from core.reaction as f
      where f.institution_id = institution and f.course_id = any (here) and f.account_id = any (mine) and f.superseded_at is null
      union all
      select 'session', f.course_id, f.source_id, f.run_id, f.occurred_at, to_jsonb(f) from core.session as f
      where f.institution_id = institution and f.course_id = any (here) and f.host_account_id = any (mine) and f.superseded_at is null
      union all
      select 'presence', f.course_id, f.source_id, f.run_id, f.occurred_at, to_jsonb(f) from core.presence as f
      where f.institution_id = institution and f.course_id = any (here) and f.account_id = any (mine) and f.superseded_at is null
      union all
      select 'activity', f.course_id, f.source_id, f.run_id, f.occurred_at, to_jsonb(f) || jsonb_build_object('verb', v.verb)
      from core.activity as f
      join core.verb as v on v.verb_id = f.verb_id
      where f.institution_id = institution and f.course_id = any (here) and f.account_id = any (mine) and f.superseded_at is null
      union all
      select 'membership', f.course_id, f.source_id, f.run_id, f.valid_from, to_jsonb(f) from core.membership as f
      where f.institution_id = institution and f.course_id = any (here) and f.account_id = any (mine) and f.superseded_at is null
      union all
      -- The points of a feedback are called marks here: Kith's own score is another thing, and stands nowhere on this page.
      select
        case when f.giver_account_id = any (mine) then 'feedback_given' else 'feedback_received' end,
        f.course_id, f.source_id, f.run_id, f.occurred_at,
        to_jsonb(f) - array['score', 'max_score'] || jsonb_build_object('mark', f.score, 'of', f.max_score)
      from core.feedback as f
      where f.institution_id = institution and f.course_id = any (here) and f.superseded_at is null
        and (f.giver_account_id = any (mine) or f.receiver_account_id = any (mine))
      union all
      select 'mentorship', f.course_id, f.source_id, f.run_id, f.valid_from, to_jsonb(f) from core.mentorship as f
      where f.institution_id = institution and f.course_id = any (here) and f.superseded_at is null
        and (f.mentor_account_id = any (mine) or f.mentee_account_id = any (mine))
      union all
      select 'award', f.course_id, f.source_id, f.run_id, f.occurred_at, to_jsonb(f) from core.award as f
      where f.institution_id = institution and f.course_id = any (here) and f.account_id = any (mine) and f.superseded_at is null
      union all
      select 'survey_response', f.course_id, f.source_id, f.run_id, f.occurred_at, to_jsonb(f) from core.survey_response as f
      where f.institution_id = institution and f.course_id = any (here) and f.account_id = any (mine) and f.superseded_at is null
      union all
      select 'outcome', f.course_id, f.source_id, f.run_id, f.occurred_at, to_jsonb(f) from core.outcome as f
      where f.institution_id = institution and f.course_id = any (here) and f.account_id = any (mine) and f.superseded_at is null
      union all
      select 'consent', f.course_id, f.source_id, f.run_id, f.occurred_at, to_jsonb(f) from core.consent as f
      where f.institution_id = institution and f.course_id = any (here) and f.account_id = any (mine) and f.superseded_at is null
      union all
      select 'declaration', f.course_id, f.source_id, f.run_id, f.occurred_at, to_jsonb(f) from core.declaration as f
      where f.institution_id = institution and f.course_id = any (here) and f.account_id = any (mine) and f.superseded_at is null
      union all
      -- Not which template, band or pattern it was written about: that would say what the score said.
      select 'contact', f.course_id, null, null, f.at, jsonb_build_object('channel', f.channel, 'answered_at', f.answered_at)
      from care.contact as f
      where f.institution_id = institution and f.course_id = any (here) and f.person_id = me and f.withdrawn_at is null
      union all
      -- That there is a note, and since when. Its words may be about others too: they are asked for.
      select 'note', f.course_id, null, null, f.written_at, '{}'::jsonb from care.note as f
      where f.institution_id = institution and f.course_id = any (here) and f.person_id = me
    )
  select
    found.kind, found.course_id, found.source_id, found.run_id, found.at,
    jsonb_strip_nulls(found.fact - array[
      'institution_id', 'course_id', 'source_id', 'run_id', 'ingested_at', 'superseded_at', 'account_id', 'author_account_id',
      'addressee_account_id', 'co_author_account_ids', 'mention_account_ids', 'host_account_id', 'giver_account_id',
      'receiver_account_id', 'mentor_account_id', 'mentee_account_id', 'observer_account_id', 'learner_account_id',
      'by_account_id', 'by_person_id', 'hash', 'enrolment_id', 'relation_id', 'post_id', 'reaction_id', 'session_id',
      'presence_id', 'membership_id', 'feedback_id', 'mentorship_id', 'award_id', 'survey_response_id', 'outcome_id',
      'consent_id', 'declaration_id', 'quoted_keys', 'verb_id'
    ])
  from found
  order by found.at desc nulls last;
end
$$;

comment on function core.own_rows () is 'Every fact that Kith holds of the signed-in person, one row each, without the numbers of other people. No score, tie or indicator.';
revoke all on function core.own_rows () from public;
grant execute on function core.own_rows () to kith_app;

create function core.own_facts () returns table (
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
    own.source_id,
    source.name,
    max(own.run_id),
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
    and own.run_id <> 0
    left join ops.run as run on run.institution_id = me.institution_id
    and run.run_id = own.run_id
  group by
    own.kind,
    own.course_id,
    place.kind,
    place.title,
    own.source_id,
    source.name
  order by
    place.title nulls first,
    own.kind,
    source.name;
end;

comment on function core.own_facts () is 'How many facts of which kind Kith holds of the signed-in person, by course and source, with the last load; no source: it was said in Kith.';
revoke all on function core.own_facts () from public;
grant execute on function core.own_facts () to kith_app;

create function core.own_standing () returns jsonb language sql stable security definer
set
  search_path = pg_catalog
begin
  atomic
  select
    jsonb_build_object(
      'name',
      (select who.display_name from identity.person as who where who.institution_id = me.institution_id and who.person_id = me.person_id),
      'email',
      (select who.email from identity.person as who where who.institution_id = me.institution_id and who.person_id = me.person_id),
      'accounts',
      coalesce(
        (
          select
            jsonb_agg(
              jsonb_build_object(
                'sourceId', source.source_id, 'source', source.name, 'connector', source.connector, 'key', known.key,
                'name', known.display_name, 'withheld', w.said_at,
                'claims',
                coalesce(
                  (
                    select jsonb_agg(jsonb_build_object('scheme', c.scheme, 'value', c.value) order by c.scheme, c.value)
                    from identity.claim as c
                    where c.institution_id = a.institution_id and c.account_id = a.account_id and c.scheme not like 'email\_%'
                  ),
                  '[]'
                ),
                'attributes',
                coalesce(
                  (
                    select jsonb_agg(jsonb_build_object('name', t.name, 'value', t.value) order by t.name)
                    from identity.attribute as t
                    where t.institution_id = a.institution_id and t.account_id = a.account_id
                  ),
                  '[]'
                )
              )
              order by source.name, known.key
            )
          from
            core.account as a
            join identity.account as known on known.institution_id = a.institution_id and known.account_id = a.account_id
            join ops.source as source on source.institution_id = a.institution_id and source.source_id = a.source_id
            left join core.withheld as w on w.institution_id = a.institution_id and w.person_id = a.person_id and w.source_id = a.source_id
          where
            a.institution_id = me.institution_id
            and a.person_id = me.person_id
        ),
        '[]'
      ),
      'courses',
      coalesce(
        (
          select
            jsonb_agg(
              jsonb_build_object(
                'courseId', place.course_id, 'title', place.title, 'role', p.role,
                'optedOut', exists (select from core.opted_out as o where o.institution_id = p.institution_id and o.person_id = p.person_id and o.course_id = p.course_id)
              )
              order by place.title, place.course_id
            )
          from
            core.participant as p
            join core.course as place on place.institution_id = p.institution_id and place.course_id = p.course_id
          where
            p.institution_id = me.institution_id
            and p.person_id = me.person_id
        ),
        '[]'
      ),
      'optedOut',
      exists (select from core.opted_out as o where o.institution_id = me.institution_id and o.person_id = me.person_id and o.course_id = 0),
      'purposes',
      coalesce(
        (
          select jsonb_object_agg(last.purpose, jsonb_build_object('granted', last.granted, 'at', last.occurred_at))
          from (
            select distinct on (c.purpose) c.purpose, c.granted, c.occurred_at
            from core.account as a
            join core.consent as c on c.institution_id = a.institution_id and c.account_id = a.account_id
            where a.institution_id = me.institution_id and a.person_id = me.person_id and c.superseded_at is null
              and c.purpose <> 'analytics'
            order by c.purpose, c.occurred_at desc, c.granted
          ) as last
        ),
        '{}'
      ),
      'declarations',
      coalesce(
        (
          select
            jsonb_agg(
              jsonb_build_object(
                'declarationId', d.declaration_id, 'courseId', d.course_id, 'course', place.title, 'kind', d.kind, 'from', d.occurred_at,
                'to', d.valid_to, 'own', d.by_person_id is not distinct from me.person_id,
                'by', (select who.display_name from identity.person as who where who.institution_id = d.institution_id and who.person_id = d.by_person_id),
                'source', case when d.run_id <> 0 then source.name end
              )
              order by d.occurred_at desc
            )
          from
            core.account as a
            join core.declaration as d on d.institution_id = a.institution_id and d.account_id = a.account_id
            join core.course as place on place.institution_id = d.institution_id and place.course_id = d.course_id
            left join ops.source as source on source.institution_id = d.institution_id and source.source_id = d.source_id
          where
            a.institution_id = me.institution_id
            and a.person_id = me.person_id
            and d.superseded_at is null
        ),
        '[]'
      ),
      'mentoring',
      (
        select jsonb_build_object('capacity', o.capacity, 'languages', o.languages, 'timezone', o.timezone)
        from care.mentor_offer as o
        where o.institution_id = me.institution_id and o.person_id = me.person_id
      ),
      'apart',
      coalesce(
        (
          select jsonb_agg(jsonb_build_object('personId', k.other_person_id, 'name', coalesce(who.display_name, 'Person ' || k.other_person_id)) order by who.display_name)
          from care.kept_apart as k
          left join identity.person as who on who.institution_id = k.institution_id and who.person_id = k.other_person_id
          where k.institution_id = me.institution_id and k.person_id = me.person_id
        ),
        '[]'
      ),
      'places',
      coalesce((select jsonb_agg(s.name order by s.name) from ops.source as s where s.institution_id = me.institution_id), '[]')
    )
  from
    ops.me () as me;
end;

comment on function core.own_standing () is 'The signed-in person as Kith knows them: names and accounts by source, courses, and what they have said themselves.';
revoke all on function core.own_standing () from public;
grant execute on function core.own_standing () to kith_app;

create function ops.queue_rights (institution bigint) returns void language plpgsql
set
  search_path = pg_catalog as $$
begin
  -- Where there is no worker yet, nothing is lost: it looks for what waits when it starts.
  if to_regprocedure('jobs.enqueue(text, json, text)') is not null then
    execute 'select jobs.enqueue(''rights'', json_build_object(''institutionId'', $1), ''rights:'' || $1)' using institution;
  end if;
end
$$;

comment on function ops.queue_rights (bigint) is 'Asks the worker, where there is one, to do what people and stewards have asked about data.';
revoke all on function ops.queue_rights (bigint) from public;
grant execute on function ops.queue_rights (bigint) to kith_etl, kith_app;

create function core.weeks_again (institution bigint, courses bigint[]) returns void language plpgsql
set
  search_path = pg_catalog as $$
begin
  insert into ops.dirty_week (institution_id, course_id, week_start, since)
  select w.institution_id, w.course_id, w.week_start, clock_timestamp()
  from insight.course_week as w
  where w.institution_id = institution and w.course_id = any (courses)
  on conflict do nothing;
  perform ops.queue_recompute(institution);
end
$$;

comment on function core.weeks_again (bigint, bigint[]) is 'Has the weeks of courses computed again.';
revoke all on function core.weeks_again (bigint, bigint[]) from public;

create function core.say_consent (course bigint, about text, word boolean) returns boolean language plpgsql security definer
set
  search_path = pg_catalog as $$
declare
  institution bigint := (select m.institution_id from ops.me() as m);
  me bigint := (select m.person_id from ops.me() as m);
  everywhere bigint := (select c.course_id from core.course as c where c.institution_id = institution and c.kind = 'unassigned');
  mine bigint[] := array(select p.course_id from core.participant as p where p.institution_id = institution and p.person_id = me);
  account core.account;
begin
  select a.* into account from core.account as a
  where a.institution_id = institution and a.person_id = me order by a.account_id limit 1;
  if not found or (course <> 0 and not course = any (mine)) then
    return false;
  end if;
  if everywhere is null then
    insert into core.course (institution_id, kind, title, dates_basis, settings, created_at)
    values (institution, 'unassigned', 'Unassigned', 'unknown', '{}', clock_timestamp())
    returning course_id into everywhere;
  end if;
  insert into core.consent (institution_id, course_id, source_id, run_id, ingested_at, account_id, purpose, granted, occurred_at)
  values (
    institution, case course when 0 then everywhere else course end, account.source_id, 0, clock_timestamp(), account.account_id,
    about, word, clock_timestamp()
  );
  if about = 'analytics' then
    delete from core.opted_out as o where o.institution_id = institution and o.person_id = me and o.course_id = course;
    if not word then
      insert into core.opted_out (institution_id, person_id, course_id) values (institution, me, course);
    end if;
    perform core.weeks_again(institution, case course when 0 then mine else array[course] end);
  end if;
  return true;
end
$$;

comment on function core.say_consent (bigint, text, boolean) is 'The signed-in person''s word on a purpose, in one course or, with 0, everywhere. It holds at once. False: not a course of theirs.';
revoke all on function core.say_consent (bigint, text, boolean) from public;
grant execute on function core.say_consent (bigint, text, boolean) to kith_app;

create function core.withhold_source (source bigint, without boolean) returns boolean language plpgsql security definer
set
  search_path = pg_catalog as $$
declare
  institution bigint := (select m.institution_id from ops.me() as m);
  me bigint := (select m.person_id from ops.me() as m);
begin
  if not exists (select from core.account as a where a.institution_id = institution and a.person_id = me and a.source_id = source) then
    return false;
  end if;
  delete from core.withheld as w where w.institution_id = institution and w.person_id = me and w.source_id = source;
  if without then
    insert into core.withheld (institution_id, person_id, source_id, said_at) values (institution, me, source, clock_timestamp());
    perform ops.queue_rights(institution);
  end if;
  -- Files that were read already say something else now.
  update ops.run as r set ground = null where r.institution_id = institution and r.source_id = source and r.state <> 'loading';
  return true;
end
$$;

comment on function core.withhold_source (bigint, boolean) is 'The signed-in person''s word on one source: read it no more for Kith, or again. False: not a source that knows them.';
revoke all on function core.withhold_source (bigint, boolean) from public;
grant execute on function core.withhold_source (bigint, boolean) to kith_app;

create function core.declare (course bigint, learner bigint, what text, since timestamptz, until timestamptz) returns boolean language plpgsql security definer
set
  search_path = pg_catalog as $$
declare
  institution bigint := (select m.institution_id from ops.me() as m);
  me bigint := (select m.person_id from ops.me() as m);
  account core.account;
begin
  if learner <> me and not course = any (string_to_array(nullif(current_setting('kith.learner_courses', true), ''), ',')::bigint[]) then
    return false;
  end if;
  select a.* into account
  from core.account as a
  join core.participant as p on p.institution_id = a.institution_id and p.person_id = a.person_id and p.course_id = course and p.role = 'learner'
  where a.institution_id = institution and a.person_id = learner
    and (learner = me or not exists (
      select from core.opted_out as o
      where o.institution_id = a.institution_id and o.person_id = a.person_id and o.course_id in (0, course)
    ))
  order by a.account_id limit 1;
  if not found then
    return false;
  end if;
  insert into core.declaration (institution_id, course_id, source_id, run_id, ingested_at, account_id, kind, occurred_at, valid_to, by_person_id)
  values (institution, course, account.source_id, 0, clock_timestamp(), account.account_id, what, since, until, me);
  perform core.weeks_again(institution, array[course]);
  return true;
end
$$;

comment on function core.declare (bigint, bigint, text, timestamptz, timestamptz) is 'Notes that a learner meets others elsewhere: their own word, or that of somebody who teaches them. False: neither.';
revoke all on function core.declare (bigint, bigint, text, timestamptz, timestamptz) from public;
grant execute on function core.declare (bigint, bigint, text, timestamptz, timestamptz) to kith_app;

create function core.end_declaration (course bigint, ending bigint) returns boolean language plpgsql security definer
set
  search_path = pg_catalog as $$
declare
  institution bigint := (select m.institution_id from ops.me() as m);
  me bigint := (select m.person_id from ops.me() as m);
begin
  update core.declaration as d
  set valid_to = least(d.valid_to, greatest(d.occurred_at, clock_timestamp()))
  where d.institution_id = institution and d.course_id = course and d.declaration_id = ending and d.superseded_at is null
    and d.by_person_id is not null
    and (d.by_person_id = me or exists (
      select from core.account as a where a.institution_id = institution and a.account_id = d.account_id and a.person_id = me
    ));
  if not found then
    return false;
  end if;
  perform core.weeks_again(institution, array[course]);
  return true;
end
$$;

comment on function core.end_declaration (bigint, bigint) is 'Ends what the signed-in person declared, or what was declared about them, in Kith. False: there is no such.';
revoke all on function core.end_declaration (bigint, bigint) from public;
grant execute on function core.end_declaration (bigint, bigint) to kith_app;

create function care.keep_apart (called text) returns boolean language plpgsql security definer
set
  search_path = pg_catalog as $$
declare
  institution bigint := (select m.institution_id from ops.me() as m);
  me bigint := (select m.person_id from ops.me() as m);
  found_ids bigint[] := array(
    select distinct who.person_id
    from core.participant as mine
    join core.participant as other on other.institution_id = mine.institution_id and other.course_id = mine.course_id
    join identity.person as who on who.institution_id = other.institution_id and who.person_id = other.person_id
    where mine.institution_id = institution and mine.person_id = me and who.person_id <> me
      and lower(trim(called)) in (lower(who.display_name), lower(who.email))
  );
begin
  if cardinality(found_ids) <> 1 then
    return false;
  end if;
  insert into care.kept_apart (institution_id, person_id, other_person_id, said_at)
  values (institution, me, found_ids[1], clock_timestamp())
  on conflict do nothing;
  return true;
end
$$;

comment on function care.keep_apart (text) is 'The signed-in person is not to be matched with somebody of a course they share, by full name or address. False: nobody, or more than one, is called so there.';
revoke all on function care.keep_apart (text) from public;
grant execute on function care.keep_apart (text) to kith_app;

create function ops.list_data_requests () returns table (
  request_id bigint,
  person_id bigint,
  name text,
  email text,
  kind text,
  about text,
  wish text,
  place text,
  asked_at timestamptz,
  answered_at timestamptz,
  answered_by text,
  granted boolean,
  answer text
) language sql stable security definer
set
  search_path = pg_catalog
begin
  atomic
  select
    r.request_id,
    r.person_id,
    coalesce(who.display_name, 'Person ' || r.person_id),
    who.email,
    r.kind,
    r.about,
    r.wish,
    r.place,
    r.asked_at,
    r.answered_at,
    giver.display_name,
    r.granted,
    r.answer
  from
    ops.data_request as r
    left join identity.person as who on who.institution_id = r.institution_id
    and who.person_id = r.person_id
    left join identity.person as giver on giver.institution_id = r.institution_id
    and giver.person_id = r.answered_by
  where
    r.institution_id = ops.require_steward ()
    and (
      r.answered_at is null
      or r.answered_at > clock_timestamp() - interval '90 days'
    )
  order by
    r.answered_at desc nulls first,
    r.asked_at,
    r.request_id;
end;

comment on function ops.list_data_requests () is 'What people ask about their data: what waits, then what was answered in the last 90 days. For stewards.';

create function ops.answer_data_request (asked bigint, done boolean, said text) returns text language plpgsql security definer
set
  search_path = pg_catalog as $$
declare
  institution bigint := ops.require_steward();
  request ops.data_request;
  place ops.source;
  own bigint;
  theirs text[];
begin
  select r.* into request from ops.data_request as r
  where r.institution_id = institution and r.request_id = asked and r.answered_at is null
  for update;
  if not found then
    return 'no_request';
  end if;
  if request.kind = 'handle' and done then
    -- The handle becomes a claim of the person's own account, by which the next load knows that both are one.
    select s.* into place from ops.source as s where s.institution_id = institution and s.name = request.place;
    theirs := array(
      select k.key from identity.account as k
      where k.institution_id = institution and k.source_id = place.source_id and request.wish in (k.key, k.display_name)
    );
    select min(a.account_id) into own from core.account as a
    where a.institution_id = institution and a.person_id = request.person_id and a.source_id <> place.source_id;
    if own is null or coalesce(cardinality(theirs), 0) <> 1 then
      return 'no_handle';
    end if;
    insert into identity.claim (institution_id, scheme, issuer, value, account_id, verified)
    values (institution, 'lms', place.name, theirs[1], own, true)
    on conflict do nothing;
    insert into identity.said (institution_id, account_id, connector, said)
    values (institution, own, 'handle ' || asked, jsonb_build_object('claims', jsonb_build_array(
      jsonb_build_object('scheme', 'lms', 'issuer', place.name, 'value', theirs[1], 'verified', true)
    )))
    on conflict do nothing;
    update ops.run as r set ground = null where r.institution_id = institution and r.state <> 'loading';
  end if;
  update ops.data_request as r
  set answered_at = clock_timestamp(), answered_by = nullif(current_setting('kith.person', true), '')::bigint, granted = done, answer = said
  where r.institution_id = institution and r.request_id = asked;
  perform ops.note(institution, 'answer_request', null, array[request.person_id], request.kind);
  return 'done';
end
$$;

comment on function ops.answer_data_request (bigint, boolean, text) is 'A steward''s answer to what somebody asked about their data. A handle that is granted becomes a claim of theirs.';
revoke all on function ops.list_data_requests (), ops.answer_data_request (bigint, boolean, text) from public;
grant execute on function ops.list_data_requests (), ops.answer_data_request (bigint, boolean, text) to kith_app;
