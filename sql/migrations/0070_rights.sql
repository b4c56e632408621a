-- Erasure and retention.
create table identity.erased (
  institution_id bigint not null,
  source_id bigint not null,
  key_digest uuid not null,
  erased_at timestamptz not null,
  constraint erased_pkey primary key (institution_id, source_id, key_digest)
);

comment on table identity.erased is 'Accounts that were erased, as keyed digests: the next load of the same export leaves them out.';
comment on column identity.erased.institution_id is 'Tenant. Leads every key; the distribution column on Citus.';
comment on column identity.erased.source_id is 'Source that knew the account.';
comment on column identity.erased.key_digest is 'Digest of the account''s key, which only the institution''s secret can make.';
comment on column identity.erased.erased_at is 'When.';

alter table identity.erased enable row level security;
alter table identity.erased force row level security;
create policy erased_etl on identity.erased to kith_etl using (true) with check (true);
grant select, insert on identity.erased to kith_etl;

create table ops.erasure (
  institution_id bigint not null,
  erasure_id bigint generated always as identity,
  erased_at timestamptz not null,
  rows jsonb not null,
  resealed_hours integer not null,
  broken_before integer not null,
  constraint erasure_pkey primary key (institution_id, erasure_id)
);

comment on table ops.erasure is 'That somebody was erased, when, and how many rows went: never who.';
comment on column ops.erasure.institution_id is 'Tenant. Leads every key; the distribution column on Citus.';
comment on column ops.erasure.erasure_id is 'Id.';
comment on column ops.erasure.erased_at is 'When. A replay of an earlier week says that somebody was erased since.';
comment on column ops.erasure.rows is 'Rows that went or were emptied, by table.';
comment on column ops.erasure.resealed_hours is 'Hours of the access log that were sealed anew, because a person was taken out of them.';
comment on column ops.erasure.broken_before is 'Of these, hours whose seal was broken before the erasure.';

alter table ops.erasure enable row level security;
alter table ops.erasure force row level security;
create policy erasure_etl on ops.erasure to kith_etl using (true) with check (true);
grant select, insert on ops.erasure to kith_etl;
create policy erasure_app on ops.erasure for select to kith_app using (
  institution_id = (select nullif(current_setting('kith.institution', true), '')::bigint)
  and (select current_setting('kith.steward', true)) = 'on'
);
grant select on ops.erasure to kith_app;

create table ops.retention (
  institution_id bigint not null,
  class text not null,
  days integer not null,
  changed_at timestamptz not null,
  constraint retention_pkey primary key (institution_id, class),
  constraint retention_days_check check (days between 1 and 36500)
);

comment on table ops.retention is 'How long a class of data is kept, where the institution has said something else than the default.';
comment on column ops.retention.institution_id is 'Tenant. Leads every key; the distribution column on Citus.';
comment on column ops.retention.class is 'Class of data, see docs/reference/commands.md, kith retention.';
comment on column ops.retention.days is 'Days it is kept, from the instant its class counts from.';
comment on column ops.retention.changed_at is 'When it was said.';

alter table ops.retention enable row level security;
alter table ops.retention force row level security;
create policy retention_etl on ops.retention to kith_etl using (true) with check (true);
grant select, insert, update, delete on ops.retention to kith_etl;

-- The log is append-only for every login. Erasure is the one way in which a row changes, and it seals what it changed.
create function ops.erase_from_access_log (institution bigint, person bigint) returns table (changed integer, resealed_hours integer, broken_before integer) language plpgsql security definer
set
  search_path = pg_catalog as $$
declare
  first_hour timestamptz;
  kept integer;
begin
  select date_trunc('hour', min(l.at)) into first_hour
  from ops.access_log as l
  where l.institution_id = institution and (l.person_id = person or person = any (l.subject_person_ids));
  changed := 0;
  resealed_hours := 0;
  broken_before := 0;
  if first_hour is not null then
    select count(*) into broken_before from ops.broken_seals(institution) as b where b.hour >= first_hour;
    delete from ops.access_log as l
    where l.institution_id = institution and l.person_id = person and cardinality(array_remove(l.subject_person_ids, person)) = 0;
    get diagnostics changed = row_count;
    -- What they looked at stays on record, done by nobody we know.
    update ops.access_log as l
    set person_id = case when l.person_id = person then 0 else l.person_id end,
      subject_person_ids = array_remove(l.subject_person_ids, person)
    where l.institution_id = institution and (l.person_id = person or person = any (l.subject_person_ids));
    get diagnostics kept = row_count;
    changed := changed + kept;
    delete from ops.access_log_seal as s where s.institution_id = institution and s.hour >= first_hour;
    select ops.seal_access_log(institution) into resealed_hours;
  end if;
  return next;
end
$$;

comment on function ops.erase_from_access_log (bigint, bigint) is 'Takes a person out of the access log, as reader and as subject, and seals the hours from there on anew; says how many seals were broken before.';
revoke all on function ops.erase_from_access_log (bigint, bigint) from public;
grant execute on function ops.erase_from_access_log (bigint, bigint) to kith_etl;
