-- Institution, organisation tree, terms, sources, persons and courses.
create table core.institution (
  institution_id bigint generated always as identity,
  key text not null,
  title text not null,
  timezone text not null,
  created_at timestamptz not null,
  constraint institution_pkey primary key (institution_id),
  constraint institution_key_key unique (key)
);

comment on table core.institution is 'One university or school. A reference table on Citus.';
comment on column core.institution.institution_id is 'Tenant id.';
comment on column core.institution.key is 'Short name used on the command line.';
comment on column core.institution.title is 'Name shown to people.';
comment on column core.institution.timezone is 'IANA zone where a course states none.';
comment on column core.institution.created_at is 'When it was set up.';

alter table core.institution enable row level security;
alter table core.institution force row level security;
create policy institution_etl on core.institution to kith_etl using (true) with check (true);
grant select, insert, update, delete on core.institution to kith_etl;
create policy institution_app on core.institution for select to kith_app using (
  institution_id = (select nullif(current_setting('kith.institution', true), '')::bigint)
);
grant select on core.institution to kith_app;

create table ops.source (
  institution_id bigint not null,
  source_id bigint generated always as identity,
  name text not null,
  connector text not null,
  timezone text,
  settings jsonb not null,
  created_at timestamptz not null,
  constraint source_pkey primary key (institution_id, source_id),
  constraint source_name_key unique (institution_id, name),
  constraint source_institution_fkey foreign key (institution_id) references core.institution (institution_id)
);

comment on table ops.source is 'A configured source, for instance moodle:main: one export or API of one system.';
comment on column ops.source.institution_id is 'Tenant. Leads every key; the distribution column on Citus.';
comment on column ops.source.source_id is 'Id of the source.';
comment on column ops.source.name is 'Name on the command line.';
comment on column ops.source.connector is 'Connector that reads it.';
comment on column ops.source.timezone is 'IANA zone of its zone-less times.';
comment on column ops.source.settings is 'Connector settings, link templates, account home pages; no secrets.';
comment on column ops.source.created_at is 'When it was configured.';

alter table ops.source enable row level security;
alter table ops.source force row level security;
create policy source_etl on ops.source to kith_etl using (true) with check (true);
grant select, insert, update, delete on ops.source to kith_etl;
create policy source_app on ops.source for select to kith_app using (
  institution_id = (select nullif(current_setting('kith.institution', true), '')::bigint)
);
grant select on ops.source to kith_app;

create table core.unit (
  institution_id bigint not null,
  unit_id bigint generated always as identity,
  parent_unit_id bigint,
  kind text not null,
  title text not null,
  source_id bigint,
  key text not null,
  parent_key text,
  created_at timestamptz not null,
  constraint unit_pkey primary key (institution_id, unit_id),
  constraint unit_key_key unique (institution_id, key),
  constraint unit_kind_check check (kind in ('institution', 'faculty', 'programme'))
);

comment on table core.unit is 'A node of the organisation tree above the courses.';
comment on column core.unit.institution_id is 'Tenant. Leads every key; the distribution column on Citus.';
comment on column core.unit.unit_id is 'Id of the node.';
comment on column core.unit.parent_unit_id is 'Node above; null at the top.';
comment on column core.unit.kind is 'institution, faculty or programme.';
comment on column core.unit.title is 'Name shown to people.';
comment on column core.unit.source_id is 'Source that named it; null: set by hand.';
comment on column core.unit.key is 'Key in its source, or the short name given by hand.';
comment on column core.unit.parent_key is 'Key of the node above, which may arrive later.';
comment on column core.unit.created_at is 'When it was first seen.';

alter table core.unit enable row level security;
alter table core.unit force row level security;
create policy unit_etl on core.unit to kith_etl using (true) with check (true);
grant select, insert, update, delete on core.unit to kith_etl;
create policy unit_app on core.unit for select to kith_app using (
  institution_id = (select nullif(current_setting('kith.institution', true), '')::bigint)
);
grant select on core.unit to kith_app;

create table core.term (
  institution_id bigint not null,
  term_id bigint generated always as identity,
  parent_term_id bigint,
  title text not null,
  starts_on date not null,
  ends_on date not null,
  source_id bigint,
  key text not null,
  parent_key text,
  created_at timestamptz not null,
  constraint term_pkey primary key (institution_id, term_id),
  constraint term_key_key unique (institution_id, key),
  constraint term_days_check check (ends_on >= starts_on)
);

