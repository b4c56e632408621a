-- Microdata for research: asked for with a purpose, approved by a steward with an end, made by the worker, gone at its end.
create table ops.export (
  institution_id bigint not null,
  export_id bigint generated always as identity,
  asked_by bigint,
  asked_at timestamptz not null,
  purpose text not null,
  unit_id bigint not null,
  contents text[] not null,
  format text not null,
  min_learners smallint not null,
  state text not null,
  decided_by bigint,
  decided_at timestamptz,
  remark text,
  expires_at timestamptz,
  as_of timestamptz,
  made_at timestamptz,
  progress jsonb,
  first_files jsonb,
  manifest jsonb,
  message text,
  constraint export_pkey primary key (institution_id, export_id),
  constraint export_format_check check (format in ('csv', 'json', 'xlsx', 'parquet')),
  constraint export_min_learners_check check (min_learners in (5, 10)),
  constraint export_state_check check (state in ('asked', 'declined', 'approved', 'made', 'ending', 'over', 'failed')),
  constraint export_approval_check check (
    (state in ('approved', 'made', 'failed')) <= (as_of is not null and expires_at is not null)
  )
);

comment on table ops.export is 'Pseudonymised personal data that somebody asked for: what, why, who approved it until when, and what was made. The files lie in Kith''s folder and go at the end; this stays.';
comment on column ops.export.institution_id is 'Tenant. Leads every key; the distribution column on Citus.';
comment on column ops.export.export_id is 'Id. With the institution''s secret it makes the pseudonyms, so that no two exports have one in common.';
comment on column ops.export.asked_by is 'Researcher who asked; null: erased since.';
comment on column ops.export.asked_at is 'When.';
comment on column ops.export.purpose is 'What for, in the words of who asked.';
comment on column ops.export.unit_id is 'Node of the organisation tree whose courses are in it; 0: the whole institution.';
comment on column ops.export.contents is 'learner_weeks, ties, sessions, alerts, network.';
comment on column ops.export.format is 'csv, json, xlsx or parquet; a network is GraphML whatever stands here.';
comment on column ops.export.min_learners is 'Courses of fewer learners are left out: 5 or 10.';
comment on column ops.export.state is 'asked, declined, approved (being made), made, ending (its files are to go), over or failed.';
comment on column ops.export.decided_by is 'Steward who approved or declined; null: nobody yet, or erased since.';
comment on column ops.export.decided_at is 'When.';
comment on column ops.export.remark is 'What the steward said to it.';
comment on column ops.export.expires_at is 'From then on nobody gets it, and its files go.';
comment on column ops.export.as_of is 'Weeks that had closed by then are in it, also when it is made again.';
comment on column ops.export.made_at is 'When its files were last made.';
comment on column ops.export.progress is 'Courses done, of how many, while it is made.';
comment on column ops.export.first_files is 'Names and SHA-256 of the files as they were first made, against which later ones are held.';
comment on column ops.export.manifest is 'What is in it, as it lies beside the files. Holds no name, no id of Kith''s and no secret.';
comment on column ops.export.message is 'Why it failed.';

alter table ops.export enable row level security;
alter table ops.export force row level security;
create policy export_etl on ops.export to kith_etl using (true) with check (true);
grant select, insert, update, delete on ops.export to kith_etl;
create policy export_app on ops.export for select to kith_app using (
  institution_id = (select nullif(current_setting('kith.institution', true), '')::bigint)
  and (
    asked_by = (select nullif(current_setting('kith.person', true), '')::bigint)
    or (select current_setting('kith.steward', true)) = 'on'
  )
);
grant select on ops.export to kith_app;

create function ops.export_pseudonym (kind text, id bigint) returns text language sql stable
return left(kind, 1) || left(
  encode(
    sha256(
      decode(current_setting('kith.export_outer'), 'hex')
      || sha256(decode(current_setting('kith.export_inner'), 'hex') || convert_to(kind || ' ' || id, 'UTF8'))
    ),
    'hex'
  ),
  20
);

comment on function ops.export_pseudonym (text, bigint) is 'HMAC-SHA256 (RFC 2104) of what an id stands for, 80 bits in hex after a letter, so that no program reads 12e4 as a number. The two padded halves of the export''s key are settings of the transaction, so that no statement holds them.';
revoke all on function ops.export_pseudonym (text, bigint) from public;
grant execute on function ops.export_pseudonym (text, bigint) to kith_etl;

create view core.included_learner with (security_invoker = true) as
select
  p.institution_id,
  p.course_id,
  p.person_id
from
  core.participant as p
where
  p.role = 'learner'
  and not exists (
    select
    from
      core.opted_out as o
    where
      o.institution_id = p.institution_id
      and o.person_id = p.person_id
      and o.course_id in (0, p.course_id)
  );

comment on view core.included_learner is 'Learners of a course who have not opted out: whom an export may tell of.';
comment on column core.included_learner.institution_id is 'Tenant.';
comment on column core.included_learner.course_id is 'Course.';
comment on column core.included_learner.person_id is 'Learner.';
grant select on core.included_learner to kith_etl;

