-- What the xAPI receiver takes in: statements as they came, the batches that wait to become facts, and who may send.
create table ops.xapi_credential (
  institution_id bigint not null,
  credential_id bigint generated always as identity,
  source_id bigint not null,
  key text not null,
  secret_hash bytea not null,
  title text not null,
  scopes text[] not null,
  created_at timestamptz not null,
  ended_at timestamptz,
  constraint xapi_credential_pkey primary key (institution_id, credential_id),
  constraint xapi_credential_key_key unique (institution_id, key),
  constraint xapi_credential_scopes_check check (
    scopes <@ array['statements/write', 'statements/read', 'statements/read/mine']
    and cardinality(scopes) > 0
  )
);

comment on table ops.xapi_credential is 'Who may send statements to the receiver, or read them there.';
comment on column ops.xapi_credential.institution_id is 'Tenant. Leads every key; the distribution column on Citus.';
comment on column ops.xapi_credential.credential_id is 'Id.';
comment on column ops.xapi_credential.source_id is 'Source whose statements these are. Credentials of one source see the same statements.';
comment on column ops.xapi_credential.key is 'User name of Basic authentication; random.';
comment on column ops.xapi_credential.secret_hash is 'SHA-256 of the password, which is 256 random bits and nowhere else.';
comment on column ops.xapi_credential.title is 'What it is for, in words.';
comment on column ops.xapi_credential.scopes is 'statements/write, statements/read, statements/read/mine.';
comment on column ops.xapi_credential.created_at is 'When it was made.';
comment on column ops.xapi_credential.ended_at is 'From when on it opens nothing.';

alter table ops.xapi_credential enable row level security;
alter table ops.xapi_credential force row level security;
create policy xapi_credential_etl on ops.xapi_credential to kith_etl using (true) with check (true);
grant select, insert, update, delete on ops.xapi_credential to kith_etl;

create table identity.statement (
  institution_id bigint not null,
  source_id bigint not null,
  statement_id uuid not null,
  no bigint generated always as identity,
  stored timestamptz not null,
  credential_id bigint not null,
  batch_id bigint not null,
  voids uuid,
  refers_to uuid,
  terms bigint[] not null,
  digest uuid not null,
  prose jsonb,
  statement json not null,
  constraint statement_pkey primary key (institution_id, source_id, statement_id)
);

comment on table identity.statement is 'xAPI statements as received, without what people wrote. Rows are added, never changed.';
comment on column identity.statement.institution_id is 'Tenant. Leads every key; the distribution column on Citus.';
comment on column identity.statement.source_id is 'Source that sent it.';
comment on column identity.statement.statement_id is 'Id of the statement.';
comment on column identity.statement.no is 'Tells statements of one instant apart.';
comment on column identity.statement.stored is 'When the receiver took it, rounded up to the millisecond.';
comment on column identity.statement.credential_id is 'Credential it came by.';
comment on column identity.statement.batch_id is 'Request it came in.';
comment on column identity.statement.voids is 'Statement that this one takes back.';
comment on column identity.statement.refers_to is 'Statement that is the object of this one.';
comment on column identity.statement.terms is 'Digests of what the statement can be found by: agents, verb, activities, registration.';
comment on column identity.statement.digest is 'Digest of the content: the same id with another digest is refused.';
comment on column identity.statement.prose is 'Measures of the text that was left out: words, chars, hasQuestion.';
comment on column identity.statement.statement is 'The statement with what the receiver adds: id, stored, timestamp, authority, version.';
create index statement_stored on identity.statement (institution_id, source_id, stored, no);
create index statement_terms on identity.statement using gin (terms);
create index statement_voids on identity.statement (institution_id, source_id, voids) where voids is not null;
create index statement_refers_to on identity.statement (institution_id, source_id, refers_to) where refers_to is not null;

alter table identity.statement enable row level security;
alter table identity.statement force row level security;
create policy statement_etl on identity.statement to kith_etl using (true) with check (true);
grant select, insert, update, delete on identity.statement to kith_etl;
create policy statement_app_reads on identity.statement for select to kith_app using (
  institution_id = (select nullif(current_setting('kith.institution', true), '')::bigint)
  and source_id = (select nullif(current_setting('kith.source', true), '')::bigint)
);
create policy statement_app_adds on identity.statement for insert to kith_app with check (
  institution_id = (select nullif(current_setting('kith.institution', true), '')::bigint)
  and source_id = (select nullif(current_setting('kith.source', true), '')::bigint)
);
grant select, insert on identity.statement to kith_app;

