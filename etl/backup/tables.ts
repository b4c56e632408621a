import type { ClientBase } from 'pg';

import type { BackedUpTable } from './manifest.ts';

type Described = Pick<BackedUpTable, 'name' | 'columns'>;

/**
 * Every table with something of the institution's own, referenced ones first. Left out: which migrations were applied
 * (restoring migrates), the queue (made anew from what waits), partitions (they come with their parent).
 */
export async function kithTables(client: ClientBase): Promise<Described[]> {
  const { rows } = await client.query<Described>(`
    with recursive own as (
      select c.oid, format('%I.%I', n.nspname, c.relname) as name
      from pg_class as c join pg_namespace as n on n.oid = c.relnamespace
      where n.nspname in ('identity', 'core', 'insight', 'care', 'ops') and c.relkind in ('r', 'p') and not c.relispartition
        and (n.nspname, c.relname) <> ('ops', 'migration')
    ),
    depth (oid, steps) as (
      select oid, 0 from own
      union all
      select f.conrelid, depth.steps + 1
      from depth join pg_constraint as f on f.confrelid = depth.oid and f.contype = 'f' and f.conrelid <> f.confrelid
      where depth.steps < 20
    )
    select own.name, columns.list as columns
    from own
      join (select oid, max(steps) as steps from depth group by oid) as placed on placed.oid = own.oid,
      lateral (${columnsOf('own.oid')}) as columns
    order by placed.steps, own.name`);
  return rows;
}

/** Tables of loads that wait for a decision. Loads that were under way are not part of a backup. */
export async function waitingTables(client: ClientBase): Promise<Described[]> {
  const { rows } = await client.query<Described>(`
    select format('stage.%I', c.relname) as name, columns.list as columns
    from pg_class as c join pg_namespace as n on n.oid = c.relnamespace
      join ops.run as run on c.relname like 'run\\_' || run.run_id || '\\_%',
      lateral (${columnsOf('c.oid')}) as columns
    where n.nspname = 'stage' and c.relkind = 'r' and run.state = 'staged'
    order by 1`);
  return rows;
}

const columnsOf = (oid: string): string => `
  select json_agg(
    json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod)) order by a.attnum) as list
  from pg_attribute as a
  where a.attrelid = ${oid} and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''`;
