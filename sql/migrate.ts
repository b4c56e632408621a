import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

import { Client, DatabaseError } from 'pg';

import { admitOwner } from './owner-policies.ts';
import { statements, type Statement } from './statements.ts';

/** Any number; the same in every version of Kith, so that two of them do not migrate one database at once. */
const migrating = 7_151_403;

const here = import.meta.dirname;

/** Where the migrations of this Kith lie. */
export const migrationsDir = path.join(here, 'migrations');

/**
 * Brings a database to the present: every file of `dir` that it has not had, in the order of their names, each in one
 * transaction and one statement per call. Then the owner's own policies, and where the Citus extension is present,
 * `sql/citus.sql`.
 * Commands that migrate the same database at once wait for each other.
 *
 * @param url the owner's URL; no other login may change tables
 * @returns the names of the files that were applied now
 * @throws Error when an applied file has changed since, is missing, or fails (naming file, statement, line)
 */
export async function migrate(url: string, dir = migrationsDir): Promise<string[]> {
  const client = new Client({ connectionString: url, application_name: 'kith migrate' });
  client.on('error', () => undefined); // the query that was running reports it
  await client.connect();
  try {
    await client.query(`set time zone 'UTC'`);
    await client.query('select pg_advisory_lock($1)', [migrating]);
    const citus = await hasCitus(client);
    if (citus) await client.query('set citus.enable_local_reference_table_foreign_keys = off');
    const pending = await pendingFiles(client, dir);
    await admitOwner(client); // a migration that changes rows sees them
    for (const file of pending) await apply(client, file);
    await admitOwner(client);
    if (citus) await distribute(client, path.join(here, 'citus.sql'));
    return pending.map(({ name }) => name);
  } finally {
    await client.end();
  }
}

/** Files that a database has not had yet; an empty list means it is up to date. Changes nothing. */
export async function pendingMigrations(url: string, dir = migrationsDir): Promise<string[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ present: boolean }>(
      `select to_regclass('ops.migration') is not null as present`,
    );
    const files = rows[0]?.present ? await compare(client, dir) : await readMigrations(dir);
    return files.map(({ name }) => name);
  } finally {
    await client.end();
  }
}

interface Migration {
  readonly name: string;
  readonly text: string;
  readonly sha256: string;
}

/** The files of a folder in the order of their names. Line ends do not count in the hash: git may change them. */
export async function readMigrations(dir: string): Promise<Migration[]> {
  const names = (await readdir(dir)).filter((name) => name.endsWith('.sql')).sort();
  return Promise.all(
    names.map(async (name) => {
      const text = (await readFile(path.join(dir, name), 'utf8')).replaceAll('\r\n', '\n');
      return { name, text, sha256: createHash('sha256').update(text).digest('hex') };
    }),
  );
}

const comments = {
  'table ops.migration': 'Migrations that were applied. Local to the coordinator on Citus.',
  'column ops.migration.name': 'File name.',
  'column ops.migration.sha256': 'Digest of the file as applied: a changed file is refused.',
  'column ops.migration.applied_at': 'When.',
} as const;

async function pendingFiles(client: Client, dir: string): Promise<Migration[]> {
  await client.query('create schema if not exists ops');
  await client.query(`
    create table if not exists ops.migration (
      name text constraint migration_pk primary key,
      sha256 text not null,
      applied_at timestamptz not null
    )`);
  for (const [what, comment] of Object.entries(comments)) await client.query(`comment on ${what} is '${comment}'`);
  return compare(client, dir);
}

async function compare(client: Client, dir: string): Promise<Migration[]> {
  const files = await readMigrations(dir);
  const { rows } = await client.query<{ name: string; sha256: string }>('select name, sha256 from ops.migration');
  for (const { name, sha256 } of rows) {
    const file = files.find((candidate) => candidate.name === name);
    if (!file)
      throw new Error(
        `This database has had ${name}, which this Kith does not have. It was made by a newer Kith: upgrade, or use another database.`,
      );
    if (file.sha256 !== sha256) {
      throw new Error(
        `${name} has changed since it was applied to this database. Put the file back as it was, and write the change as a new migration.`,
      );
    }
  }
  return files.filter(({ name }) => !rows.some((row) => row.name === name));
}

async function apply(client: Client, { name, text, sha256 }: Migration): Promise<void> {
  await client.query('begin');
  try {
    await each(client, name, text);
    await client.query('insert into ops.migration (name, sha256, applied_at) values ($1, $2, $3)', [
      name,
      sha256,
      new Date(),
    ]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  }
}

/** Each statement by itself: distributing a table that already is one is skipped by the file, so it can run again. */
async function distribute(client: Client, file: string): Promise<void> {
  await each(client, path.basename(file), await readFile(file, 'utf8'));
}

async function each(client: Client, name: string, text: string): Promise<void> {
  for (const [index, statement] of statements(text).entries()) {
    await client.query(statement.text).catch((error: unknown) => {
      throw new Error(`${name}, statement ${index + 1} (line ${lineOf(error, statement)}): ${reason(error)}`, {
        cause: error,
      });
    });
  }
}

/** The line in the file where Postgres saw the error, or where the statement begins when it does not say. */
function lineOf(error: unknown, { text, line }: Statement): number {
  const position = error instanceof DatabaseError ? Number(error.position ?? 1) : 1;
  return line + text.slice(0, position - 1).split('\n').length - 1;
}

function reason(error: unknown): string {
  if (!(error instanceof DatabaseError)) return String(error);
  return [error.message, error.detail, error.hint].filter(Boolean).join(' ');
}

async function hasCitus(client: Client): Promise<boolean> {
  const { rows } = await client.query(`select from pg_extension where extname = 'citus'`);
  return rows.length > 0;
}