create function ops.queue_exports (institution bigint) returns void language plpgsql
set
  search_path = pg_catalog as $$
begin
  -- Where there is no worker yet, nothing is lost: it looks for what waits when it starts.
  if to_regprocedure('jobs.enqueue(text, json, text)') is not null then
    execute 'select jobs.enqueue(''exports'', json_build_object(''institutionId'', $1), ''exports:'' || $1)' using institution;
  end if;
end
$$;

comment on function ops.queue_exports (bigint) is 'Asks the worker, where there is one, to make or remove what stands in ops.export.';
revoke all on function ops.queue_exports (bigint) from public;
grant execute on function ops.queue_exports (bigint) to kith_etl, kith_app;

create function ops.may_research (institution bigint, person bigint, unit bigint) returns boolean language sql stable security definer
set
  search_path = pg_catalog
begin
  atomic
  with recursive
    above (unit_id) as (
      select
        u.unit_id
      from
        core.unit as u
      where
        u.institution_id = institution
        and u.unit_id = unit
      union
      select
        u.parent_unit_id
      from
        above
        join core.unit as u on u.institution_id = institution
        and u.unit_id = above.unit_id
      where
        u.parent_unit_id is not null
    )
  select
    (
      unit = 0
      or exists (
        select
        from
          above
      )
    )
    and exists (
      select
      from
        ops.access_grant as g
      where
        g.institution_id = institution
        and g.person_id = person
        and g.role = 'researcher'
        and g.course_id is null
        and g.valid_from <= clock_timestamp()
        and coalesce(g.valid_to > clock_timestamp(), true)
        and (
          g.unit_id is null
          or g.unit_id in (
            select
              above.unit_id
            from
              above
          )
        )
    );
end;

comment on function ops.may_research (bigint, bigint, bigint) is 'Whether a person is a researcher, now, of a node of the organisation tree or of one above it; 0: of the whole institution.';

create function ops.ask_export (unit bigint, wanted text[], file_format text, fewest smallint, why text) returns bigint language plpgsql security definer
set
  search_path = pg_catalog as $$
declare
  institution bigint := nullif(current_setting('kith.institution', true), '')::bigint;
  me bigint := nullif(current_setting('kith.person', true), '')::bigint;
  asked bigint;
begin
  if not ops.may_research(institution, me, unit) then
    return null;
  end if;
  insert into ops.export (institution_id, asked_by, asked_at, purpose, unit_id, contents, format, min_learners, state)
  values (institution, me, clock_timestamp(), why, unit, wanted, file_format, fewest, 'asked')
  returning export_id into asked;
  perform ops.note(institution, 'ask_export', null, array[]::bigint[], 'export ' || asked);
  return asked;
end
$$;

comment on function ops.ask_export (bigint, text[], text, smallint, text) is 'Asks for an export of a node. Null: whoever asks is no researcher there.';

create function ops.decide_export (deciding bigint, word text, until timestamptz, said text) returns text language plpgsql security definer
set
  search_path = pg_catalog as $$
declare
  institution bigint := ops.require_steward();
  me bigint := nullif(current_setting('kith.person', true), '')::bigint;
  wish record;
begin
  select e.* into wish from ops.export as e
  where e.institution_id = institution and e.export_id = deciding and e.state = 'asked' for update;
  if not found then
    return 'not_waiting';
  end if;
  if word = 'approve' then
    if wish.asked_by is null or wish.asked_by = me then
      return 'own';
    end if;
    if not ops.may_research(institution, wish.asked_by, wish.unit_id) then
      return 'no_researcher';
    end if;
    if until is null or until <= clock_timestamp() or until > clock_timestamp() + interval '1096 days' then
      return 'no_end';
    end if;
  end if;
  update ops.export as e
  set state = case word when 'approve' then 'approved' else 'declined' end, decided_by = me, decided_at = clock_timestamp(),
    remark = said, expires_at = case word when 'approve' then until end,
    as_of = case word when 'approve' then clock_timestamp() end
  where e.institution_id = institution and e.export_id = deciding;
  perform ops.note(institution, word || '_export', null, array[]::bigint[], 'export ' || deciding);
  perform ops.queue_exports(institution);
  return 'done';
end
$$;

comment on function ops.decide_export (bigint, text, timestamptz, text) is 'A steward''s word on an export: approve, with its end, or decline. done, not_waiting, own (nobody approves what they asked for), no_researcher (any more) or no_end (none, past, or over three years).';

create function ops.end_export (ending bigint) returns boolean language plpgsql security definer
set
  search_path = pg_catalog as $$
declare
  institution bigint := nullif(current_setting('kith.institution', true), '')::bigint;
  me bigint := nullif(current_setting('kith.person', true), '')::bigint;
