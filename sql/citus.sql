-- Spreads the tables over Citus nodes, after the plain migrations. Run by `kith migrate` only where the extension is
-- there. Skips what is spread already, so it may run after every migration. Last run on: not yet run.
set citus.multi_shard_modify_mode = 'sequential';

set citus.enable_local_reference_table_foreign_keys = off;

-- Reference tables first: every node holds a copy.
select create_reference_table(wanted.name)
from
  unnest(array['core.institution', 'core.verb']::regclass[]) as wanted (name)
where
  not exists (select from pg_catalog.pg_dist_partition as done where done.logicalrelid = wanted.name);

-- Everything of a tenant: one co-location group, by institution. ops.source is the first and names the group.
select create_distributed_table('ops.source', 'institution_id')
where
  not exists (select from pg_catalog.pg_dist_partition as done where done.logicalrelid = 'ops.source'::regclass);

select create_distributed_table(wanted.name, 'institution_id', colocate_with => 'ops.source')
from
  (
    select format('%I.%I', n.nspname, c.relname)::regclass as name
    from
      pg_catalog.pg_class as c
      join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
      join pg_catalog.pg_attribute as a on a.attrelid = c.oid and a.attname = 'institution_id'
    where
      n.nspname in ('identity', 'core', 'insight', 'care', 'ops')
      and c.relkind in ('r', 'p')
      and not c.relispartition
      and c.oid not in ('core.institution'::regclass, 'ops.source'::regclass)
    order by
      1
  ) as wanted
where
  not exists (select from pg_catalog.pg_dist_partition as done where done.logicalrelid = wanted.name);
