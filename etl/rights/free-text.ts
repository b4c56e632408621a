import type { Db } from '@kith/sql/connect.ts';
import { sql, type RawBuilder } from 'kysely';

import { affected } from './affected.ts';
import { taken, wordPattern } from './known-as.ts';

/** A table in which people write, or sources bring, what they like. */
interface FreeText {
  readonly table: string;
  readonly columns: readonly string[];
  /** Staff wrote it: somebody may be meant by a first name alone. */
  readonly byStaff?: true;
}

/** Every column of free text in rows that are not gone with the person. A test holds the list against the catalogue. */
export const freeTexts: readonly FreeText[] = [
  { table: 'care.alert_step', columns: ['reason'], byStaff: true },
  { table: 'care.case_file', columns: ['concern', 'close_reason', 'message_back'], byStaff: true },
  { table: 'care.contact', columns: ['remark'], byStaff: true },
  { table: 'care.course_step', columns: ['remark'], byStaff: true },
  { table: 'care.note_text', columns: ['body'], byStaff: true },
  { table: 'care.template', columns: ['subject', 'body'] },
  { table: 'core.award', columns: ['title'] },
  { table: 'core.course_group', columns: ['title'] },
  { table: 'core.outcome', columns: ['reason'] },
  { table: 'core.post', columns: ['title', 'body', 'url'] },
  { table: 'core.session', columns: ['title', 'url'] },
  { table: 'core.space', columns: ['title', 'url'] },
  { table: 'identity.sign_in_waiting', columns: ['display_name'] },
  { table: 'identity.match_change', columns: ['why', 'message'] },
  { table: 'insight.alert', columns: ['note'], byStaff: true },
  { table: 'insight.cohort', columns: ['title'] },
  { table: 'insight.computation', columns: ['error'] },
  { table: 'ops.data_request', columns: ['about', 'wish', 'answer'] },
  { table: 'ops.export', columns: ['purpose', 'remark', 'message', 'progress', 'manifest'] },
  { table: 'ops.pull', columns: ['message'] },
  { table: 'ops.report', columns: ['message'] },
  { table: 'ops.report_schedule', columns: ['message'] },
  { table: 'ops.rights_task', columns: ['message'] },
  { table: 'ops.roster_service', columns: ['trouble'] },
  { table: 'ops.run', columns: ['files', 'message'] },
  { table: 'ops.schedule', columns: ['message'] },
  { table: 'ops.watched_folder', columns: ['folder'] },
  { table: 'ops.upload', columns: ['files', 'parcels', 'progress', 'results', 'message'] },
];

const json = new Set(['files', 'parcels', 'progress', 'results', 'manifest']);

/**
 * Takes the words by which a person is known out of what others wrote. Counts into `rows`, by table.
 *
 * @param words whole names, addresses and keys; never a first name alone, which is somebody else's too
 */
export async function takeOutOfTexts(
  db: Db,
  institutionId: number,
  words: readonly string[],
  rows: Record<string, number>,
): Promise<void> {
  if (words.length === 0) return;
  const pattern = wordPattern(words);
  for (const { table, columns } of freeTexts) {
    const found = columns.map((column) => sql`${sql.ref(column)}::text ~* ${pattern}`);
    const changes = columns.map((column) => sql`${sql.ref(column)} = ${without(column, pattern)}`);
    const changed = await affected(
      db,
      sql`update ${sql.table(table)} set ${sql.join(changes)}
        where institution_id = ${institutionId} and (${sql.join(found, sql` or `)})`,
    );
    if (changed > 0) rows[table] = (rows[table] ?? 0) + changed;
  }
}

function without(column: string, pattern: string): RawBuilder<unknown> {
  const text = sql`regexp_replace(${sql.ref(column)}::text, ${pattern}, ${String.raw`\1` + taken}, 'gi')`;
  return json.has(column) ? sql`${text}::jsonb` : text;
}

/** Texts of staff in one course that may speak of somebody. */
export interface Mention {
  readonly table: string;
  readonly course: string;
  readonly texts: number;
}

/**
 * Where staff may speak of somebody by a first or a family name alone. A machine cannot tell who is meant: a person who
 * may read the text decides.
 */
export async function possibleMentions(db: Db, institutionId: number, names: readonly string[]): Promise<Mention[]> {
  if (names.length === 0) return [];
  const pattern = wordPattern(names);
  const places = freeTexts.filter(({ byStaff }) => byStaff === true);
  const found = places.map(
    ({ table, columns }) => sql`
      select ${table}::text as "table", course_id, count(*)::int as texts from ${sql.table(table)}
      where institution_id = ${institutionId}
        and (${sql.join(
          columns.map((column) => sql`${sql.ref(column)} ~* ${pattern}`),
          sql` or `,
        )})
      group by course_id`,
  );
  const { rows } = await sql<Mention>`
    select found."table", course.title as course, found.texts
    from (${sql.join(found, sql` union all `)}) as found
      join core.course as course on course.institution_id = ${institutionId} and course.course_id = found.course_id
    order by course.title, found."table"`.execute(db);
  return rows;
}
