-- A weekly word by mail that the page of the week is there. It names nobody.
create table care.digest_setting (
  institution_id bigint not null,
  person_id bigint not null,
  wanted boolean not null,
  weekday smallint not null,
  hour smallint not null,
  timezone text not null,
  changed_at timestamptz not null,
  constraint digest_setting_pkey primary key (institution_id, person_id),
  constraint digest_setting_weekday_check check (weekday between 1 and 7),
  constraint digest_setting_hour_check check (hour between 0 and 23)
);

comment on table care.digest_setting is 'Whether somebody wants the weekly word by mail, and when. Of their own.';
comment on column care.digest_setting.institution_id is 'Tenant. Leads every key; the distribution column on Citus.';
comment on column care.digest_setting.person_id is 'Whose setting.';
comment on column care.digest_setting.wanted is 'False: no mail.';
comment on column care.digest_setting.weekday is '1 Monday to 7 Sunday, in their zone.';
comment on column care.digest_setting.hour is 'Full hour, 0 to 23, in their zone.';
comment on column care.digest_setting.timezone is 'IANA name of the zone they read in.';
comment on column care.digest_setting.changed_at is 'When it was last changed; an hour that was over by then waits for the next week.';

alter table care.digest_setting enable row level security;
alter table care.digest_setting force row level security;
create policy digest_setting_etl on care.digest_setting to kith_etl using (true) with check (true);
grant select, insert, update, delete on care.digest_setting to kith_etl;
create policy digest_setting_app on care.digest_setting for all to kith_app using (
  institution_id = (select nullif(current_setting('kith.institution', true), '')::bigint)
  and (person_id = (select nullif(current_setting('kith.person', true), '')::bigint))
) with check (
  institution_id = (select nullif(current_setting('kith.institution', true), '')::bigint)
  and (person_id = (select nullif(current_setting('kith.person', true), '')::bigint))
);
grant select, insert, update on care.digest_setting to kith_app;

create table care.digest (
  institution_id bigint not null,
  person_id bigint not null,
  period date not null,
  claimed_at timestamptz not null,
  sent_at timestamptz,
  constraint digest_pkey primary key (institution_id, person_id, period)
);

comment on table care.digest is 'That a weekly word was sent: one row a person and week, claimed before it goes out, so that it goes out once.';
comment on column care.digest.institution_id is 'Tenant. Leads every key; the distribution column on Citus.';
comment on column care.digest.person_id is 'To whom.';
comment on column care.digest.period is 'Day it was due, in their zone.';
comment on column care.digest.claimed_at is 'When a worker took it on.';
comment on column care.digest.sent_at is 'When the mail server had taken it; null: there was nothing to say, or the worker ended over it.';

alter table care.digest enable row level security;
alter table care.digest force row level security;
create policy digest_etl on care.digest to kith_etl using (true) with check (true);
grant select, insert, update, delete on care.digest to kith_etl;
create policy digest_app on care.digest for select to kith_app using (
  institution_id = (select nullif(current_setting('kith.institution', true), '')::bigint)
  and (person_id = (select nullif(current_setting('kith.person', true), '')::bigint))
);
grant select on care.digest to kith_app;

create function care.digest_reader (institution bigint, person bigint) returns table (
  institution_id bigint,
  person_id bigint,
  learner_courses bigint[],
  named_courses bigint[],
  aggregate_courses bigint[],
  steward boolean,
  roles text[],
  support_courses bigint[],
  case_people bigint[]
) language sql stable security definer
set
  search_path = pg_catalog
begin
  atomic
  select
    s.institution_id,
    s.person_id,
    r.learner_courses,
    r.named_courses,
    r.aggregate_courses,
    r.steward,
    r.roles,
    reach.support_courses,
    reach.case_people
  from
    care.digest_setting as s
    cross join lateral ops.rights_of (s.institution_id, s.person_id) as r
    cross join lateral care.reach_of (s.institution_id, s.person_id) as reach
  where
    s.institution_id = institution
    and s.person_id = person
    and s.wanted;
end;

comment on function care.digest_reader (bigint, bigint) is 'What somebody who wants the weekly word may see at this moment, so that it counts their page and no more; no row for anybody else.';
revoke all on function care.digest_reader (bigint, bigint) from public;
grant execute on function care.digest_reader (bigint, bigint) to kith_etl;
