import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';

import { administer, createDatabase, dropDatabase, withDatabase } from '@kith/sql/databases.ts';
import { makeLogins } from '@kith/sql/logins.ts';
import { migrate, readMigrations } from '@kith/sql/migrate.ts';
import { escapeIdentifier, type Client } from 'pg';

import { testFolder } from './cluster.ts';

const migrations = path.resolve(import.meta.dirname, '../../sql/migrations');
const migrator = ['migrate.ts', 'owner-policies.ts'].map((name) =>
  path.resolve(import.meta.dirname, '../../sql', name),
);

/** Any number; test runs that build the same template at once wait for each other. */
const buildingTemplate = 7_151_405;

/**
 * Migrates a database that tests copy, and returns its name. The name holds a hash of the migrations and of what applies
 * them: a run with the same files finds it ready, and a run that sees other files (an edit in between) builds its own.
 */
export async function buildTemplate(serverUrl: string): Promise<string> {
  const files = await readMigrations(migrations);
  const hash = createHash('sha256')
    .update(files.map(({ name, sha256 }) => name + sha256).join())
    .update((await Promise.all(migrator.map((file) => readFile(file, 'utf8')))).join())
    .digest('hex');
  const name = `kith_test_template_${hash.slice(0, 12)}`;
  await administer(serverUrl, async (client) => {
    await client.query('select pg_advisory_lock($1)', [buildingTemplate]);
    const { rows } = await client.query('select from pg_database where datname = $1', [name]);
    if (rows.length > 0) return;
    await makeLogins(serverUrl, { dir: testFolder, loginUrls: {} });
    // Built under another name: a run that was killed half way leaves no template that looks whole.
    const half = `${name}_half`;
    await dropDatabase(client, half);
    await createDatabase(client, half);
    await migrate(withDatabase(serverUrl, half));
    await client.query(`alter database ${escapeIdentifier(half)} rename to ${escapeIdentifier(name)}`);
  });
  return name;
}

/** Drops what earlier runs left behind. Only for a run that is alone on the cluster. */
export async function sweepDatabases(client: Client, keep: string | undefined): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select datname as name from pg_database where datname like 'kith\\_test\\_%' and datname <> $1`,
    [keep],
  );
  for (const { name } of rows) await dropDatabase(client, name);
}
