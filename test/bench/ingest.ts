import { execFile } from 'node:child_process';
import { createReadStream, createWriteStream } from 'node:fs';
import { appendFile, copyFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';

import { ensureSource } from '@kith/etl/load/source.ts';
import { poolOf, type Db } from '@kith/sql/connect.ts';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';

import { makeInstitution } from '../support/load-records.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { figure, secondsOf, type Figure, type Profile } from './figure.ts';
import type { LoadOnce } from './load-once.ts';
import { inPlace, type Place } from './place.ts';

/** What is loaded, and beside which bare COPY it stands. */
export interface Cargo {
  /** As the page says it. */
  readonly what: string;
  /** Table whose rows the bare COPY writes. */
  readonly table: 'core.activity' | 'core.post';
  readonly fileName: string;
  readonly rows: number;
  readonly runs: number;
  readonly write: (file: string, rows: number) => Promise<void>;
  /** A line that is in none of the files. */
  readonly oneMore: string;
}

interface Run {
  readonly first: LoadOnce;
  readonly second: LoadOnce;
  /** The same rows and one more: such a file has to be read. */
  readonly grown: LoadOnce;
  readonly copySeconds: number;
}

const warmUpRows = 20_000;

/**
 * How long a load takes beside a bare COPY of the very rows it made into the very table, with its indexes and partitions;
 * how long the same file takes when it comes a second time, and how long it takes with one row more. A fresh database for
 * every run.
 */
export async function ingest(cargo: Cargo, tell: (line: string) => void): Promise<Figure[]> {
  const { what, fileName, rows, runs, write } = cargo;
  const { folder, remove } = await temporaryFolder();
  try {
    const [warmUp, file] = [path.join(folder, `warm-up-${fileName}`), path.join(folder, fileName)];
    await write(warmUp, warmUpRows);
    await oneRun(folder, warmUp, cargo);
    tell(`writing ${what}`);
    await write(file, rows);
    const measured: Run[] = [];
    for (let run = 1; run <= runs; run++) {
      tell(`${what}, ${rows} rows, run ${run} of ${runs}`);
      const came = await oneRun(folder, file, cargo);
      const { first, second, grown } = came;
      if (first.new !== rows || second.unchanged !== rows || grown.new !== 1)
        throw new Error('Not every row was loaded.');
      measured.push(came);
    }
    return figuresOf(cargo, measured);
  } finally {
    await remove();
  }
}

function figuresOf({ what, rows }: Cargo, measured: readonly Run[]): Figure[] {
  const again = (which: 'second' | 'grown', how: string) =>
    figure(
      {
        what: `${what}: the same file ${how}`,
        than: 'loading it the first time',
        beside: { rows, 'peak MB': peakMb(which) },
      },
      measured.map((run) => ({ of: run[which].seconds, than: run.first.seconds })),
    );
  const peakMb = (which: 'first' | 'second' | 'grown') =>
    Math.round(Math.max(...measured.map((run) => run[which].peakMb)));
  const profile: Profile = Object.fromEntries(
    Object.keys(measured[0]!.first.profile).map((step) => [
      step,
      Math.max(...measured.map(({ first, copySeconds }) => first.profile[step]! / copySeconds)),
    ]),
  );
  return [
    {
      ...figure(
        {
          what,
          than: 'a bare COPY of the same rows into the same table',
          beside: { rows, 'peak MB': peakMb('first') },
        },
        measured.map(({ first, copySeconds }) => ({ of: first.seconds, than: copySeconds })),
      ),
      profile,
    },
    again('second', 'again'),
    again('grown', 'with one row more'),
  ];
}

const oneRun = (folder: string, file: string, { table, oneMore }: Cargo): Promise<Run> =>
  inPlace(async (place) => {
    const institutionId = await makeInstitution(place.etl);
    await ensureSource(place.etl, institutionId, { name: 'bench', connector: 'native' });
    await settle(place.owner);
    const first = await loadOnce(place, institutionId, file);
    await settle(place.owner);
    const second = await loadOnce(place, institutionId, file);
    const longer = path.join(folder, `longer-${path.basename(file)}`);
    await copyFile(file, longer);
    await appendFile(longer, file.endsWith('.gz') ? gzipSync(oneMore) : oneMore);
    await settle(place.owner);
    const grown = await loadOnce(place, institutionId, longer);
    await rm(longer);
    return { first, second, grown, copySeconds: await bareCopy(place.owner, table, path.join(folder, 'rows.copy')) };
  });

/** Takes the loaded rows out, empties the table and copies them back: the same rows, indexes and partitions. */
async function bareCopy(owner: Db, table: Cargo['table'], file: string): Promise<number> {
  const client = await poolOf(owner).connect();
  try {
    await pipeline(client.query(copyTo(`copy (select * from ${table}) to stdout`)), createWriteStream(file));
    await client.query(`truncate ${table}`);
    await client.query('checkpoint');
    return await secondsOf(() => pipeline(createReadStream(file), client.query(copyFrom(`copy ${table} from stdin`))));
  } finally {
    client.release();
  }
}

/** What was written before is on the disk, and does not slow what is measured. */
async function settle(owner: Db): Promise<void> {
  await poolOf(owner).query('checkpoint');
}

async function loadOnce({ urls }: Place, institutionId: number, file: string): Promise<LoadOnce> {
  const program = fileURLToPath(new URL('load-once.ts', import.meta.url));
  const env = { ...process.env, BENCH_URL: urls.etl, BENCH_INSTITUTION: String(institutionId), BENCH_FILE: file };
  const { stdout } = await promisify(execFile)(process.execPath, [program], { env });
  return JSON.parse(stdout) as LoadOnce;
}
