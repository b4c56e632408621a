import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { ApprovedExport } from './approved-export.ts';
import type { ExportedCourse } from './courses.ts';
import type { Cell, ExportTable } from './export-table.ts';
import { writeGraphml } from './formats/graphml.ts';
import { formats } from './formats/index.ts';
import type { MadeFile } from './manifest.ts';
import { partOf, rowsOf } from './parts.ts';
import { contents } from './tables/index.ts';
import { isSuppressed } from './tables/learner-weeks.ts';
import { networkPeople, networkTies } from './tables/network.ts';

/** Makes every file of an export from its parts, each whole or not at all. */
export async function makeFiles(
  folder: string,
  { contents: wanted, format }: ApprovedExport,
  courses: readonly ExportedCourse[],
): Promise<{ files: MadeFile[]; suppressedRows: number }> {
  const files: MadeFile[] = [];
  const seen = { rows: 0, suppressed: 0 };
  const make = async (name: string, tables: readonly ExportTable[], write: (half: string) => Promise<void>) => {
    seen.rows = 0;
    const file = path.join(folder, name);
    await whole(file, write);
    files.push({
      name,
      tables: tables.map(({ id, about, columns }) => ({ id, about, columns })),
      rows: seen.rows,
      bytes: (await stat(file)).size,
      sha256: await digestOf(file),
    });
  };
  const rows = (table: ExportTable, of: readonly ExportedCourse[]) =>
    counted(rowsOf(of.map((course) => partOf(folder, table, course))), table, seen);
  for (const content of wanted) {
    if (content === 'network') {
      const networks = courses.map((course) => ({
        people: rows(networkPeople, [course]),
        ties: rows(networkTies, [course]),
      }));
      await make('network.graphml', contents.network, (half) => writeGraphml(half, networks));
      continue;
    }
    for (const table of contents[content]) {
      const read = { name: table.id, columns: table.columns, rows: rows(table, courses) };
      await make(`${table.id}.${format}`, [table], (half) => formats[format](half, read));
    }
  }
  return { files, suppressedRows: seen.suppressed };
}

/** A file has its name only when it is whole. */
async function whole(file: string, write: (half: string) => Promise<void>): Promise<void> {
  const half = `${file}.half`;
  try {
    await write(half);
    await rename(half, file);
  } finally {
    await rm(half, { force: true });
  }
}

async function* counted(
  rows: AsyncIterable<readonly Cell[]>,
  { id }: ExportTable,
  seen: { rows: number; suppressed: number },
) {
  for await (const row of rows) {
    seen.rows += 1;
    if (id === 'learner_weeks' && isSuppressed(row)) seen.suppressed += 1;
    yield row;
  }
}

async function digestOf(file: string): Promise<string> {
  const digest = createHash('sha256');
  for await (const piece of createReadStream(file)) digest.update(piece as Buffer);
  return digest.digest('hex');
}
