import { notRead } from '../../formats/surprise.ts';
import { joinTable, labelledSummary, unreadColumns } from './join-table.ts';
import { allLines, type Layout, type Line, type Rows } from './layout.ts';
import { organiserOf, type Report } from './report.ts';
import { reportRecords } from './report-records.ts';
import { shapeOf } from './shape.ts';

/**
 * Microsoft Teams 2021: one table with a row per join, below an optional `Meeting Summary` of labels and values.
 * Headers are translated ("Nama"), so the table is found by its first row with two moments and a duration.
 */
export const teamsList: Layout = {
  variant: 'teams-list',
  recognise: (rows) => (firstJoin(rows) > 0 ? 0.9 : 0),
  dates: (rows) => rows.flat().filter((cell) => shapeOf(cell) === 'moment'),
  async *read(sheet, context) {
    const lines = await allLines(sheet);
    const first = firstJoin(lines.map(({ cells }) => cells));
    const header = lines[first - 1];
    if (header) yield* notRead(unreadColumns(header, lines.slice(first)), { file: sheet.file.name, line: header.line });
    yield* reportRecords(sheet.file, teamsListReport(lines, first), context);
  },
};

function teamsListReport(lines: readonly Line[], first: number): Report {
  const rows = joinTable(lines.slice(first), 'interval');
  return { ...labelledSummary(lines.slice(0, first - 1).map(({ cells }) => cells)), host: organiserOf(rows), rows };
}

/** Index of the first row of the table; the one before is its header. -1: there is none. */
function firstJoin(rows: Rows): number {
  return rows.findIndex((cells) => {
    const shapes = cells.map(shapeOf);
    return shapes.filter((shape) => shape === 'moment').length === 2 && shapes.includes('duration');
  });
}
