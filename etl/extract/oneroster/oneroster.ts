import { defineConnector, type Context, type Extracted } from '../../connector.ts';
import { shiftedMessage } from '../../formats/csv-line.ts';
import { head } from '../../formats/source.ts';
import { leftOut, notRead } from '../../formats/surprise.ts';
import { about } from './about.ts';
import { type CatalogueEntry, courseOf, type TermDays } from './classes.ts';
import { type Days, daysOf } from './days.ts';
import { detect } from './detect.ts';
import { enrolmentOf } from './enrolments.ts';
import { manifestLines } from './manifest.ts';
import { termOf, unitOf } from './organisation.ts';
import { type Row, rowsOf } from './rows.ts';
import { recognisedTables, type Table, type TableName } from './tables.ts';
import { peopleOf } from './users.ts';
import { strangeStatus } from './versions.ts';

/**
 * Rosters of a student information system in 1EdTech's OneRoster CSV, 1.1 and 1.2: a folder or zip of tables, one
 * batch. What refers comes after what it refers to, whatever the order of the files.
 */
export const oneroster = defineConnector({
  id: 'oneroster',
  title: 'OneRoster CSV 1.1 and 1.2',
  about,
  detect,

  async partOnly({ files }) {
    for (const file of files) {
      const problem = detect({ name: file.name, bytes: await head(file), siblings: [] })?.problems[0];
      if (problem !== undefined) return { file: file.name, message: `The manifest says: ${problem}` };
    }
    return undefined;
  },

  async *extract(input, context) {
    const { tables, others } = await recognisedTables(input);
    for (const file of others) yield leftOut(file, 'a table that is not read');
    for (const table of named(tables, 'demographics')) {
      yield passedOver(table.file.name, 'demographics are protected attributes and are not read');
    }
    for (const { file, unknown } of tables) yield* notRead(unknown, { file: file.name, line: 1 });
    for (const table of named(tables, 'manifest')) yield* manifestLines(table, tables, input);
    yield* each(tables, 'orgs', context, (row, days) => [unitOf(row, days)]);
    yield* courses(tables, context);
    yield* people(tables, context);
    yield* each(tables, 'enrollments', context, (row, days) => [enrolmentOf(row, days)]);
  },
});

async function* courses(tables: readonly Table[], context: Context): AsyncGenerator<Extracted> {
  const terms = new Map<string, TermDays>();
  for await (const item of each(tables, 'academicSessions', context, (row, days) => [termOf(row, days)])) {
    if ('record' in item && item.record.type === 'term') terms.set(item.record.key, item.record);
    yield item;
  }
  const catalogue = new Map<string, CatalogueEntry>();
  for (const table of named(tables, 'courses')) {
    for await (const row of rowsOf(table)) {
      catalogue.set(row.cell('sourcedId') ?? '', { title: row.cell('title'), code: row.cell('courseCode') });
    }
    yield* counted(table, 'an entry of the course catalogue; its classes are the courses');
  }
  yield* each(tables, 'classes', context, (row, days) => [courseOf(row, days, catalogue, terms)]);
}

async function* people(tables: readonly Table[], context: Context): AsyncGenerator<Extracted> {
  const roles = new Map<string, string>();
  for (const table of [...named(tables, 'users'), ...named(tables, 'roles')]) {
    for await (const row of rowsOf(table)) {
      const user = row.cell(table.name === 'users' ? 'sourcedId' : 'userSourcedId');
      const role = row.cell('role')?.toLowerCase();
      if (user !== undefined && role !== undefined && role !== 'student') roles.set(user, role);
    }
    if (table.name === 'roles')
      yield* counted(table, 'a role in an organisation; enrolments say who belongs to a class');
  }
  const relations = new Set<string>();
  yield* each(tables, 'users', context, (row, days) => peopleOf(row, days, roles, relations));
}

async function* each(
  tables: readonly Table[],
  name: TableName,
  context: Context,
  read: (row: Row, days: Days) => Iterable<Extracted>,
): AsyncGenerator<Extracted> {
  for (const table of named(tables, name)) {
    const days = await daysOf(table, context);
    for await (const row of rowsOf(table)) {
      const strange = row.isShifted ? row.refuse('TOO_MANY_CELLS', 'sourcedId', shiftedMessage) : strangeStatus(row);
      if (strange) yield strange;
      else yield* read(row, days);
    }
  }
}

function named(tables: readonly Table[], name: TableName): Table[] {
  return tables.filter((table) => table.name === name);
}

/** Rows that are right and give no record of their own. */
async function* counted(table: Table, reason: string): AsyncGenerator<Extracted> {
  let count = 0;
  for await (const _ of rowsOf(table)) count++;
  if (count > 0) yield { skipped: { reason, count }, ref: { file: table.file.name, line: 2 } };
}

function passedOver(file: string, reason: string): Extracted {
  return { skipped: { reason }, ref: { file, line: 1 } };
}