comment on table core.term is 'A term, semester or school year.';
comment on column core.term.institution_id is 'Tenant. Leads every key; the distribution column on Citus.';
comment on column core.term.term_id is 'Id of the term.';
comment on column core.term.parent_term_id is 'Term it is part of.';
comment on column core.term.title is 'Name shown to people.';
comment on column core.term.starts_on is 'First day.';
comment on column core.term.ends_on is 'Last day.';
comment on column core.term.source_id is 'Source that named it; null: set by hand.';
comment on column core.term.key is 'Key in its source, or the short name given by hand.';
comment on column core.term.parent_key is 'Key of the term it is part of, which may arrive later.';
comment on column core.term.created_at is 'When it was first seen.';

alter table core.term enable row level security;
alter table core.term force row level security;
create policy term_etl on core.term to kith_etl using (true) with check (true);
grant select, insert, update, delete on core.term to kith_etl;
create policy term_app on core.term for select to kith_app using (
  institution_id = (select nullif(current_setting('kith.institution', true), '')::bigint)
);
grant select on core.term to kith_app;

create table core.course (
  institution_id bigint not null,
  course_id bigint generated always as identity,
  kind text not null,
  title text not null,
  code text,
  sis_id text,
  unit_id bigint,
  term_id bigint,
  parent_course_id bigint,
  starts_on date,
  ends_on date,
  timezone text,
  dates_basis text not null,
  delivery text,
  url text,
  settings jsonb not null,
  created_at timestamptz not null,
  constraint course_pkey primary key (institution_id, course_id),
  constraint course_kind_check check (kind in ('course', 'section', 'micro', 'programme', 'unassigned')),
  constraint course_dates_basis_check check (dates_basis in ('set', 'roster', 'assumed', 'unknown'))
);

comment on table core.course is 'A course, section, micro-course or programme.';
comment on column core.course.institution_id is 'Tenant. Leads every key; the distribution column on Citus.';
comment on column core.course.course_id is 'Id of the course.';
comment on column core.course.kind is 'course, section, micro, programme, or unassigned.';
comment on column core.course.title is 'Name shown to people; the key where the source gives none.';
comment on column core.course.code is 'Catalogue code.';
comment on column core.course.sis_id is 'Id in the student information system.';
comment on column core.course.unit_id is 'Node of the organisation tree it hangs under.';
comment on column core.course.term_id is 'Term it runs in.';
comment on column core.course.parent_course_id is 'Course it is a part of.';
comment on column core.course.starts_on is 'First day; week 1 is the Monday-to-Sunday week that holds it.';
comment on column core.course.ends_on is 'Last day.';
comment on column core.course.timezone is 'IANA zone; null: the institution''s.';
comment on column core.course.dates_basis is 'Who says when it starts: set (by hand), roster, assumed (first learner activity) or unknown.';
comment on column core.course.delivery is 'online, blended or onsite.';
comment on column core.course.url is 'Address in the learning platform.';
comment on column core.course.settings is 'Alert capacity, space formality and other choices of its staff.';
comment on column core.course.created_at is 'When it was first seen.';
create unique index course_unassigned on core.course (institution_id) where kind = 'unassigned';
create index course_sis on core.course (institution_id, sis_id) where sis_id is not null;

alter table core.course enable row level security;
alter table core.course force row level security;
create policy course_etl on core.course to kith_etl using (true) with check (true);
grant select, insert, update, delete on core.course to kith_etl;
create policy course_app on core.course for select to kith_app using (
  institution_id = (select nullif(current_setting('kith.institution', true), '')::bigint)
  and (
    course_id = any ((select string_to_array(nullif(current_setting('kith.learner_courses', true), ''), ',')::bigint[])::bigint[])
    or course_id = any ((select string_to_array(nullif(current_setting('kith.aggregate_courses', true), ''), ',')::bigint[])::bigint[])
  )
);
grant select on core.course to kith_app;
create policy course_research on core.course for select to kith_research using (
  institution_id = (select nullif(current_setting('kith.institution', true), '')::bigint)
  and course_id = any ((select string_to_array(nullif(current_setting('kith.aggregate_courses', true), ''), ',')::bigint[])::bigint[])
);
grant select on core.course to kith_research;

