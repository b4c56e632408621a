import { escapeIdentifier, type Client } from 'pg';

/**
 * Gives the owner of the tables a policy on each that forces row-level security. Functions that run with the owner's
 * rights (sign-in, grants, the access log) are bound by it like anybody else; an owner who is no superuser, as on managed
 * Postgres, would otherwise find no row, and nobody could sign in. After every migration, so that no table is forgotten,
 * and also for a database that was handed to another owner.
 */
export async function admitOwner(client: Client): Promise<void> {
  const { rows } = await client.query<{ schema: string; name: string }>(`
    select n.nspname as schema, c.relname as name
    from pg_class as c
    join pg_namespace as n on n.oid = c.relnamespace
    where c.relforcerowsecurity and c.relowner = current_user::regrole
      and not exists (select from pg_policy as p where p.polrelid = c.oid and c.relowner = any (p.polroles))
    order by 1, 2`);
  for (const { schema, name } of rows) {
    const [policy, table] = [`${name}_owner`, `${escapeIdentifier(schema)}.${escapeIdentifier(name)}`];
    await client.query(`drop policy if exists ${escapeIdentifier(policy)} on ${table}`);
    await client.query(
      `create policy ${escapeIdentifier(policy)} on ${table} to current_user using (true) with check (true)`,
    );
  }
}
