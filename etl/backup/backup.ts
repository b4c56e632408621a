import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { open, rename, rm, stat, type FileHandle } from 'node:fs/promises';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';

import { Client, escapeIdentifier } from 'pg';
import { to as copyTo } from 'pg-copy-streams';

import kith from '../package.json' with { type: 'json' };
import { fileOf, manifestName, type BackedUpTable, type Manifest } from './manifest.ts';
import { kithTables, waitingTables } from './tables.ts';
import { tarEnd, tarHeader, tarPadding } from './tar.ts';

export interface Backup {
  /** The owner's URL, and that of the login which owns the tables of loads that wait. */
  readonly ownerUrl: string;
  readonly etlUrl: string;
  readonly file: string;
  readonly onTable?: ((name: string, done: number, of: number) => void) | undefined;
}

/**
 * Writes everything in the database to one archive, as it is at one instant: one repeatable-read transaction, one COPY
 * a table, compressed one by one. Needs no program of Postgres, so it works on the embedded server too. Loads and
 * computations may go on meanwhile. The file has its name only when it is whole.
 *
 * Not in it: Kith's private folder, above all `secret.key`, without which the secrets inside do not open.
 */
export async function writeBackup({ ownerUrl, etlUrl, file, onTable }: Backup): Promise<Manifest> {
  const clients = [ownerUrl, etlUrl].map(
    (connectionString) => new Client({ connectionString, application_name: 'kith backup' }),
  );
  const [owner, etl] = clients as [Client, Client];
  const half = `${file}.half`;
  const archive = await open(half, 'w', 0o600);
  try {
    for (const client of clients) await beginReading(client);
    const { rows } = await owner.query<{ snapshot: string }>('select pg_export_snapshot() as snapshot');
    await etl.query(`set transaction snapshot '${rows[0]!.snapshot}'`);
    const said = await surroundings(owner);
    const [tables, waiting] = [await kithTables(owner), await waitingTables(owner)];
    const all = [...tables.map((table) => ({ table, by: owner })), ...waiting.map((table) => ({ table, by: etl }))];
    const written: BackedUpTable[] = [];
    for (const [done, { table, by }] of all.entries()) {
      onTable?.(table.name, done, all.length);
      written.push({ ...table, ...(await addTable(archive, by, table, `${half}.table`)) });
    }
    const manifest: Manifest = { kith: 'backup', format: 1, version: kith.version, ...said, tables: written };
    const text = Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`);
    await archive.write(tarHeader(manifestName, text.length));
    await archive.write(text);
    await archive.write(tarPadding(text.length));
    await archive.write(tarEnd);
    await archive.sync();
    await archive.close();
    await rename(half, file);
    return manifest;
  } finally {
    await archive.close().catch(() => undefined);
    for (const client of clients) await client.end();
    for (const left of [half, `${half}.table`]) await rm(left, { force: true });
  }
}

/** Values are written the same way whatever the server or login would have liked. */
async function beginReading(client: Client): Promise<void> {
  await client.connect();
  await client.query(`set time zone 'UTC'`);
  await client.query('set datestyle = iso');
  await client.query('set intervalstyle = postgres');
  await client.query('set extra_float_digits = 1');
  await client.query('begin isolation level repeatable read read only');
}

async function surroundings(
  client: Client,
): Promise<Pick<Manifest, 'server' | 'takenAt' | 'migrations' | 'months' | 'sequences'>> {
  const ask = async <Row extends object>(query: string): Promise<Row[]> => (await client.query<Row>(query)).rows;
  const [now] = await ask<{ at: string; server: string }>(
    `select to_char(now() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at, current_setting('server_version') as server`,
  );
  return {
    server: now!.server,
    takenAt: now!.at,
    migrations: await ask('select name, sha256 from ops.migration order by name'),
    months: (
      await ask<{ month: string }>(`
        select to_char(to_date(substring(c.relname from 'activity_(.*)$'), 'YYYY_MM'), 'YYYY-MM-DD') as month
        from pg_inherits as i join pg_class as c on c.oid = i.inhrelid
        where i.inhparent = 'core.activity'::regclass and c.relname ~ '^activity_\\d{4}_\\d{2}$' order by 1`)
    ).map(({ month }) => month),
    sequences: await ask(`
      select format('%I.%I', schemaname, sequencename) as name, last_value::text as last from pg_sequences
      where schemaname in ('identity', 'core', 'insight', 'care', 'ops') and last_value is not null order by 1`),
  };
}

/** One table: first to a file beside, because an archive says a file's size before its bytes. */
async function addTable(
  archive: FileHandle,
  client: Client,
  { name, columns }: Pick<BackedUpTable, 'name' | 'columns'>,
  beside: string,
): Promise<Pick<BackedUpTable, 'rows' | 'sha256'>> {
  const list = columns.map((column) => escapeIdentifier(column.name)).join(', ');
  const digest = createHash('sha256');
  const seen = new Transform({
    transform(piece: Buffer, _encoding, done) {
      digest.update(piece);
      done(null, piece);
    },
  });
  const rows = client.query(copyTo(`copy (select ${list} from ${name}) to stdout`));
  await pipeline(rows, seen, createGzip({ level: 6 }), createWriteStream(beside, { mode: 0o600 }));
  const { size } = await stat(beside);
  await archive.write(tarHeader(fileOf(name), size));
  for await (const piece of createReadStream(beside)) await archive.write(piece as Buffer);
  await archive.write(tarPadding(size));
  return { rows: rows.rowCount, sha256: digest.digest('hex') };
}
