-- What an approval would release, counted before a steward decides; and exports that failed are tried again.
alter table ops.export
add column preview jsonb,
add column tries smallint not null default 0,
add column try_at timestamptz;

comment on column ops.export.preview is 'What it would hold if it were approved now: rows and columns by table, courses, and how many are too small. Counted by the worker; null: not yet.';
comment on column ops.export.tries is 'How often making it failed.';
comment on column ops.export.try_at is 'When it is tried again; null: not by itself.';
drop function ops.list_exports ();

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
  manifest jsonb,
  preview jsonb,
  try_at timestamptz
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
    e.manifest,
    e.preview,
    e.try_at
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
revoke all on function ops.list_exports () from public;
grant execute on function ops.list_exports () to kith_app, kith_etl;
