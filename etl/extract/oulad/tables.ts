import { basename } from 'node:path';
import { type Extracted, type Reject, type RowRef, type SourceInput, UnreadableFile } from '../../connector.ts';
import type { CsvRow } from '../../formats/csv-row.ts';
import { csvTable, requireColumns } from '../../formats/csv.ts';
import { leftOut, notRead } from '../../formats/surprise.ts';

/** The columns read, by table. Gender, disability, age and deprivation bands are protected: no line here names them. */
export const columns = {
  courses: ['code_module', 'code_presentation', 'module_presentation_length'],
  studentInfo: ['code_module', 'code_presentation', 'id_student', 'region', 'final_result'],
  studentRegistration: ['code_module', 'code_presentation', 'id_student', 'date_registration', 'date_unregistration'],
  vle: ['id_site', 'activity_type'],
  studentVle: ['code_module', 'code_presentation', 'id_student', 'id_site', 'date', 'sum_click'],
  assessments: ['code_module', 'code_presentation', 'id_assessment'],
  studentAssessment: ['id_assessment', 'id_student', 'date_submitted', 'is_banked'],
} as const;

export type Table = keyof typeof columns;
export type Row<T extends Table> = Readonly<Record<(typeof columns)[T][number], string>>;

/** Whether a file holds this table. The big one may be split or renamed: `studentVle_EEE_2014B.csv`. */
export function named(table: Table): (file: string) => boolean {
  const name = new RegExp(table === 'studentVle' ? '^studentVle.*\\.csv$' : `^${table}\\.csv$`, 'i');
  return (file) => name.test(basename(file));
}

/** Names what stands beside the columns that are read, protected attributes among it. */
export async function* unreadColumns(input: SourceInput): AsyncGenerator<Extracted> {
  const tables = Object.keys(columns) as Table[];
  for (const file of input.files) {
    if (!tables.some((table) => named(table)(file.name))) yield leftOut(file, 'a file that is not read');
  }
  for (const table of tables) {
    const read: readonly string[] = columns[table];
    for (const file of input.files.filter(({ name }) => named(table)(name))) {
      const { header } = await csvTable(file);
      yield* notRead(
        header.filter((name) => !read.includes(name)),
        { file: file.name, line: 1 },
      );
    }
  }
}

/** The rows of a table, each with where it stood. Throws UnreadableFile: MISSING_FILE, MISSING_COLUMN. */
export async function* rowsOf<T extends Table>(
  input: SourceInput,
  table: T,
): AsyncGenerator<{ readonly row: Row<T>; readonly ref: RowRef; readonly raw: string }> {
  const files = input.files.filter(({ name }) => named(table)(name));
  if (files.length === 0) {
    const hint = `Point at the folder that holds all seven tables: ${Object.keys(columns).join(', ')}.`;
    throw new UnreadableFile('MISSING_FILE', input.path, `${table}.csv is missing.`, hint);
  }
  for (const file of files) {
    const { header, rows } = await csvTable(file);
    requireColumns(file, header, columns[table]);
    for await (const { row, line, raw } of rows) yield { row: filled(row, table), ref: { file: file.name, line }, raw };
  }
}

/** Later releases of the data write `?` where the first left the cell empty. */
function filled<T extends Table>(row: CsvRow['row'], table: T): Row<T> {
  const cells = columns[table].map((column) => [column, (row[column] ?? '').trim().replace(/^\?$/, '')]);
  return Object.fromEntries(cells) as Row<T>;
}

/** A whole number, possibly negative. Undefined for anything else. */
export function whole(text: string): number | undefined {
  return /^-?\d{1,9}$/.test(text) ? Number(text) : undefined;
}

export function notANumber(field: string, ref: RowRef, raw?: string): Reject {
  const meant = field === 'sum_click' ? 'Clicks count from 0.' : 'Days count from the start of the presentation.';
  return { reject: { code: 'BAD_NUMBER', field, message: `${field} is no such number. ${meant}`, raw }, ref };
}
