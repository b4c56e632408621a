import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { admitLogins, administer, createDatabase, withDatabase } from '@kith/sql/databases.ts';
import type { Environment } from '@kith/sql/environment.ts';
import { makeLogins } from '@kith/sql/logins.ts';
import { migrate, migrationsDir, readMigrations } from '@kith/sql/migrate.ts';
import { openServer } from '@kith/sql/server.ts';

import type { Manifest } from './manifest.ts';

/** A database that a backup can go into. */
export interface EmptyGround {
  readonly database: string;
  readonly ownerUrl: string;
  readonly etlUrl: string;
  /** Brings the tables from the backup's version to this one's. */
  readonly finish: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** A backup does not go into this database. */
export class NoPlace extends Error {
  readonly hint: string;

  constructor(message: string, hint: string) {
    super(message);
    this.name = 'NoPlace';
    this.hint = hint;
  }
}

/**
 * Makes the database, its logins with their grants, and the tables as they were when the backup was taken: the
 * migrations of the manifest, and only those.
 *
 * @throws NoPlace where something is in the database, or a newer Kith wrote the backup
 */
export async function openEmptyGround(
  { migrations }: Manifest,
  { database, environment }: { readonly database: string | undefined; readonly environment: Environment },
): Promise<EmptyGround> {
  await refuseNewer(migrations);
  const server = await openServer(environment);
  try {
    const name = database ?? server.database;
    const ownerUrl = withDatabase(server.url, name);
    await administer(server.url, (client) => createDatabase(client, name));
    await administer(ownerUrl, async (client) => {
      const { rows } = await client.query<{ migrated: boolean }>(
        `select to_regclass('core.institution') is not null as migrated`,
      );
      if (!rows[0]?.migrated) return;
      const { rows: found } = await client.query('select from core.institution limit 1');
      if (found.length > 0) throw new NoPlace(`There is something in the database "${name}" already.`, elsewhere);
      const { rows: applied } = await client.query<{ name: string }>('select name from ops.migration');
      if (applied.length > migrations.length) {
        throw new NoPlace(`The database "${name}" is empty, but was made by a newer Kith than the backup.`, elsewhere);
      }
    });
    const logins = await makeLogins(server.url, environment);
    await administer(ownerUrl, (client) => admitLogins(client, name));
    await migrateTo(ownerUrl, migrations);
    return {
      database: name,
      ownerUrl,
      etlUrl: logins.url('etl', name),
      finish: async () => {
        await migrate(ownerUrl);
      },
      close: server.close,
    };
  } catch (error) {
    await server.close();
    throw error;
  }
}

const elsewhere = 'A backup goes into an empty database only: kith restore <file> --database kith_restored';

async function refuseNewer(migrations: Manifest['migrations']): Promise<void> {
  const known = new Map((await readMigrations(migrationsDir)).map(({ name, sha256 }) => [name, sha256]));
  const strange = migrations.find(({ name, sha256 }) => known.get(name) !== sha256);
  if (!strange) return;
  throw new NoPlace(
    `The backup has had ${strange.name}, which this Kith does not have, or has otherwise.`,
    'Restore it with the version of Kith that wrote it, or a newer one.',
  );
}

async function migrateTo(ownerUrl: string, migrations: Manifest['migrations']): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'kith-restore-'));
  try {
    for (const { name } of migrations) await cp(path.join(migrationsDir, name), path.join(folder, name));
    await migrate(ownerUrl, folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