-- citus: by institution. A key is looked up before its course is known, so the course cannot lead it.
create table core.course_key (
  institution_id bigint not null,
  source_id bigint not null,
  key text not null,
  course_id bigint not null,
  sis_id text,
  said jsonb,
  constraint course_key_pkey primary key (institution_id, source_id, key)
);

comment on table core.course_key is 'What each source calls a course, and says of it.';
comment on column core.course_key.institution_id is 'Tenant. Leads every key; the distribution column on Citus.';
comment on column core.course_key.source_id is 'Source that uses the key.';
comment on column core.course_key.key is 'The course''s key in that source.';
comment on column core.course_key.course_id is 'Course it stands for.';
comment on column core.course_key.sis_id is 'Id in the student information system: equal ids of two keys are one course.';
comment on column core.course_key.said is 'The course record as the source last gave it; null: the key is only used by other records.';
create index course_key_course on core.course_key (institution_id, course_id);
create index course_key_sis on core.course_key (institution_id, sis_id) where sis_id is not null;

alter table core.course_key enable row level security;
alter table core.course_key force row level security;
create policy course_key_etl on core.course_key to kith_etl using (true) with check (true);
grant select, insert, update, delete on core.course_key to kith_etl;
create policy course_key_app on core.course_key for select to kith_app using (
  institution_id = (select nullif(current_setting('kith.institution', true), '')::bigint)
);
grant select on core.course_key to kith_app;

create table core.person (
  institution_id bigint not null,
  person_id bigint generated always as identity,
  kind text not null,
  timezone text,
  pseudonym uuid not null,
  created_at timestamptz not null,
  constraint person_pkey primary key (institution_id, person_id)
);

comment on table core.person is 'A resolved human being, or what stands for one until sources are matched. Holds no name.';
comment on column core.person.institution_id is 'Tenant. Leads every key; the distribution column on Citus.';
comment on column core.person.person_id is 'Id of the person; the oldest account''s where accounts were joined.';
comment on column core.person.kind is 'human, bot, test or group_account.';
comment on column core.person.timezone is 'IANA zone of the person, where known.';
comment on column core.person.pseudonym is 'Random name for pages in pseudonymous mode; exports use their own.';
comment on column core.person.created_at is 'When the person was first seen.';
create table core.account (
  institution_id bigint not null,
  account_id bigint generated always as identity,
  person_id bigint not null,
  source_id bigint not null,
  in_roster boolean not null,
  kind text,
  timezone text,
  created_at timestamptz not null,
  constraint account_pkey primary key (institution_id, account_id)
);

comment on table core.account is 'A person as one source knows them. Facts point here; a merge or split moves only person_id.';
comment on column core.account.institution_id is 'Tenant. Leads every key; the distribution column on Citus.';
comment on column core.account.account_id is 'Id of the account.';
comment on column core.account.person_id is 'Person it resolves to.';
comment on column core.account.source_id is 'Source it belongs to.';
comment on column core.account.in_roster is 'True once a person or enrolment record named it; false: provisional, seen only in activity.';
comment on column core.account.kind is 'human, bot, test or group_account, where a person record says so.';
comment on column core.account.timezone is 'IANA zone, where a person record says so.';
comment on column core.account.created_at is 'When it was first seen.';
create index account_person on core.account (institution_id, person_id);
create table core.participant (
  institution_id bigint not null,
  course_id bigint not null,
  person_id bigint not null,
  role text not null,
  basis text not null,
  status text not null,
  valid_from timestamptz,
  valid_to timestamptz,
  constraint participant_pkey primary key (institution_id, course_id, person_id)
);

comment on table core.participant is 'Who belongs to a course now: roster and people seen, one row a person. Derived after every load; access rules read it.';
comment on column core.participant.institution_id is 'Tenant. Leads every key; the distribution column on Citus.';
comment on column core.participant.course_id is 'Course the row belongs to; the institution''s course "unassigned" where the source names none.';
comment on column core.participant.person_id is 'Person.';
comment on column core.participant.role is 'learner, staff, mentor or observer.';
comment on column core.participant.basis is 'roster, provisional (seen, not in any roster), or marked (by hand).';
comment on column core.participant.status is 'active, inactive, suspended, withdrawn or completed.';
comment on column core.participant.valid_from is 'First instant of the membership, where known.';
comment on column core.participant.valid_to is 'End of the membership, exclusive, where known.';
create index participant_person on core.participant (institution_id, person_id);

