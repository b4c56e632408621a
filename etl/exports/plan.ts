import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { sql } from 'kysely';
import type { Db } from '@kith/sql/connect.ts';
import type { ApprovedExport } from './approved-export.ts';
import { exportedCourses, type ExportedCourse } from './courses.ts';
import { isThere, partOf, type Part } from './parts.ts';
import type { ExportKey } from './pseudonyms.ts';
import { contents } from './tables/index.ts';

/** What an export is made of. It is kept beside the parts, so that an export made again is of the same courses. */
export interface Plan {
  readonly courses: readonly ExportedCourse[];
  readonly coursesTooSmall: number;
  readonly definitions: Readonly<Record<string, readonly number[]>>;
}

/**
 * The kept plan, or a new one where parts are missing: then the database decides again, and a course that has fallen
 * under the least meanwhile is left out.
 */
export async function planOf(db: Db, wish: ApprovedExport, key: ExportKey, folder: string): Promise<Plan> {
  const file = path.join(folder, 'parts', 'plan.json');
  const kept = await readFile(file, 'utf8').then(
    (text) => JSON.parse(text) as Plan,
    () => null,
  );
  if (kept !== null && (await missing(kept.courses.flatMap((course) => partsOf(wish, course, folder)))) === 0)
    return kept;
  const now = await exportedCourses(db, wish, key);
  const known = new Set(kept?.courses.map(({ courseId }) => courseId));
  const courses = kept === null ? now.courses : now.courses.filter(({ courseId }) => known.has(courseId));
  const plan: Plan = {
    courses,
    coursesTooSmall: kept === null ? now.tooFew : kept.coursesTooSmall + kept.courses.length - courses.length,
    definitions: merged(kept?.definitions ?? {}, await definitionsIn(db, wish, courses)),
  };
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
  await writeFile(file, JSON.stringify(plan), { mode: 0o600 });
  return plan;
}

export const partsOf = (wish: ApprovedExport, course: ExportedCourse, folder: string): Part[] =>
  wish.contents.flatMap((content) => contents[content]).map((table) => partOf(folder, table, course));

async function missing(parts: readonly Part[]): Promise<number> {
  let count = 0;
  for (const { file } of parts) if (!(await isThere(file))) count += 1;
  return count;
}

/** Versions that occur in the weeks of the courses. */
async function definitionsIn(db: Db, { institutionId, asOf }: ApprovedExport, courses: readonly ExportedCourse[]) {
  const { rows } = await sql<{ kind: string; versions: number[] }>`
    select kind, array_agg(distinct definition_version order by definition_version) as versions
    from insight.learner_week
    where institution_id = ${institutionId} and as_of <= ${asOf}
      and course_id = any (${courses.map(({ courseId }) => courseId)}::bigint[])
    group by kind
    order by kind`.execute(db);
  return Object.fromEntries(rows.map(({ kind, versions }) => [kind, versions]));
}

function merged(one: Plan['definitions'], other: Plan['definitions']): Plan['definitions'] {
  const kinds = [...new Set([...Object.keys(one), ...Object.keys(other)])].sort();
  return Object.fromEntries(
    kinds.map((kind) => [
      kind,
      [...new Set([...(one[kind] ?? []), ...(other[kind] ?? [])])].sort((low, high) => low - high),
    ]),
  );
}
