-- Refused rows that somebody mended: only they are loaded again, and the list says so.
alter table ops.reject add column mended text;
alter table ops.reject add column mended_run_id bigint;

comment on column ops.reject.mended is 'The row as somebody mended it, until it is loaded; null: nobody did, or it is loaded.';
comment on column ops.reject.mended_run_id is 'Load that took the mended row; null: none did.';
create index reject_mended on ops.reject (institution_id, run_id) where mended is not null;

alter table ops.run add column mends_run_id bigint;

comment on column ops.run.mends_run_id is 'Load whose refused rows it loads, mended; null: none.';
create index run_mends on ops.run (institution_id, mends_run_id) where mends_run_id is not null;

create table ops.reject_head (
  institution_id bigint not null,
  run_id bigint not null,
  file text not null,
  head text not null,
  constraint reject_head_pkey primary key (institution_id, run_id, file)
);

comment on table ops.reject_head is 'First line of every file of which rows were refused: mended rows are read under it.';
comment on column ops.reject_head.institution_id is 'Tenant. Leads every key; the distribution column on Citus.';
comment on column ops.reject_head.run_id is 'Load.';
comment on column ops.reject_head.file is 'File.';
comment on column ops.reject_head.head is 'Its first line.';

alter table ops.reject_head enable row level security;
alter table ops.reject_head force row level security;
create policy reject_head_etl on ops.reject_head to kith_etl using (true) with check (true);
grant select, insert, update, delete on ops.reject_head to kith_etl;

create function ops.mend_rejects (mending bigint, numbers bigint[], texts text[]) returns bigint language plpgsql security definer
set
  search_path = pg_catalog as $$
declare
  institution bigint := ops.require_steward();
  mended_rows bigint;
begin
  update ops.reject as r set mended = m.text
  from unnest(numbers, texts) as m (reject_no, text)
  where r.institution_id = institution and r.run_id = mending and r.reject_no = m.reject_no
    and r.mended_run_id is null and r.raw is distinct from m.text;
  get diagnostics mended_rows = row_count;
  if mended_rows > 0 then
    perform ops.note(institution, 'mend_rows', null, array[]::bigint[], 'load ' || mending);
    perform ops.queue_intake(institution);
  end if;
  return mended_rows;
end
$$;

comment on function ops.mend_rejects (bigint, bigint[], text[]) is 'A steward brings refused rows back, mended; the worker loads them. Rows that were not changed are left as they are. Returns how many will be loaded.';
revoke all on function ops.mend_rejects (bigint, bigint[], text[]) from public;
grant execute on function ops.mend_rejects (bigint, bigint[], text[]) to kith_app;