alter table core.participant enable row level security;
alter table core.participant force row level security;
create policy participant_etl on core.participant to kith_etl using (true) with check (true);
grant select, insert, update, delete on core.participant to kith_etl;
create policy participant_app on core.participant for select to kith_app using (
  institution_id = (select nullif(current_setting('kith.institution', true), '')::bigint)
  and (
    course_id = any ((select string_to_array(nullif(current_setting('kith.learner_courses', true), ''), ',')::bigint[])::bigint[])
    or person_id = (select nullif(current_setting('kith.person', true), '')::bigint)
  )
);
grant select on core.participant to kith_app;

alter table core.account enable row level security;
alter table core.account force row level security;
create policy account_etl on core.account to kith_etl using (true) with check (true);
grant select, insert, update, delete on core.account to kith_etl;
create policy account_app on core.account for select to kith_app using (
  institution_id = (select nullif(current_setting('kith.institution', true), '')::bigint)
  and (
    person_id = (select nullif(current_setting('kith.person', true), '')::bigint)
    or exists (
      select 1
      from core.participant as p
      where p.institution_id = account.institution_id
        and p.person_id = account.person_id
        and p.course_id = any ((select string_to_array(nullif(current_setting('kith.learner_courses', true), ''), ',')::bigint[])::bigint[])
    )
  )
);
grant select on core.account to kith_app;

alter table core.person enable row level security;
alter table core.person force row level security;
create policy person_etl on core.person to kith_etl using (true) with check (true);
grant select, insert, update, delete on core.person to kith_etl;
create policy person_app on core.person for select to kith_app using (
  institution_id = (select nullif(current_setting('kith.institution', true), '')::bigint)
  and (
    person_id = (select nullif(current_setting('kith.person', true), '')::bigint)
    or exists (
      select 1
      from core.participant as p
      where p.institution_id = person.institution_id
        and p.person_id = person.person_id
        and p.course_id = any ((select string_to_array(nullif(current_setting('kith.learner_courses', true), ''), ',')::bigint[])::bigint[])
    )
  )
);
grant select on core.person to kith_app;

create table identity.person (
  institution_id bigint not null,
  person_id bigint not null,
  display_name text,
  given_name text,
  family_name text,
  email text,
  locale text,
  constraint person_pkey primary key (institution_id, person_id)
);

comment on table identity.person is 'Name and contact of a person.';
comment on column identity.person.institution_id is 'Tenant. Leads every key; the distribution column on Citus.';
comment on column identity.person.person_id is 'Person.';
comment on column identity.person.display_name is 'Name shown to staff.';
comment on column identity.person.given_name is 'Given name.';
comment on column identity.person.family_name is 'Family name.';
comment on column identity.person.email is 'Address for contact and sign-in.';
comment on column identity.person.locale is 'Language tag.';

alter table identity.person enable row level security;
alter table identity.person force row level security;
create policy person_etl on identity.person to kith_etl using (true) with check (true);
grant select, insert, update, delete on identity.person to kith_etl;
create policy person_app on identity.person for select to kith_app using (
  institution_id = (select nullif(current_setting('kith.institution', true), '')::bigint)
  and (
    person_id = (select nullif(current_setting('kith.person', true), '')::bigint)
    or exists (
      select 1
      from core.participant as p
      where p.institution_id = person.institution_id
        and p.person_id = person.person_id
        and p.course_id = any ((select string_to_array(nullif(current_setting('kith.learner_courses', true), ''), ',')::bigint[])::bigint[])
    )
  )
);
grant select on identity.person to kith_app;

create table identity.account (
  institution_id bigint not null,
  source_id bigint not null,
  key text not null,
  account_id bigint not null,
  display_name text,
  given_name text,
  family_name text,
  locale text,
  constraint account_pkey primary key (institution_id, source_id, key)
);

