import { parseDuration } from '../../formats/durations.ts';
import type { Line, Rows } from './layout.ts';
import { cellAt } from './named-cells.ts';
import type { Attendance } from './report.ts';
import { joinColumns, shapeOf } from './shape.ts';

/** The rows of a table with one row per join or per person, columns found by what stands in them. */
export function joinTable(lines: readonly Line[], kind: 'interval' | 'summary'): Attendance[] {
  const columns = joinColumns(lines.map(({ cells }) => cells));
  return lines.map((line) => {
    const cell = (column: number | undefined) => cellAt(line.cells, column);
    const duration = cell(columns.duration);
    return {
      line,
      attendee: {
        name: cell(columns.name) ?? '',
        email: cell(columns.email),
        upn: cell(columns.upn),
        vouched: true, // Teams shows the address of the signed-in account only
      },
      // "Show only who attended" takes the times away.
      kind: columns.joined === undefined ? 'mark' : kind,
      joined: cell(columns.joined),
      left: cell(columns.left),
      seconds: duration === undefined ? undefined : parseDuration(duration),
      role: cell(columns.role),
    };
  });
}

/** Names in the header of such a table whose column has no place in it: the engagement counts of Teams Premium, or news. */
export function unreadColumns(header: Line, lines: readonly Line[]): string[] {
  const used = new Set(Object.values(joinColumns(lines.map(({ cells }) => cells))));
  const isEmpty = (column: number) => lines.every(({ cells }) => (cells[column] ?? '') === '');
  return header.cells.filter((name, column) => name !== '' && !used.has(column) && !isEmpty(column));
}

/** Title, start and end from rows of a label and a value: translated, but always in this order. */
export function labelledSummary(rows: Rows): { title?: string; starts?: string; ends?: string } {
  const values = rows.map((cells) => cells[1] ?? '').filter((value) => value !== '');
  const moments = values.filter((value) => shapeOf(value) === 'moment');
  const beforeStart = moments[0] === undefined ? values : values.slice(0, values.indexOf(moments[0]));
  const title = beforeStart.find((value) => shapeOf(value) === 'text');
  const [starts, ends] = moments;
  return { ...(title && { title }), ...(starts && { starts }), ...(ends && { ends }) };
}
