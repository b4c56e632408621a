import type { Context, SourceFile } from '../../connector.ts';
import { parseClock } from '../../formats/clock.ts';
import { parseDuration } from '../../formats/durations.ts';
import { noonOf, noSessionDay, sessionDay } from './day.ts';
import { requireKnown } from './known-columns.ts';
import { allLines, type Layout, type Line, type Rows } from './layout.ts';
import { namedCells } from './named-cells.ts';
import type { Attendance, Report } from './report.ts';
import { reportRecords } from './report-records.ts';

/**
 * Google Meet's attendance report: one row per person with the first coming, the last going and a total, times of day
 * only. The day stands in a preamble (`Meeting title, Date, Start time, End time`) or in the name of the file.
 */
export const meetAttendance: Layout = {
  variant: 'meet-attendance',
  recognise: (rows) => (headerAt(rows) >= 0 ? 0.95 : 0),
  dates: (rows) => (headerAt(rows) > 0 ? [namedCells(rows[0] ?? [], rows[1] ?? []).date ?? ''] : []),
  async *read(sheet, context) {
    yield* reportRecords(sheet.file, meetReport(await allLines(sheet), sheet.file, context), context);
  },
};

const columns = 'name,first name,last name,email,duration,time joined,time exited';
const meetingColumns = 'meeting title,date,start time,end time,meeting code,organizer';

function meetReport(lines: readonly Line[], file: SourceFile, context: Context): Report {
  const top = headerAt(lines.map(({ cells }) => cells));
  const meeting = top > 0 ? namedCells(lines[0]?.cells ?? [], lines[1]?.cells ?? []) : {};
  const header = lines[top]?.cells ?? [];
  requireKnown(lines[top], columns, 'the table', file.name, context);
  if (top > 0) requireKnown(lines[0], meetingColumns, 'the lines about the meeting', file.name, context);
  const below = lines.slice(top + 1).map((line) => ({ line, cells: namedCells(header, line.cells) }));
  const day = meeting.date ?? sessionDay(file, context);
  const moment = (text: string | undefined) => (text && parseClock(text) ? `${day ?? ''} ${text}` : text);
  if (day === undefined && below.some(({ cells }) => parseClock(cells['time joined'] ?? ''))) throw noSessionDay(file);

  return {
    title: meeting['meeting title'],
    starts: moment(meeting['start time']) ?? (header.length === 3 && day ? noonOf(day) : undefined),
    ends: moment(meeting['end time']),
    rows: below.map(({ line, cells }): Attendance => {
      const name =
        cells.name ?? [cells['first name'], cells['last name']].filter((part) => part !== undefined).join(' ');
      return {
        line,
        attendee: { name, email: cells.email, vouched: true },
        kind: 'summary',
        joined: moment(cells['time joined']),
        left: moment(cells['time exited']),
        seconds: parseDuration(cells.duration ?? ''),
      };
    }),
  };
}

function headerAt(rows: Rows): number {
  return rows.slice(0, 10).findIndex((cells) => {
    const names = cells.map((cell) => cell.toLowerCase());
    const isOld = names[0] === 'name' && names.length <= 4;
    return names.includes('duration') && names.includes('email') && (names.includes('time joined') || isOld);
  });
}