comment on table identity.account is 'The key and names under which a source knows an account.';
comment on column identity.account.institution_id is 'Tenant. Leads every key; the distribution column on Citus.';
comment on column identity.account.source_id is 'Source.';
comment on column identity.account.key is 'Key of the person in the source.';
comment on column identity.account.account_id is 'Account.';
comment on column identity.account.display_name is 'Name as the source writes it.';
comment on column identity.account.given_name is 'Given name as the source writes it.';
comment on column identity.account.family_name is 'Family name as the source writes it.';
comment on column identity.account.locale is 'Language tag.';
create index account_account on identity.account (institution_id, account_id);

alter table identity.account enable row level security;
alter table identity.account force row level security;
create policy account_etl on identity.account to kith_etl using (true) with check (true);
grant select, insert, update, delete on identity.account to kith_etl;

create table identity.said (
  institution_id bigint not null,
  account_id bigint not null,
  connector text not null,
  said jsonb not null,
  constraint said_pkey primary key (institution_id, account_id, connector)
);

comment on table identity.said is 'The person record as each connector of a source last gave it: a user list knows addresses, an export of posts only names. Accounts, claims and attributes are made of these.';
comment on column identity.said.institution_id is 'Tenant. Leads every key; the distribution column on Citus.';
comment on column identity.said.account_id is 'Account it is about.';
comment on column identity.said.connector is 'Connector that said it.';
comment on column identity.said.said is 'The record.';

alter table identity.said enable row level security;
alter table identity.said force row level security;
create policy said_etl on identity.said to kith_etl using (true) with check (true);
grant select, insert, update, delete on identity.said to kith_etl;

create table identity.claim (
  institution_id bigint not null,
  scheme text not null,
  issuer text not null,
  value text not null,
  account_id bigint not null,
  verified boolean not null,
  valid_from timestamptz,
  valid_to timestamptz,
  constraint claim_pkey primary key (institution_id, scheme, issuer, value, account_id)
);

comment on table identity.claim is 'One way to recognise an account in another source (reference/connectors §4).';
comment on column identity.claim.institution_id is 'Tenant. Leads every key; the distribution column on Citus.';
comment on column identity.claim.scheme is 'sis, email, email_sha1, account, lti_sub …';
comment on column identity.claim.issuer is 'Who issued the value; empty where the scheme has no issuer.';
comment on column identity.claim.value is 'Normalised value.';
comment on column identity.claim.account_id is 'Account that carries it.';
comment on column identity.claim.verified is 'Whether the source vouches for it.';
comment on column identity.claim.valid_from is 'From when.';
comment on column identity.claim.valid_to is 'Until when.';
create index claim_account on identity.claim (institution_id, account_id);

alter table identity.claim enable row level security;
alter table identity.claim force row level security;
create policy claim_etl on identity.claim to kith_etl using (true) with check (true);
grant select, insert, update, delete on identity.claim to kith_etl;

create table identity.attribute (
  institution_id bigint not null,
  account_id bigint not null,
  name text not null,
  value text not null,
  constraint attribute_pkey primary key (institution_id, account_id, name)
);

comment on table identity.attribute is 'Slices for the offline fairness audit and for aggregates of at least ten people. Never an input of a score.';
comment on column identity.attribute.institution_id is 'Tenant. Leads every key; the distribution column on Citus.';
comment on column identity.attribute.account_id is 'Account.';
comment on column identity.attribute.name is 'region, study_mode …';
comment on column identity.attribute.value is 'Value.';

alter table identity.attribute enable row level security;
alter table identity.attribute force row level security;
create policy attribute_etl on identity.attribute to kith_etl using (true) with check (true);
grant select, insert, update, delete on identity.attribute to kith_etl;

create table identity.secret (
  institution_id bigint not null,
  purpose text not null,
  secret bytea not null,
  constraint secret_pkey primary key (institution_id, purpose)
);

comment on table identity.secret is 'Secrets of the institution that never leave the database: the key of the digests in core.record.';
comment on column identity.secret.institution_id is 'Tenant. Leads every key; the distribution column on Citus.';
comment on column identity.secret.purpose is 'record_key.';
comment on column identity.secret.secret is 'Random bytes.';

alter table identity.secret enable row level security;
alter table identity.secret force row level security;
create policy secret_etl on identity.secret to kith_etl using (true) with check (true);
grant select, insert, update, delete on identity.secret to kith_etl;

