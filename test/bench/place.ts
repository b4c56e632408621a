import { randomBytes } from 'node:crypto';
import path from 'node:path';

import { connect, type Db } from '@kith/sql/connect.ts';
import { administer, admitLogins, createDatabase, dropDatabase, withDatabase } from '@kith/sql/databases.ts';
import { startEmbedded } from '@kith/sql/embedded.ts';
import { roles, type Role } from '@kith/sql/environment.ts';
import { makeLogins } from '@kith/sql/logins.ts';
import { migrate } from '@kith/sql/migrate.ts';
import type { Client } from 'pg';

const folder = path.resolve(import.meta.dirname, '../../node_modules/.cache/kith-bench');

/** A migrated, empty database on a server with Kith's own settings: what is measured is what an institution runs. */
export interface Place {
  readonly urls: Readonly<Record<Role, string>>;
  /** As loads and computations sign in. */
  readonly etl: Db;
  /** As the API signs in: bound by row-level security. */
  readonly app: Db;
  /** The superuser, whom no policy binds. */
  readonly owner: Db;
}

/** Makes a place, works in it and removes it again, whatever came of it. */
export async function inPlace<T>(work: (place: Place) => Promise<T>): Promise<T> {
  const cluster = await startEmbedded(folder);
  const name = `kith_bench_${randomBytes(6).toString('hex')}`;
  try {
    if ((await cluster.users()) === 1) await administer(cluster.url, sweep);
    const logins = await makeLogins(cluster.url, { dir: folder, loginUrls: {} });
    await administer(cluster.url, (client) => createDatabase(client, name));
    const ownerUrl = withDatabase(cluster.url, name);
    await migrate(ownerUrl);
    await administer(cluster.url, (client) => admitLogins(client, name));
    const urls = Object.fromEntries(roles.map((role) => [role, logins.url(role, name)])) as Record<Role, string>;
    const [etl, app, owner] = [connect(urls.etl), connect(urls.app), connect(ownerUrl)];
    try {
      return await work({ urls, etl, app, owner });
    } finally {
      await Promise.all([etl.destroy(), app.destroy(), owner.destroy()]);
    }
  } finally {
    await administer(cluster.url, (client) => dropDatabase(client, name));
    await cluster.stop();
  }
}

/** What a run that was killed left behind is large. */
async function sweep(client: Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    String.raw`select datname as name from pg_database where datname like 'kith\_bench\_%'`,
  );
  for (const { name } of rows) await dropDatabase(client, name);
}
