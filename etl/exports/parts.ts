import { createReadStream, createWriteStream, readFileSync } from 'node:fs';
import { mkdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { CompiledQuery, sql } from 'kysely';
import { within, type Db } from '@kith/sql/connect.ts';
import type { ApprovedExport } from './approved-export.ts';
import { erasures } from './erasures.ts';
import type { Cell, ExportTable, Row } from './export-table.ts';
import { settingsOf, type ExportKey } from './pseudonyms.ts';

/** Rows fetched at a time: all that is in memory of a course, however large it is. */
const batch = 2000;

/**
 * One part: the rows of one table and one course, a JSON array a line. A part has its name only when it is whole, so an
 * export that broke off goes on behind the last one, and files made from the same parts are the same to the byte.
 */
export interface Part {
  readonly file: string;
  readonly table: ExportTable;
  readonly courseId: number;
}

export const partOf = (folder: string, table: ExportTable, course: { courseId: number; pseudonym: string }): Part => ({
  file: path.join(folder, 'parts', table.id, `${course.pseudonym}.ndjson`),
  table,
  courseId: course.courseId,
});

export const isThere = (file: string): Promise<boolean> =>
  stat(file).then(
    () => true,
    () => false,
  );

/**
 * Reads the part from the database and writes it, unless it is there. It gets its name only where nobody was erased
 * while it was read: who is erased from then on is looked for in it.
 */
export async function makePart(db: Db, wish: ApprovedExport, key: ExportKey, part: Part): Promise<void> {
  if (await isThere(part.file)) return;
  const before = await erasures(db, wish.institutionId);
  await mkdir(path.dirname(part.file), { recursive: true, mode: 0o700 });
  const half = `${part.file}.half`;
  try {
    await within(db, settingsOf(key), (tx) =>
      pipeline(Readable.from(linesOf(tx, wish, part)), createWriteStream(half, { mode: 0o600 })),
    );
    if ((await erasures(db, wish.institutionId)) === before) await rename(half, part.file);
  } finally {
    await rm(half, { force: true });
  }
}

async function* linesOf(tx: Db, { institutionId, asOf }: ApprovedExport, { table, courseId }: Part) {
  const select = readFileSync(new URL(`../../sql/exports/${table.sqlFile}`, import.meta.url), 'utf8');
  // Right after a large load the planner takes a course for empty, and would compare every tie with every learner.
  await sql`set local enable_nestloop = off`.execute(tx);
  await tx.executeQuery(
    CompiledQuery.raw(`declare part_of_export no scroll cursor for ${select}`, [institutionId, courseId, asOf]),
  );
  for (;;) {
    const { rows } = await tx.executeQuery<Row>(CompiledQuery.raw(`fetch ${String(batch)} from part_of_export`));
    if (rows.length === 0) return;
    yield rows.map((row) => `${JSON.stringify(table.cells(row))}\n`).join('');
  }
}

/** The rows of some parts, one after the other. */
export async function* rowsOf(parts: readonly Part[]): AsyncGenerator<readonly Cell[]> {
  for (const { file } of parts) {
    for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Infinity })) {
      yield JSON.parse(line) as Cell[];
    }
  }
}
