-- Each seal says which one it follows: what is too old may go from the beginning of the log, and the rest still holds.
alter table ops.access_log_seal
add column before_digest bytea;

comment on column ops.access_log_seal.before_digest is 'Digest of the seal before; null for the first.';

update ops.access_log_seal as s
set
  before_digest = (
    select
      b.digest
    from
      ops.access_log_seal as b
    where
      b.institution_id = s.institution_id
      and b.hour = s.hour - interval '1 hour'
  );

create or replace function ops.seal_access_log (institution bigint) returns integer language plpgsql
set
  search_path = pg_catalog as $$
declare
  next_hour timestamptz;
  before bytea;
  done integer := 0;
begin
  perform pg_advisory_xact_lock(7151406, institution::integer);
  loop
    select s.hour + interval '1 hour', s.digest into next_hour, before
    from ops.access_log_seal as s where s.institution_id = institution order by s.hour desc limit 1;
    -- An hour without a row is sealed too when rows follow it: a gap would hide what was taken away.
    if next_hour is null then
      select date_trunc('hour', min(l.at)) into next_hour from ops.access_log as l where l.institution_id = institution;
    end if;
    exit when next_hour is null or next_hour + interval '1 hour 5 minutes' > clock_timestamp();
    insert into ops.access_log_seal (institution_id, hour, rows, digest, sealed_at, before_digest)
    select institution, next_hour, d.rows, d.digest, clock_timestamp(), before
    from ops.log_digest(institution, next_hour, before) as d;
    done := done + 1;
  end loop;
  return done;
end
$$;

create or replace function ops.broken_seals (institution bigint) returns table (hour timestamptz, sealed_rows bigint, found_rows bigint) language sql stable
set
  search_path = pg_catalog
begin
  atomic
  select
    s.hour,
    s.rows,
    d.rows
  from
    (
      select
        each.hour,
        each.rows,
        each.digest,
        each.before_digest,
        -- The first seal that is left answers for itself: what stood before it may have been too old.
        row_number() over (
          order by
            each.hour
        ) = 1
        or each.before_digest = lag(each.digest) over (
          order by
            each.hour
        ) as follows
      from
        ops.access_log_seal as each
      where
        each.institution_id = institution
    ) as s
    cross join lateral ops.log_digest (institution, s.hour, s.before_digest) as d
  where
    d.digest <> s.digest
    or s.follows is not true
  order by
    s.hour;
end;

comment on function ops.broken_seals (bigint) is 'Hours whose rows are no longer what was sealed, or that do not follow the hour before.';

create function ops.log_seals () returns table (sealed_until timestamptz, seals bigint, digest text, broken json) language sql stable security definer
set
  search_path = pg_catalog
begin
  atomic
  with
    mine as (
      select
        s.hour,
        s.digest
      from
        ops.access_log_seal as s
      where
        s.institution_id = ops.require_steward ()
    )
  select
    (
      select
        max(mine.hour) + interval '1 hour'
      from
        mine
    ),
    (
      select
        count(*)
      from
        mine
    ),
    (
      select
        encode(mine.digest, 'hex')
      from
        mine
      order by
        mine.hour desc
      limit
        1
    ),
    (
      select
        coalesce(
          json_agg(
            json_build_object(
              'hour',
              b.hour,
              'sealedRows',
              b.sealed_rows,
              'foundRows',
              b.found_rows
            )
            order by
              b.hour
          ),
          '[]'
        )
      from
        ops.broken_seals (ops.require_steward ()) as b
    );
end;

comment on function ops.log_seals () is 'How far the access log is sealed, the last digest, and every hour that no longer fits. For stewards.';
revoke all on function ops.log_seals () from public;
grant execute on function ops.log_seals () to kith_app;
