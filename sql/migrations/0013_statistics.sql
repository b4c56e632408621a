-- A first load is computed a second after it, before autovacuum has looked at the tables; and a plan made without
-- statistics compares everybody with everybody. Only an owner may look, so the ETL asks.
create function ops.refresh_statistics () returns integer language plpgsql security definer
set
  search_path = pg_catalog as $$
declare
  stale record;
  refreshed integer := 0;
begin
  for stale in
    select sized.name
    from (
      select
        relation.oid::regclass as name,
        bool_or(part.reltuples < 0) as never,
        sum(greatest(part.relpages, 0)) as pages_then,
        sum(pg_relation_size(part.oid)) / current_setting('block_size')::integer as pages_now
      from pg_class as relation
        join pg_namespace as space on space.oid = relation.relnamespace
        cross join lateral (
          select relation.oid where relation.relkind = 'r'
          union all
          select tree.relid from pg_partition_tree(relation.oid) as tree where relation.relkind = 'p'
        ) as tree
        join pg_class as part on part.oid = tree.oid
      where space.nspname in ('core', 'identity', 'insight') and not relation.relispartition
        and relation.relkind in ('r', 'p')
      group by relation.oid
    ) as sized
    where sized.pages_now > 0 and (sized.never or sized.pages_now > 1.2 * sized.pages_then)
    order by sized.name
  loop
    execute format('analyze (skip_locked) %s', stale.name);
    refreshed := refreshed + 1;
  end loop;
  return refreshed;
end
$$;

comment on function ops.refresh_statistics () is 'Lets the planner look again at tables that have grown by a fifth since it last did. Returns how many. Nothing where Citus distributes them: a table there has no size of its own.';

revoke all on function ops.refresh_statistics () from public;
grant execute on function ops.refresh_statistics () to kith_etl;
