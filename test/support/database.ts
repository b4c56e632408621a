import { randomBytes } from 'node:crypto';

import { connect, type Db } from '@kith/sql/connect.ts';
import { administer, admitLogins, createDatabase, dropDatabase, withDatabase } from '@kith/sql/databases.ts';
import { roles, type Role } from '@kith/sql/environment.ts';
import { makeLogins } from '@kith/sql/logins.ts';
import { migrate } from '@kith/sql/migrate.ts';
import type { Client } from 'pg';
import { inject } from 'vitest';

import { testFolder } from './cluster.ts';

/** A migrated, empty database of one test's own. */
export interface FreshDatabase {
  readonly name: string;
  /** The cluster's superuser, unless plainly owned: for preparing and inspecting, never for what is tested. */
  readonly ownerUrl: string;
  readonly urls: Readonly<Record<Role, string>>;
  /** Signed in as the ETL, as loads and computations are. */
  readonly db: Db;
  readonly owner: Db;
  /** Closes both handles and removes the database. */
  readonly drop: () => Promise<void>;
}

/** An empty database without any of Kith's tables, for what makes tables itself. */
export async function emptyDatabase(): Promise<{ url: string; drop: () => Promise<void> }> {
  const serverUrl = provided('serverUrl');
  const name = `kith_test_${randomBytes(6).toString('hex')}`;
  await administer(serverUrl, (client) => createDatabase(client, name));
  return {
    url: withDatabase(serverUrl, name),
    drop: () => administer(serverUrl, (client) => dropDatabase(client, name)),
  };
}

function provided(name: 'serverUrl' | 'template'): string {
  const cluster = inject('testCluster');
  const value = cluster[name];
  if (value === undefined) throw new Error(`No test database: ${cluster.trouble}`);
  return value;
}

/**
 * Copies the template.
 *
 *     const { db, drop } = await freshDatabase();
 *     afterAll(drop);
 */
export async function freshDatabase(): Promise<FreshDatabase> {
  const [serverUrl, template] = [provided('serverUrl'), provided('template')];
  const name = `kith_test_${randomBytes(6).toString('hex')}`;
  await administer(serverUrl, (client) => createDatabase(client, name, template));
  return opened(serverUrl, name, withDatabase(serverUrl, name), (client) => dropDatabase(client, name));
}

/**
 * A database as managed Postgres gives one: migrated by an owner that is no superuser, makes no roles and is bound by
 * row-level security like anybody else. Slower than a copy of the template, so only for what depends on it.
 */
export async function plainlyOwnedDatabase(): Promise<FreshDatabase> {
  const serverUrl = provided('serverUrl');
  const name = `kith_test_${randomBytes(6).toString('hex')}`;
  const owner = `${name}_owner`;
  await administer(serverUrl, async (client) => {
    await client.query(`create role ${owner} login nosuperuser nobypassrls nocreaterole password 'plain'`);
    await createDatabase(client, name);
    await client.query(`alter database ${name} owner to ${owner}`);
  });
  const url = new URL(withDatabase(serverUrl, name));
  [url.username, url.password] = [owner, 'plain'];
  await makeLogins(serverUrl, { dir: testFolder, loginUrls: {} });
  await migrate(url.href);
  return opened(serverUrl, name, url.href, async (client) => {
    await dropDatabase(client, name);
    await client.query(`drop role ${owner}`);
  });
}

async function opened(
  serverUrl: string,
  name: string,
  ownerUrl: string,
  remove: (client: Client) => Promise<unknown>,
): Promise<FreshDatabase> {
  const logins = await makeLogins(serverUrl, { dir: testFolder, loginUrls: {} });
  await administer(serverUrl, (client) => admitLogins(client, name));
  const urls = Object.fromEntries(roles.map((role) => [role, logins.url(role, name)])) as Record<Role, string>;
  // Few connections each: many tests run beside each other on one server.
  const db = connect(urls.etl, { max: 4, name: 'kith test' });
  const owner = connect(ownerUrl, { max: 2, name: 'kith test owner' });
  const drop = async () => {
    await Promise.all([db.destroy(), owner.destroy()]);
    await administer(serverUrl, remove);
  };
  return { name, ownerUrl, urls, db, owner, drop };
}