create table ops.statement_batch (
  institution_id bigint not null,
  batch_id bigint generated always as identity,
  source_id bigint not null,
  stored timestamptz not null,
  claim uuid,
  constraint statement_batch_pkey primary key (institution_id, batch_id)
);

comment on table ops.statement_batch is 'Requests whose statements wait to become facts. Gone when they are.';
comment on column ops.statement_batch.institution_id is 'Tenant. Leads every key; the distribution column on Citus.';
comment on column ops.statement_batch.batch_id is 'Id.';
comment on column ops.statement_batch.source_id is 'Source.';
comment on column ops.statement_batch.stored is 'The instant all its statements carry.';
comment on column ops.statement_batch.claim is 'Load that took it. A load that is cut off goes on with the same batches.';
create index statement_batch_source on ops.statement_batch (institution_id, source_id, batch_id);

alter table ops.statement_batch enable row level security;
alter table ops.statement_batch force row level security;
create policy statement_batch_etl on ops.statement_batch to kith_etl using (true) with check (true);
grant select, insert, update, delete on ops.statement_batch to kith_etl;
create policy statement_batch_app_reads on ops.statement_batch for select to kith_app using (
  institution_id = (select nullif(current_setting('kith.institution', true), '')::bigint)
  and source_id = (select nullif(current_setting('kith.source', true), '')::bigint)
);
create policy statement_batch_app_adds on ops.statement_batch for insert to kith_app with check (
  institution_id = (select nullif(current_setting('kith.institution', true), '')::bigint)
  and source_id = (select nullif(current_setting('kith.source', true), '')::bigint)
);
grant select, insert on ops.statement_batch to kith_app;

create table identity.refused_statement (
  institution_id bigint not null,
  refused_id bigint generated always as identity,
  source_id bigint not null,
  credential_id bigint not null,
  at timestamptz not null,
  place text not null,
  reason text not null,
  statement text,
  constraint refused_statement_pkey primary key (institution_id, refused_id)
);

comment on table identity.refused_statement is 'Quarantine: what the receiver did not take, and why. Some senders never try again.';
comment on column identity.refused_statement.institution_id is 'Tenant. Leads every key; the distribution column on Citus.';
comment on column identity.refused_statement.refused_id is 'Id.';
comment on column identity.refused_statement.source_id is 'Source.';
comment on column identity.refused_statement.credential_id is 'Credential it came by.';
comment on column identity.refused_statement.at is 'When.';
comment on column identity.refused_statement.place is 'Where in the request the fault is.';
comment on column identity.refused_statement.reason is 'One sentence.';
comment on column identity.refused_statement.statement is 'Its structure, without what people wrote; null where it is no statement at all.';
create index refused_statement_source on identity.refused_statement (institution_id, source_id, at);

alter table identity.refused_statement enable row level security;
alter table identity.refused_statement force row level security;
create policy refused_statement_etl on identity.refused_statement to kith_etl using (true) with check (true);
grant select, insert, update, delete on identity.refused_statement to kith_etl;
create policy refused_statement_app on identity.refused_statement for insert to kith_app with check (
  institution_id = (select nullif(current_setting('kith.institution', true), '')::bigint)
  and source_id = (select nullif(current_setting('kith.source', true), '')::bigint)
);
grant insert on identity.refused_statement to kith_app;

create function ops.xapi_sender (wanted_key text, wanted_hash bytea) returns table (
  institution_id bigint,
  source_id bigint,
  credential_id bigint,
  scopes text[]
) language sql stable security definer
set
  search_path = pg_catalog
begin
  atomic
  select
    c.institution_id,
    c.source_id,
    c.credential_id,
    c.scopes
  from
    ops.xapi_credential as c
  where
    c.key = wanted_key
    and c.secret_hash = wanted_hash
    and c.ended_at is null;
end;

comment on function ops.xapi_sender (text, bytea) is 'Whose credential this is and what it opens; no row where it opens nothing.';

-- A writer says when it began, by an advisory lock that ends with its transaction: the second key is that instant, in
-- milliseconds modulo 2^31 (24 days). The clock is read again once the lock is there, so whoever does not see the lock
-- has read the clock before.
create function ops.stamp_statements () returns timestamptz language plpgsql
set
  search_path = pg_catalog as $$
begin
  perform pg_advisory_xact_lock_shared(
    7151409,
    (floor(extract(epoch from clock_timestamp()) * 1000)::bigint % 2147483648)::integer
  );
  return date_trunc('milliseconds', clock_timestamp()) + interval '1 millisecond';
end
$$;

comment on function ops.stamp_statements () is 'The instant that statements of this transaction carry as "stored"; until it ends, ops.consistent_through() stays before it.';

