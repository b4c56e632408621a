import { readFileSync } from 'node:fs';
import { CompiledQuery, sql } from 'kysely';
import { within, type Db } from '@kith/sql/connect.ts';
import type { ApprovedExport } from './approved-export.ts';
import { exportedCourses } from './courses.ts';
import { exportKey, settingsOf } from './pseudonyms.ts';
import { contents } from './tables/index.ts';

/** What an approval would release now. */
export interface Preview {
  readonly courses: number;
  readonly coursesTooSmall: number;
  readonly tables: readonly { readonly id: string; readonly rows: number; readonly columns: readonly string[] }[];
}

/** Counts what an export would hold and keeps it with what was asked, for the steward to see. */
export async function keepPreview(db: Db, wish: ApprovedExport): Promise<void> {
  const preview = await previewOf(db, wish);
  await sql`
    update ops.export set preview = ${JSON.stringify(preview)}::jsonb
    where institution_id = ${wish.institutionId} and export_id = ${wish.exportId} and state = 'asked'`.execute(db);
}

/** By the statements that would make it, so that it is what an approval gives. */
async function previewOf(db: Db, wish: ApprovedExport): Promise<Preview> {
  const key = await exportKey(db, wish.institutionId, wish.exportId);
  const { courses, tooFew } = await exportedCourses(db, wish, key);
  const tables = [];
  for (const { id, sqlFile, columns } of wish.contents.flatMap((content) => contents[content])) {
    const select = readFileSync(new URL(`../../sql/exports/${sqlFile}`, import.meta.url), 'utf8').replace(/;\s*$/, '');
    let rows = 0;
    for (const { courseId } of courses) {
      rows += await within(db, settingsOf(key), async (tx) => {
        await sql`set local enable_nestloop = off`.execute(tx);
        const counted = CompiledQuery.raw(`select count(*)::int as n from (${select}\n) as one`, [
          wish.institutionId,
          courseId,
          wish.asOf,
        ]);
        return (await tx.executeQuery<{ n: number }>(counted)).rows[0]!.n;
      });
    }
    tables.push({ id, rows, columns: columns.map(({ name }) => name) });
  }
  return { courses: courses.length, coursesTooSmall: tooFew, tables };
}
