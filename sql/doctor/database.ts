import path from 'node:path';

import { DatabaseError, type Client } from 'pg';

import { administer, withDatabase } from '../databases.ts';
import { roles, type Environment, type Role } from '../environment.ts';
import { loginName, makeLogins, type Logins } from '../logins.ts';
import { pendingMigrations } from '../migrate.ts';
import type { Server } from '../server.ts';
import { accessLogSealed } from './access-log.ts';
import { look, unwell, well, type Finding } from './finding.ts';

/** Everything that can be asked of a server that answers. */
export async function askServer(server: Server, environment: Environment): Promise<Finding[]> {
  const version = await look('The version of Postgres', () => administer(server.url, versionOf));
  const migrated = await look('The tables', () => tablesCurrent(server));
  if (!version.ok || !migrated.ok) return [version, migrated];
  const logins = await makeLogins(server.url, environment);
  const signIns = await Promise.all(roles.map((role) => signIn(role, logins, server, environment)));
  const sealed = await look('The access log', () => accessLogSealed(logins.url('etl', server.database)));
  return [version, migrated, ...signIns, sealed];
}

async function versionOf(client: Client): Promise<Finding> {
  const { rows } = await client.query<{ version: string }>(`select current_setting('server_version') as version`);
  return well(`The database answers; it is Postgres ${rows[0]?.version}.`); // openServer has refused what is too old
}

async function tablesCurrent({ url, database }: Server): Promise<Finding> {
  const there = await administer(url, (client) =>
    client.query('select from pg_database where datname = $1', [database]),
  );
  if (there.rows.length === 0)
    return unwell(`The database "${database}" does not exist yet.`, 'Run "kith init", or "kith demo" to look around.');
  const pending = await pendingMigrations(withDatabase(url, database));
  if (pending.length === 0) return well(`The tables of "${database}" are up to date.`);
  return unwell(
    `The tables of "${database}" are out of date: ${pending.join(', ')} to come.`,
    'Any Kith command that uses the database brings them up to date, such as "kith up".',
  );
}

/** Does the login get in, and does it have no more power than it should? */
const signIn = (role: Role, logins: Logins, { database }: Server, { dir }: Environment): Promise<Finding> =>
  look(`The login ${loginName(role)}`, async () => {
    try {
      return await administer(logins.url(role, database), (client) => powerOf(client, role));
    } catch (error) {
      if (!(error instanceof DatabaseError) || error.code !== '28P01') throw error;
      return unwell(
        `The login ${loginName(role)} does not get in: its password has changed, perhaps by another Kith folder on the same server.`,
        `Remove ${path.join(dir, 'logins.json')}, and the next command sets new passwords; or set KITH_${role.toUpperCase()}_URL.`,
      );
    }
  });

async function powerOf(client: Client, role: Role): Promise<Finding> {
  const { rows } = await client.query<{ name: string; powerful: boolean }>(
    `select rolname as name, rolsuper or rolbypassrls or rolcreaterole as powerful from pg_roles where rolname = current_user`,
  );
  const { name = loginName(role), powerful = true } = rows[0] ?? {};
  if (!powerful) return well(`The login ${name} works and is bound by its rights.`);
  return unwell(
    `The login ${name} may do anything.`,
    `Run: alter role ${name} nosuperuser nobypassrls nocreaterole; or name another in KITH_${role.toUpperCase()}_URL.`,
  );
}
