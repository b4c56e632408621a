import { randomBytes } from 'node:crypto';

import { connect, type Db } from '@kith/sql/connect.ts';
import { administer, admitLogins, createDatabase, dropDatabase, withDatabase } from '@kith/sql/databases.ts';
import { roles, type Role } from '@kith/sql/environment.ts';
import { makeLogins } from '@kith/sql/logins.ts';
import { inject } from 'vitest';

import { testFolder } from './cluster.ts';

/** A migrated, empty database of one test's own. */
export interface FreshDatabase {
  readonly name: string;
  /** The owner is the cluster's superuser: for preparing and inspecting, never for what is tested. */
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
  const logins = await makeLogins(serverUrl, { dir: testFolder, loginUrls: {} });
  await administer(serverUrl, async (client) => {
    await createDatabase(client, name, template);
    await admitLogins(client, name);
  });
  const ownerUrl = withDatabase(serverUrl, name);
  const urls = Object.fromEntries(roles.map((role) => [role, logins.url(role, name)])) as Record<Role, string>;
  // Few connections each: many tests run beside each other on one server.
  const db = connect(urls.etl, { max: 4, name: 'kith test' });
  const owner = connect(ownerUrl, { max: 2, name: 'kith test owner' });
  const drop = async () => {
    await Promise.all([db.destroy(), owner.destroy()]);
    await administer(serverUrl, (client) => dropDatabase(client, name));
  };
  return { name, ownerUrl, urls, db, owner, drop };
}
