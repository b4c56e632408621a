import type { Extracted } from '../../connector.ts';
import { notRead } from '../../formats/surprise.ts';
import { joinTable, labelledSummary, unreadColumns } from './join-table.ts';
import { allLines, type Layout, type Line } from './layout.ts';
import { type Attendance, organiserOf, type Report } from './report.ts';
import { reportRecords } from './report-records.ts';
import { joinColumns, shapeOf } from './shape.ts';

/**
 * Microsoft Teams since 2022: numbered sections `1. Summary`, `2. Participants`, `3. In-Meeting Activities`, with
 * translated titles and headers, so that only the digit and the dot and the order of columns are relied on.
 * The third section alone has a row per join; without it the participants' first join and last leave are a summary.
 */
export const teamsSections: Layout = {
  variant: 'teams-sections',
  recognise(rows) {
    const openers = rows.filter(isOpener);
    // Under a wrong delimiter a whole row is one cell and looks like an opener too.
    const hasTable = rows.some((cells) => cells.filter((cell) => cell !== '').length >= 4);
    return hasTable && openers.length >= 2 && openers[0] === rows[0] ? 0.97 : 0;
  },
  dates: (rows) => rows.flat().filter((cell) => shapeOf(cell) === 'moment'),
  async *read(sheet, context) {
    const [summary, participants, ...others] = sections(await allLines(sheet));
    const activities = others.findLast(({ lines }) => hasTwoMoments(lines.slice(1)));
    const { name } = sheet.file;
    for (const { opener } of others.filter((section) => section !== activities)) yield unknownSection(opener, name);
    for (const table of [participants, activities]) {
      const [header, ...lines] = table?.lines ?? [];
      if (header) yield* notRead(unreadColumns(header, lines), { file: name, line: header.line });
    }
    yield* reportRecords(sheet.file, reportOf(summary?.lines, participants?.lines, activities?.lines), context);
  },
};

function reportOf(
  summary: readonly Line[] = [],
  participants: readonly Line[] = [],
  activities: readonly Line[] = [],
): Report {
  const people = joinTable(participants.slice(1), 'summary');
  const joins = joinTable(activities.slice(1), 'interval');
  const joined = new Set(joins.map(addressOrName));
  const rows = [...people.map((row) => (joined.has(addressOrName(row)) ? asPerson(row) : row)), ...joins];
  return { ...labelledSummary(summary.map(({ cells }) => cells)), host: organiserOf(rows), rows };
}

/** A row of one cell that starts with a digit and a dot. */
function isOpener(cells: readonly string[]): boolean {
  return /^\d+\.\s*\S/.test(cells[0] ?? '') && cells.slice(1).every((cell) => cell === '');
}

interface Section {
  readonly opener: Line;
  readonly lines: Line[];
}

/** Lines below each opener, up to the next; the first line of all but the summary is a header. */
function sections(lines: readonly Line[]): Section[] {
  const found: Section[] = [];
  for (const line of lines) {
    if (isOpener(line.cells)) found.push({ opener: line, lines: [] });
    else found.at(-1)?.lines.push(line);
  }
  return found;
}

function unknownSection({ cells, line }: Line, file: string): Extracted {
  const title = (cells[0] ?? '').slice(0, 80);
  const message = `"${title}" is no section that Kith knows in this report. It was not read.`;
  return { reject: { code: 'UNKNOWN_SECTION', field: title, message }, ref: { file, line } };
}

function hasTwoMoments(lines: readonly Line[]): boolean {
  return joinColumns(lines.map(({ cells }) => cells)).left !== undefined;
}

function addressOrName({ attendee }: Attendance): string {
  return attendee.email?.toLowerCase() ?? attendee.name;
}

/** The intervals say more than the summary row; that one only adds the sign-in name. */
function asPerson(row: Attendance): Attendance {
  return { ...row, kind: 'person', joined: undefined, left: undefined };
}
