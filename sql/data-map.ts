import { administer } from './databases.ts';
import { roles } from './environment.ts';
import { loginName } from './logins.ts';

/** What a migrated database says of itself: what it keeps, why, and which login may do what with it. */
export interface MappedSchema {
  readonly name: string;
  readonly comment: string;
  readonly tables: readonly MappedTable[];
  /** Those that see more than who calls them. */
  readonly functions: readonly MappedFunction[];
}

export interface MappedTable {
  readonly name: string;
  readonly kind: 'table' | 'view';
  readonly comment: string;
  readonly readers: readonly Reader[];
  /** Logins that may insert, update or delete. */
  readonly writers: readonly string[];
  readonly columns: readonly MappedColumn[];
}

export interface Reader {
  readonly login: string;
  /** `some`: a policy of row-level security lets through what the request's settings allow. */
  readonly rows: 'all' | 'some';
}

export interface MappedColumn {
  readonly name: string;
  readonly type: string;
  readonly required: boolean;
  readonly comment: string;
}

export interface MappedFunction {
  /** With its arguments. */
  readonly name: string;
  readonly comment: string;
  readonly callers: readonly string[];
}

/** Reads the map from the catalogue. `stage` is left out: its tables come and go with each load; so are partitions. */
export const dataMapOf = (url: string): Promise<MappedSchema[]> =>
  administer(url, async (client) => {
    const { rows } = await client.query<{ map: MappedSchema[] }>(catalogue, [roles.map(loginName)]);
    return rows[0]!.map;
  });

const catalogue = `
with

login as (
  select name, place from unnest($1::text[]) with ordinality as login (name, place)
),

column_of as (
  select
    a.attrelid as oid,
    json_agg(
      json_build_object(
        'name', a.attname,
        'type', format_type(a.atttypid, a.atttypmod),
        'required', a.attnotnull,
        'comment', coalesce(col_description(a.attrelid, a.attnum), '')
      )
      order by a.attnum
    ) as columns
  from pg_attribute as a
  where a.attnum > 0 and not a.attisdropped
  group by a.attrelid
),

reader as (
  select
    c.oid,
    json_build_object(
      'login', login.name,
      'rows',
      case
        when not c.relrowsecurity then 'all'
        when exists (
          select from pg_policy as p
          where p.polrelid = c.oid and p.polcmd in ('r', '*')
            and p.polroles && array[0::oid, login.name::regrole::oid]
            and pg_get_expr(p.polqual, p.polrelid) = 'true'
        ) then 'all'
        else 'some'
      end
    ) as rights,
    login.place
  from pg_class as c, login
  where has_any_column_privilege(login.name, c.oid, 'select')
),

table_of as (
  select
    c.relnamespace,
    json_agg(
      json_build_object(
        'name', c.relname,
        'kind', case when c.relkind in ('v', 'm') then 'view' else 'table' end,
        'comment', coalesce(obj_description(c.oid, 'pg_class'), ''),
        'readers', (select coalesce(json_agg(r.rights order by r.place), '[]') from reader as r where r.oid = c.oid),
        'writers', (
          select coalesce(json_agg(login.name order by login.place), '[]') from login
          where has_table_privilege(login.name, c.oid, 'insert, update, delete')
        ),
        'columns', column_of.columns
      )
      order by c.relname collate "C"
    ) as tables
  from pg_class as c
    join column_of on column_of.oid = c.oid
  where c.relkind in ('r', 'p', 'v', 'm') and not c.relispartition
  group by c.relnamespace
),

function_of as (
  select
    p.pronamespace,
    json_agg(
      json_build_object(
        'name', p.proname || '(' || pg_get_function_identity_arguments(p.oid) || ')',
        'comment', coalesce(obj_description(p.oid, 'pg_proc'), ''),
        'callers', (
          select coalesce(json_agg(login.name order by login.place), '[]') from login
          where has_function_privilege(login.name, p.oid, 'execute')
        )
      )
      order by p.proname collate "C", pg_get_function_identity_arguments(p.oid) collate "C"
    ) as functions
  from pg_proc as p
  where p.prosecdef
  group by p.pronamespace
)

select
  json_agg(
    json_build_object(
      'name', n.nspname,
      'comment', coalesce(obj_description(n.oid, 'pg_namespace'), ''),
      'tables', coalesce(table_of.tables, '[]'),
      'functions', coalesce(function_of.functions, '[]')
    )
    order by n.nspname collate "C"
  ) as map
from pg_namespace as n
  left join table_of on table_of.relnamespace = n.oid
  left join function_of on function_of.pronamespace = n.oid
where n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'public', 'stage')`;
