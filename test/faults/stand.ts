import { randomBytes } from 'node:crypto';
import { mkdir } from 'node:fs/promises';

import { connect, type Db } from '@kith/sql/connect.ts';
import { administer, createDatabase, dropDatabase, withDatabase } from '@kith/sql/databases.ts';
import { startEmbedded } from '@kith/sql/embedded.ts';
import type { Settings } from '@kith/sql/cluster/settings.ts';
import { makeLogins } from '@kith/sql/logins.ts';
import { migrate } from '@kith/sql/migrate.ts';
import { escapeIdentifier } from 'pg';

import { makeInstitution } from '../support/load-records.ts';

/** A server that may be harmed, with nothing on it but what is tried. */
export interface Stand {
  readonly folder: string;
  /** A migrated database with one institution. Institutions of all of them have one secret: equal keys, equal digests. */
  fresh(): Promise<Tables>;
  close(): Promise<void>;
}

export interface Tables {
  /** The owner's URL. */
  readonly url: string;
  readonly db: Db;
  readonly institutionId: number;
  drop(): Promise<void>;
}

/** Starts a server in the folder, with Kith's own settings: writes are awaited to the disk. */
export async function openStand(folder: string, settings: Settings = {}): Promise<Stand> {
  await mkdir(folder, { recursive: true });
  const server = await startEmbedded(folder, settings);
  await makeLogins(server.url, { dir: folder, loginUrls: {} });
  const template = `kith_faults_${randomBytes(4).toString('hex')}`;
  await administer(server.url, async (client) => {
    const { rows } = await client.query<{ name: string }>(
      String.raw`select datname as name from pg_database where datname like 'kith\_faults\_%'`,
    );
    for (const { name } of rows) await dropDatabase(client, name); // a run that was killed left them
    await createDatabase(client, template);
  });
  const institutionId = await fill(withDatabase(server.url, template));
  let count = 0;
  return {
    folder,
    async fresh() {
      const name = `${template}_${(count += 1)}`;
      const url = withDatabase(server.url, name);
      await administer(server.url, (client) =>
        client.query(`create database ${escapeIdentifier(name)} template ${escapeIdentifier(template)}`),
      );
      const db = connect(url, { max: 2 });
      return {
        url,
        db,
        institutionId,
        async drop() {
          await db.destroy();
          await administer(server.url, (client) => dropDatabase(client, name));
        },
      };
    },
    async close() {
      await administer(server.url, (client) => dropDatabase(client, template)).catch(() => undefined);
      await server.stop();
    },
  };
}

async function fill(url: string): Promise<number> {
  await migrate(url);
  const db = connect(url, { max: 1 });
  const institutionId = await makeInstitution(db);
  const secret = Buffer.alloc(32, 7);
  await db.insertInto('identity.secret').values({ institutionId, purpose: 'record_key', secret }).execute();
  await db.destroy();
  return institutionId;
}
