import type { Context, SourceFile } from '../../connector.ts';
import { parseDuration } from '../../formats/durations.ts';
import { unknownWord } from '../../formats/known.ts';
import { noonOf, noSessionDay, sessionDay } from './day.ts';
import { requireKnown } from './known-columns.ts';
import { allLines, type Layout, type Line, type Rows } from './layout.ts';
import { namedCells } from './named-cells.ts';
import type { Attendance, Report } from './report.ts';
import { reportRecords } from './report-records.ts';
import { zoomName } from './zoom-name.ts';

/**
 * Zoom's list of participants. With times it has a row per join; "Show unique users" leaves only a total for each
 * person. "Export with meeting data" puts two rows about the meeting above it.
 */
export const zoomParticipants: Layout = zoomLayout('zoom-participants', true);
export const zoomUniqueUsers: Layout = zoomLayout('zoom-unique-users', false);

const columns =
  'name (original name),user email,email,join time,leave time,duration (minutes),total duration (minutes),guest,' +
  'recording consent,recording disclaimer response,in waiting room,marketing opt-in,marketing opt in,country/region,' +
  'user name (original name),registrant id';
const meetingColumns =
  'meeting id,topic,start time,end time,user email,host email,host name,host,duration (minutes),participants,' +
  'creation time,source,department,group,type';

function zoomLayout(variant: string, withTimes: boolean): Layout {
  return {
    variant,
    recognise(rows) {
      const header = rows[headerAt(rows)];
      return header && hasTimes(header) === withTimes ? 0.97 : 0;
    },
    dates(rows) {
      const header = rows[headerAt(rows)] ?? [];
      const people = rows.slice(headerAt(rows) + 1).map((cells) => namedCells(header, cells));
      return people.flatMap((cells) => [cells['join time'], cells['leave time']]).filter((text) => text !== undefined);
    },
    async *read(sheet, context) {
      yield* reportRecords(sheet.file, zoomReport(await allLines(sheet), sheet.file, context), context);
    },
  };
}

function zoomReport(lines: readonly Line[], file: SourceFile, context: Context): Report {
  const top = headerAt(lines.map(({ cells }) => cells));
  const header = lines[top]?.cells ?? [];
  requireKnown(lines[top], columns, 'the table', file.name, context);
  if (top > 0) requireKnown(lines[0], meetingColumns, 'the lines about the meeting', file.name, context);
  const rows = lines.slice(top + 1).map((line) => attendance(line, header));
  const meeting = top > 0 ? namedCells(lines[0]?.cells ?? [], lines[1]?.cells ?? []) : {};
  const email = meeting['user email'] ?? meeting['host email'];
  const host = rows.find(({ attendee }) => attendee.email === email)?.attendee ?? { name: '', email, vouched: true };
  return {
    title: meeting.topic,
    starts: meeting['start time'] ?? (hasTimes(header) ? undefined : noonOfSession(file, context)),
    ends: meeting['end time'],
    host: email === undefined ? undefined : host,
    rows,
  };
}

function attendance(line: Line, header: readonly string[]): Attendance {
  const cells = namedCells(header, line.cells);
  const email = cells['user email'] ?? cells.email;
  const minutes = cells['total duration (minutes)'] ?? cells['duration (minutes)'] ?? '';
  const strange = ['guest', 'in waiting room'].find((name) => !/^(?:yes|no|y|n)?$/i.test(cells[name] ?? ''));
  const attendee = { ...zoomName(line.cells[0] ?? ''), email, vouched: isNo(cells.guest) };
  if (/^y/i.test(cells['in waiting room'] ?? '')) {
    return { line, attendee, kind: 'skip', reason: 'was in the waiting room' };
  }
  return {
    line,
    attendee,
    kind: hasTimes(header) ? 'interval' : 'summary',
    joined: cells['join time'],
    left: cells['leave time'],
    seconds: parseDuration(minutes, 60),
    refused: strange === undefined ? undefined : unknownWord(strange, cells[strange], ['Yes', 'No']),
  };
}

const isNo = (cell: string | undefined) => /^no?$/i.test(cell ?? '');

function headerAt(rows: Rows): number {
  return rows.slice(0, 10).findIndex(([first = '']) => /^name \(original name\)$/i.test(first));
}

function hasTimes(header: readonly string[]): boolean {
  return header.some((name) => /^join time$/i.test(name));
}

function noonOfSession(file: SourceFile, context: Context): string {
  const day = sessionDay(file, context);
  if (day === undefined) throw noSessionDay(file);
  return noonOf(day);
}
