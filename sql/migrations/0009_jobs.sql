-- A place for the queue. graphile-worker makes its tables here, signed in as kith_jobs, which owns them and nothing else
-- (see etl/jobs): its row-level security lets no other login put a job in, so others ask a function that kith_jobs owns.
create schema jobs;

comment on schema jobs is 'The queue of background work; made and owned by kith_jobs. Payloads hold ids only.';
grant usage, create on schema jobs to kith_jobs;
grant usage on schema jobs to kith_etl, kith_app;

create function ops.queue_recompute (institution bigint) returns void language plpgsql
set
  search_path = pg_catalog as $$
begin
  -- Before the first "kith up" there is no queue. Nothing is lost: ops.dirty_week says what is to be done, and the worker
  -- looks there first.
  if to_regprocedure('jobs.enqueue(text, json, text)') is not null then
    execute 'select jobs.enqueue(''recompute'', json_build_object(''institutionId'', $1), ''recompute:'' || $1)' using institution;
  end if;
end
$$;

comment on function ops.queue_recompute (bigint) is 'Asks the worker, where there is one, to compute what ops.dirty_week holds. It hears of it when the transaction commits.';
revoke all on function ops.queue_recompute (bigint) from public;
grant execute on function ops.queue_recompute (bigint) to kith_etl, kith_app;
