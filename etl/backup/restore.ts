import { createHash } from 'node:crypto';
import { open, type FileHandle } from 'node:fs/promises';
import { Transform, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';

import { Client, escapeIdentifier } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';

import { fileOf, Manifest, manifestName, type BackedUpTable } from './manifest.ts';
import { NotRestored } from './not-restored.ts';
import { CutOff, NoArchive, readTar, type Entry } from './tar.ts';

/** A backup that was opened: what it says of itself, and its tables. */
export interface OpenBackup {
  readonly manifest: Manifest;
  readonly entries: ReadonlyMap<string, Entry>;
  readonly file: FileHandle;
}

/** Opens a backup and reads what it says of itself. The caller closes `file`. Throws NoArchive, CutOff. */
export async function openBackup(path: string): Promise<OpenBackup> {
  const file = await open(path, 'r');
  try {
    const entries = new Map((await readTar(file)).map((entry) => [entry.name, entry]));
    const last = entries.get(manifestName);
    if (!last) throw new NoArchive();
    const text = Buffer.alloc(last.bytes);
    await file.read(text, 0, last.bytes, last.at);
    const manifest = Manifest.safeParse(JSON.parse(text.toString('utf8')));
    if (!manifest.success) throw new NoArchive();
    if (manifest.data.tables.some(({ name }) => !entries.has(fileOf(name)))) throw new CutOff();
    return { manifest: manifest.data, entries, file };
  } catch (error) {
    await file.close();
    throw error;
  }
}

/** Reads the whole backup and holds every table against its digest; nothing is written. Throws NotRestored. */
export async function checkBackup({ manifest, entries, file }: OpenBackup): Promise<void> {
  for (const table of manifest.tables) {
    const nowhere = new Writable({ write: (_piece, _encoding, done) => done() });
    await pour(file, entries.get(fileOf(table.name))!, table, nowhere);
  }
}

export interface Filling {
  /** The owner's URL of a database whose migrations are those of the backup, and in which nothing was loaded. */
  readonly ownerUrl: string;
  readonly etlUrl: string;
  readonly onTable?: ((name: string, done: number, of: number) => void) | undefined;
}

/**
 * Fills an empty database with a backup: all tables in one transaction, each held against its digest and its count, and
 * the sequences go on where they were. Then, by the login that owns them, the tables of loads that wait.
 */
export async function fill(backup: OpenBackup, { ownerUrl, etlUrl, onTable }: Filling): Promise<void> {
  const { manifest } = backup;
  const tables = manifest.tables.filter(({ name }) => !name.startsWith('stage.'));
  const waiting = manifest.tables.filter(({ name }) => name.startsWith('stage.'));
  const told = (table: BackedUpTable) => onTable?.(table.name, manifest.tables.indexOf(table), manifest.tables.length);
  await inTransaction(ownerUrl, async (client) => {
    const [first] = manifest.months;
    const last = manifest.months.at(-1);
    if (first !== undefined) await client.query('select ops.ensure_activity_months($1, $2)', [first, last]);
    // What the migrations themselves put in comes with the backup too.
    await client.query(`truncate ${tables.map(({ name }) => name).join(', ')}`);
    for (const table of tables) {
      told(table);
      await withoutRowSecurity(client, table.name, () => copyIn(client, backup, table));
    }
    for (const { name, last: value } of manifest.sequences) {
      await client.query('select setval($1::regclass, $2::bigint)', [name, value]);
    }
  });
  await inTransaction(etlUrl, async (client) => {
    for (const table of waiting) {
      told(table);
      const columns = table.columns.map(({ name, type }) => `${escapeIdentifier(name)} ${type}`);
      await client.query(`create table ${table.name} (${columns.join(', ')})`);
      await copyIn(client, backup, table);
    }
  });
}

async function inTransaction(connectionString: string, work: (client: Client) => Promise<void>): Promise<void> {
  const client = new Client({ connectionString, application_name: 'kith restore' });
  await client.connect();
  try {
    await client.query(`set time zone 'UTC'`);
    await client.query('begin');
    await work(client);
    await client.query('commit');
  } finally {
    await client.end();
  }
}

/** COPY refuses a table whose policies bind its owner: for the length of the transaction they do not. */
async function withoutRowSecurity(client: Client, table: string, work: () => Promise<void>): Promise<void> {
  const { rows } = await client.query<{ forced: boolean }>(
    'select relforcerowsecurity as forced from pg_class where oid = $1::regclass',
    [table],
  );
  if (rows[0]?.forced) await client.query(`alter table ${table} no force row level security`);
  await work();
  if (rows[0]?.forced) await client.query(`alter table ${table} force row level security`);
}

async function copyIn(client: Client, { file, entries }: OpenBackup, table: BackedUpTable): Promise<void> {
  const list = table.columns.map(({ name }) => escapeIdentifier(name)).join(', ');
  const copy = client.query(copyFrom(`copy ${table.name} (${list}) from stdin`));
  await pour(file, entries.get(fileOf(table.name))!, table, copy);
  const { rows } = await client.query<{ rows: string }>(`select count(*) as rows from ${table.name}`);
  if (Number(rows[0]?.rows) !== table.rows) throw new NotRestored(table.name);
}

/** The rows of a table, unpacked, and held against their digest at the end. */
async function pour(file: FileHandle, entry: Entry, { name, sha256 }: BackedUpTable, into: Writable): Promise<void> {
  const digest = createHash('sha256');
  const seen = new Transform({
    transform(piece: Buffer, _encoding, done) {
      digest.update(piece);
      done(null, piece);
    },
    flush(done) {
      done(digest.digest('hex') === sha256 ? null : new NotRestored(name));
    },
  });
  await pipeline(packed(file, entry), createGunzip(), seen, into).catch((error: unknown) => {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    throw code.startsWith('Z_') ? new NotRestored(name) : error;
  });
}

async function* packed(file: FileHandle, { at, bytes }: Entry): AsyncGenerator<Buffer> {
  const largest = 256 * 1024;
  for (let done = 0; done < bytes;) {
    const piece = Buffer.alloc(Math.min(largest, bytes - done));
    const { bytesRead } = await file.read(piece, 0, piece.length, at + done);
    if (bytesRead === 0) throw new CutOff();
    done += bytesRead;
    yield piece.subarray(0, bytesRead);
  }
}
