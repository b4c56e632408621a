-- Erasure and retention by page: counted first, then confirmed, done by the worker, with a receipt.
create table ops.rights_task (
  institution_id bigint not null,
  task_id bigint generated always as identity,
  kind text not null,
  person_id bigint,
  state text not null,
  asked_by bigint,
  asked_at timestamptz not null,
  confirmed_at timestamptz,
  finished_at timestamptz,
  preview jsonb,
  receipt jsonb,
  message text,
  constraint rights_task_pkey primary key (institution_id, task_id),
  constraint rights_task_kind_check check (kind in ('erasure', 'retention')),
  constraint rights_task_state_check check (state in ('to_count', 'counted', 'to_do', 'done', 'dropped', 'failed'))
);

comment on table ops.rights_task is 'An erasure, or what is too old, as a steward asked for it: counted, confirmed, done. A receipt says how much, never who.';
comment on column ops.rights_task.institution_id is 'Tenant. Leads every key; the distribution column on Citus.';
comment on column ops.rights_task.task_id is 'Id.';
comment on column ops.rights_task.kind is 'erasure (of one person) or retention (of what is too old).';
comment on column ops.rights_task.person_id is 'Who is to be erased; null once they are, and of retention.';
comment on column ops.rights_task.state is 'to_count, counted (a person confirms or drops), to_do, done, dropped or failed.';
comment on column ops.rights_task.asked_by is 'Steward who asked; null: the timetable.';
comment on column ops.rights_task.asked_at is 'When.';
comment on column ops.rights_task.confirmed_at is 'When it was confirmed.';
comment on column ops.rights_task.finished_at is 'When it was done.';
comment on column ops.rights_task.preview is 'What would go: rows by table, and texts of others that may speak of them.';
comment on column ops.rights_task.receipt is 'What went: rows by table.';
comment on column ops.rights_task.message is 'Why it failed.';

alter table ops.rights_task enable row level security;
alter table ops.rights_task force row level security;
create policy rights_task_etl on ops.rights_task to kith_etl using (true) with check (true);
grant select, insert, update, delete on ops.rights_task to kith_etl;
create policy rights_task_app on ops.rights_task for select to kith_app using (
  institution_id = (select nullif(current_setting('kith.institution', true), '')::bigint)
  and (select current_setting('kith.steward', true)) = 'on'
);
grant select on ops.rights_task to kith_app;

create policy retention_app on ops.retention to kith_app using (
  institution_id = (select nullif(current_setting('kith.institution', true), '')::bigint)
  and (select current_setting('kith.steward', true)) = 'on'
) with check (
  institution_id = (select nullif(current_setting('kith.institution', true), '')::bigint)
  and (select current_setting('kith.steward', true)) = 'on'
);
grant select, insert, update, delete on ops.retention to kith_app;

create function ops.ask_rights_task (what text, address text) returns bigint language plpgsql security definer
set
  search_path = pg_catalog as $$
declare
  institution bigint := ops.require_steward();
  steward bigint := nullif(current_setting('kith.person', true), '')::bigint;
  whom bigint := case when address is not null then ops.person_of_address(institution, address) end;
  task bigint;
begin
  if what = 'erasure' and (whom is null or whom = steward) then
    return null;
  end if;
  insert into ops.rights_task (institution_id, kind, person_id, state, asked_by, asked_at)
  values (institution, what, whom, 'to_count', steward, clock_timestamp())
  returning task_id into task;
  if whom is not null then
    perform ops.note(institution, 'count_erasure', null, array[whom], 'task ' || task);
  end if;
  perform ops.queue_rights(institution);
  return task;
end
$$;

comment on function ops.ask_rights_task (text, text) is 'Has an erasure (of the person of an address) or the retention counted. For stewards. Null: nobody, or more than one, has the address, or it is their own.';

create function ops.decide_rights_task (deciding bigint, word text) returns boolean language plpgsql security definer
set
  search_path = pg_catalog as $$
declare
  institution bigint := ops.require_steward();
begin
  update ops.rights_task as t
  set state = case word when 'do' then 'to_do' else 'dropped' end,
    confirmed_at = case word when 'do' then clock_timestamp() end,
    preview = case word when 'do' then t.preview end, person_id = case word when 'do' then t.person_id end
  where t.institution_id = institution and t.task_id = deciding and t.state = 'counted';
  if not found then
    return false;
  end if;
  perform ops.note(institution, word || '_rights_task', null, array[]::bigint[], 'task ' || deciding);
  perform ops.queue_rights(institution);
  return true;
end
$$;

comment on function ops.decide_rights_task (bigint, text) is 'A steward''s word on what was counted: do or drop. False: it is not waiting for one.';

create function ops.list_rights_tasks () returns table (
  task_id bigint,
  kind text,
  name text,
  state text,
  asked_by text,
  asked_at timestamptz,
  confirmed_at timestamptz,
  finished_at timestamptz,
  preview jsonb,
  receipt jsonb,
  message text
) language sql stable security definer
set
  search_path = pg_catalog
begin
  atomic
  select
    t.task_id,
    t.kind,
    case
      when t.person_id is not null then coalesce(who.display_name, who.email, 'Person ' || t.person_id)
    end,
    t.state,
    giver.display_name,
    t.asked_at,
    t.confirmed_at,
    t.finished_at,
    t.preview,
    t.receipt,
    t.message
  from
    ops.rights_task as t
    left join identity.person as who on who.institution_id = t.institution_id
    and who.person_id = t.person_id
    left join identity.person as giver on giver.institution_id = t.institution_id
    and giver.person_id = t.asked_by
  where
    t.institution_id = ops.require_steward ()
    and t.asked_at > clock_timestamp() - interval '400 days'
  order by
    t.task_id desc
  limit
    50;
end;

comment on function ops.list_rights_tasks () is 'Erasures and retention, newest first, with what was counted and what went. For stewards.';
revoke all on function ops.ask_rights_task (text, text), ops.decide_rights_task (bigint, text), ops.list_rights_tasks () from public;
grant execute on function ops.ask_rights_task (text, text), ops.decide_rights_task (bigint, text), ops.list_rights_tasks () to kith_app;
