-- Definitions of a programme's own: which node uses which version from when. Rows are added, never changed.
create table insight.definition_use (
  institution_id bigint not null,
  unit_id bigint not null,
  definition text not null,
  since timestamptz not null,
  version integer,
  note text,
  constraint definition_use_pkey primary key (institution_id, unit_id, definition, since)
);

comment on table insight.definition_use is 'A node of the organisation tree takes a definition of its own, or goes back to the one above it. The nearest node that has one decides; a week uses what was in force at its end.';
comment on column insight.definition_use.institution_id is 'Tenant. Leads every key; the distribution column on Citus.';
comment on column insight.definition_use.unit_id is 'Node; 0: the whole institution.';
comment on column insight.definition_use.definition is 'isolation, presence_signal, community_health or alerts.';
comment on column insight.definition_use.since is 'In force from.';
comment on column insight.definition_use.version is 'Version in insight.definition, from 1001; null: back to what holds above.';
comment on column insight.definition_use.note is 'Why, in the words of whoever decided.';

alter table insight.definition_use enable row level security;
alter table insight.definition_use force row level security;
create policy definition_use_etl on insight.definition_use to kith_etl using (true) with check (true);
grant select, insert on insight.definition_use to kith_etl;
create policy definition_use_app on insight.definition_use for select to kith_app using (
  institution_id = (select nullif(current_setting('kith.institution', true), '')::bigint)
);
grant select on insight.definition_use to kith_app;
create policy definition_use_research on insight.definition_use for select to kith_research using (
  institution_id = (select nullif(current_setting('kith.institution', true), '')::bigint)
);
grant select on insight.definition_use to kith_research;