create function ops.consistent_through () returns timestamptz language plpgsql
set
  search_path = pg_catalog as $$
declare
  read_at constant timestamptz := clock_timestamp();
  read_ms constant bigint := floor(extract(epoch from read_at) * 1000)::bigint;
  longest bigint;
begin
  -- How long ago the oldest open writer began. More than half of 2^31 is a writer that began after read_at.
  select max(age) into longest
  from (
    select (read_ms - objid::bigint % 2147483648 + 2 * 2147483648) % 2147483648 as age
    from pg_locks
    where locktype = 'advisory' and classid = 7151409 and objsubid = 2 and granted
      and database = (select oid from pg_database where datname = current_database())
  ) as writer
  where age < 1073741824;
  return date_trunc('milliseconds', read_at) - coalesce(longest, 0) * interval '1 millisecond';
end
$$;

comment on function ops.consistent_through () is 'Every statement stored up to this instant can be seen by whoever looks from now on.';

create function ops.find_statements (
  wanted bigint[],
  mine bigint,
  since timestamptz,
  until timestamptz,
  past_stored timestamptz,
  past_no bigint,
  oldest_first boolean,
  most integer
) returns table (no bigint, stored timestamptz, statement text) language plpgsql stable security definer
set
  search_path = pg_catalog as $$
declare
  institution constant bigint := nullif(current_setting('kith.institution', true), '')::bigint;
  source constant bigint := nullif(current_setting('kith.source', true), '')::bigint;
  direction constant text := case when oldest_first then 'asc' else 'desc' end;
  conditions constant text := format(
    $sql$s.institution_id = $1 and s.source_id = $2
      and ($4::bigint is null or s.credential_id = $4)
      and ($5::timestamptz is null or s.stored > $5)
      and ($6::timestamptz is null or s.stored <= $6)
      and ($7::timestamptz is null or (s.stored, s.no) %s ($7, $8))
      and (
        s.voids is not null
        or not exists (
          select from identity.statement as v
          where v.institution_id = $1 and v.source_id = $2 and v.voids = s.statement_id
        )
      )$sql$,
    case when oldest_first then '>' else '<' end
  );
  -- A statement about another statement is found by what finds the other one, however long the chain.
  referring constant text := format(
    $sql$ union
      (
        select s.no, s.stored, s.statement_id from identity.statement as s join referring as r on r.statement_id = s.statement_id
        where %1$s
        order by s.stored %2$s, s.no %2$s limit $9
      )$sql$,
    conditions, direction
  );
begin
  return query execute format(
    $sql$
      with recursive referring as (
        select s.statement_id
        from identity.statement as s
          join identity.statement as target
            on target.institution_id = $1 and target.source_id = $2 and target.statement_id = s.refers_to
        where s.institution_id = $1 and s.source_id = $2 and s.refers_to is not null and target.terms @> $3
        union
        select s.statement_id
        from referring as r
          join identity.statement as s on s.institution_id = $1 and s.source_id = $2 and s.refers_to = r.statement_id
      ),
      found as (
        (
          select s.no, s.stored, s.statement_id from identity.statement as s
          where s.terms @> $3 and %1$s
          order by s.stored %2$s, s.no %2$s limit $9
        )
        %3$s
      ),
      page as (
        select f.no, f.stored, f.statement_id from found as f order by f.stored %2$s, f.no %2$s limit $9
      )
      select p.no, p.stored, s.statement::text
      from page as p
        join identity.statement as s on s.institution_id = $1 and s.source_id = $2 and s.statement_id = p.statement_id
      order by p.stored %2$s, p.no %2$s
    $sql$,
    conditions, direction, case when cardinality(wanted) > 0 then referring else '' end
  ) using institution, source, wanted, mine, since, until, past_stored, past_no, most;
end
$$;

comment on function ops.find_statements (bigint[], bigint, timestamptz, timestamptz, timestamptz, bigint, boolean, integer) is 'A page of the statements of the request''s own source, voided ones left out. The owner''s rights let it use the index on terms, which no policy lets a plan use.';
revoke all on function ops.xapi_sender (text, bytea), ops.stamp_statements (), ops.consistent_through (), ops.find_statements (bigint[], bigint, timestamptz, timestamptz, timestamptz, bigint, boolean, integer) from public;
grant execute on function ops.xapi_sender (text, bytea), ops.stamp_statements (), ops.consistent_through (), ops.find_statements (bigint[], bigint, timestamptz, timestamptz, timestamptz, bigint, boolean, integer) to kith_app;

grant usage on all sequences in schema ops, identity to kith_etl;