begin
  update ops.export as e set state = 'ending'
  where e.institution_id = institution and e.export_id = ending and e.state in ('asked', 'approved', 'made', 'failed')
    and (e.asked_by = me or current_setting('kith.steward', true) = 'on');
  if not found then
    return false;
  end if;
  perform ops.note(institution, 'end_export', null, array[]::bigint[], 'export ' || ending);
  perform ops.queue_exports(institution);
  return true;
end
$$;

comment on function ops.end_export (bigint) is 'Ends an export before its time: its files go. For whoever asked, and for stewards. False: there is none to end.';

create function ops.open_export (opening bigint, file text) returns text language plpgsql security definer
set
  search_path = pg_catalog as $$
declare
  institution bigint := nullif(current_setting('kith.institution', true), '')::bigint;
  me bigint := nullif(current_setting('kith.person', true), '')::bigint;
  wish record;
begin
  select e.* into wish from ops.export as e
  where e.institution_id = institution and e.export_id = opening and e.asked_by = me;
  if not found then
    return 'none';
  end if;
  if wish.expires_at <= clock_timestamp() or wish.state in ('ending', 'over', 'declined') then
    return 'over';
  end if;
  if wish.state <> 'made' then
    return 'not_made';
  end if;
  if not ops.may_research(institution, me, wish.unit_id) then
    return 'no_researcher';
  end if;
  if file <> 'manifest.json' and not (wish.manifest -> 'files' @> jsonb_build_array(jsonb_build_object('name', file))) then
    return 'none';
  end if;
  perform ops.note(institution, 'download_export', null, array[]::bigint[], 'export ' || opening || ', ' || file);
  return 'open';
end
$$;

comment on function ops.open_export (bigint, text) is 'Whether whoever asked for an export may have one of its files now, noted in the access log: open, none, not_made, over or no_researcher.';

create function ops.list_exports () returns table (
  export_id bigint,
  own boolean,
  asked_by text,
  asked_at timestamptz,
  purpose text,
  unit_id bigint,
  unit text,
  contents text[],
  format text,
  min_learners smallint,
  state text,
  decided_by text,
  decided_at timestamptz,
  remark text,
  expires_at timestamptz,
  made_at timestamptz,
  progress jsonb,
  manifest jsonb
) language sql stable security definer
set
  search_path = pg_catalog
begin
  atomic
  select
    e.export_id,
    coalesce(e.asked_by = me.person_id, false),
    asker.display_name,
    e.asked_at,
    e.purpose,
    e.unit_id,
    coalesce(unit.title, place.title),
    e.contents,
    e.format,
    e.min_learners,
    case
      when e.state in ('approved', 'made', 'failed')
      and e.expires_at <= clock_timestamp() then 'over'
      else e.state
    end,
    decider.display_name,
    e.decided_at,
    e.remark,
    e.expires_at,
    e.made_at,
    e.progress,
    e.manifest
  from
    ops.me () as me
    join ops.export as e on e.institution_id = me.institution_id
    join core.institution as place on place.institution_id = e.institution_id
    left join core.unit as unit on unit.institution_id = e.institution_id
    and unit.unit_id = e.unit_id
    left join identity.person as asker on asker.institution_id = e.institution_id
    and asker.person_id = e.asked_by
    left join identity.person as decider on decider.institution_id = e.institution_id
    and decider.person_id = e.decided_by
  where
    e.asked_by = me.person_id
    or current_setting('kith.steward', true) = 'on'
  order by
    e.export_id desc
  limit
    200;
end;

comment on function ops.list_exports () is 'Exports, newest first: a researcher''s own, and all of them for stewards.';

create function ops.list_research_units () returns table (unit_id bigint, title text, kind text) language sql stable security definer
set
  search_path = pg_catalog
begin
  atomic
  select
    place.unit_id,
    place.title,
    place.kind
  from
    (
      select
        0::bigint as unit_id,
        i.title,
        'institution' as kind,
        i.institution_id
      from
        core.institution as i
      union all
      select
        u.unit_id,
        u.title,
        u.kind,
        u.institution_id
      from
        core.unit as u
    ) as place
    join ops.me () as me on me.institution_id = place.institution_id
  where
    ops.may_research (me.institution_id, me.person_id, place.unit_id)
  order by
    place.unit_id <> 0,
    place.title,
    place.unit_id;
end;

comment on function ops.list_research_units () is 'Nodes of which the signed-in person is a researcher: what they may ask an export of.';
revoke all on function ops.may_research (bigint, bigint, bigint), ops.ask_export (bigint, text[], text, smallint, text), ops.decide_export (bigint, text, timestamptz, text), ops.end_export (bigint), ops.open_export (bigint, text), ops.list_exports (), ops.list_research_units ()
from
  public;
grant execute on function ops.ask_export (bigint, text[], text, smallint, text), ops.decide_export (bigint, text, timestamptz, text), ops.end_export (bigint), ops.open_export (bigint, text), ops.list_exports (), ops.list_research_units () to kith_app, kith_etl;
