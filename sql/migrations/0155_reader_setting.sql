-- In which language somebody reads: pages, mail, and the texts they begin a message with.
create table ops.reader_setting (
  institution_id bigint not null,
  person_id bigint not null,
  language text not null,
  changed_at timestamptz not null,
  constraint reader_setting_pkey primary key (institution_id, person_id),
  constraint reader_setting_language_check check (language in ('en', 'de'))
);

comment on table ops.reader_setting is 'What a reader has set for themselves. No row: the browser says which language.';
comment on column ops.reader_setting.institution_id is 'Tenant. Leads every key; the distribution column on Citus.';
comment on column ops.reader_setting.person_id is 'Whose setting.';
comment on column ops.reader_setting.language is 'Language Kith speaks to them, BCP 47: en, de.';
comment on column ops.reader_setting.changed_at is 'When it was last changed.';

alter table ops.reader_setting enable row level security;
alter table ops.reader_setting force row level security;
create policy reader_setting_etl on ops.reader_setting to kith_etl using (true) with check (true);
grant select, insert, update, delete on ops.reader_setting to kith_etl;
create policy reader_setting_app on ops.reader_setting for all to kith_app using (
  institution_id = (select nullif(current_setting('kith.institution', true), '')::bigint)
  and (person_id = (select nullif(current_setting('kith.person', true), '')::bigint))
) with check (
  institution_id = (select nullif(current_setting('kith.institution', true), '')::bigint)
  and (person_id = (select nullif(current_setting('kith.person', true), '')::bigint))
);
grant select, insert, update, delete on ops.reader_setting to kith_app;

create function ops.language_of (institution bigint, person bigint) returns text language sql stable security definer
set
  search_path = pg_catalog return (
    select
      s.language
    from
      ops.reader_setting as s
    where
      s.institution_id = institution
      and s.person_id = person
  );

comment on function ops.language_of (bigint, bigint) is 'The language somebody has chosen; null: none. Asked before anybody is signed in to the transaction, and when a mail is written.';
revoke all on function ops.language_of (bigint, bigint) from public;
grant execute on function ops.language_of (bigint, bigint) to kith_app, kith_etl;
