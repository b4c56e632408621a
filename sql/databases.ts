import { Client, DatabaseError, escapeIdentifier } from 'pg';

import { roles } from './environment.ts';
import { loginName } from './logins.ts';

/** The same server and login, another database. */
export function withDatabase(url: string, database: string): string {
  const other = new URL(url);
  other.pathname = `/${encodeURIComponent(database)}`;
  return other.href;
}

/** Runs one administrative statement or more on a connection of its own. */
export async function administer<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({
    connectionString: url,
    application_name: 'kith administration',
    connectionTimeoutMillis: 15_000,
  });
  client.on('error', () => undefined); // the query that was running reports it
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Makes the database unless it is there; `template` is copied, rows and all. True when it was made now. */
export async function createDatabase(client: Client, name: string, template?: string): Promise<boolean> {
  const { rows } = await client.query('select from pg_database where datname = $1', [name]);
  if (rows.length > 0) return false;
  const from = template === undefined ? '' : ` template ${escapeIdentifier(template)}`;
  try {
    await client.query(`create database ${escapeIdentifier(name)}${from}`);
    return true;
  } catch (error) {
    // Another command was faster: 42P04 duplicate database, 23505 the same seen by the catalogue's index.
    if (error instanceof DatabaseError && (error.code === '42P04' || error.code === '23505')) return false;
    throw error;
  }
}

/** Any number; of two commands that grant at the same instant Postgres would fail one. */
const admitting = 7_151_406;

/**
 * Lets Kith's logins in, and nobody else. A copy of a database does not copy these rights, so each is told anew.
 * Only the ETL gets temporary tables: it stages what it loads.
 */
export async function admitLogins(client: Client, database: string): Promise<void> {
  const name = escapeIdentifier(database);
  await client.query('select pg_advisory_lock($1)', [admitting]);
  await client.query(`revoke all on database ${name} from public`);
  await client.query(`grant connect on database ${name} to ${roles.map(loginName).join(', ')}`);
  await client.query(`grant temporary on database ${name} to ${loginName('etl')}`);
  await client.query('select pg_advisory_unlock($1)', [admitting]);
}

/** Removes a database, and ends whoever is still in it. Missing is as good as removed. */
export async function dropDatabase(client: Client, name: string): Promise<void> {
  await client.query(`drop database if exists ${escapeIdentifier(name)} with (force)`);
}
