import type { Extracted, SourceFile } from '../../connector.ts';
import { parseDuration } from '../../formats/durations.ts';
import { notRead } from '../../formats/surprise.ts';
import { unknownIn } from './known-columns.ts';
import { allLines, type Layout, type Line } from './layout.ts';
import { namedCells } from './named-cells.ts';
import type { Attendance, Report } from './report.ts';
import { reportRecords } from './report-records.ts';
import { zoomName } from './zoom-name.ts';

const columns =
  'attended,user name (original name),first name,last name,email,phone,registration time,approval status,join time,' +
  'leave time,time in session (minutes),is guest,country/region name,source name,unsubscribe';

/**
 * Zoom's attendee report of a webinar: a line about the report, a table about the webinar, then tables of hosts,
 * panelists and attendees, a row per join, each below a line with its name. Who registered and did not come has no
 * times and counts as absent.
 */
export const zoomWebinar: Layout = {
  variant: 'zoom-webinar',
  recognise: (rows) => (rows.some(isHeader) && rows.some(isWebinar) ? 0.97 : 0),
  dates: (rows) => attendances(rows.map((cells, at) => ({ line: at, cells, raw: '' }))).flatMap(timesOf),
  async *read({ file, rows }, context) {
    const lines = await allLines({ file, rows });
    const unknown = lines.filter(({ cells }) => isHeader(cells)).flatMap((header) => unknownIn(header, columns));
    yield* notRead([...new Set(unknown)], { file: file.name, line: 1 });
    yield* missingSections(lines, file);
    yield* reportRecords(file, webinarReport(lines), context);
  },
};

const isHeader = (cells: readonly string[]) => /^attended$/i.test(cells[0] ?? '') && cells.length > 4;
const isWebinar = (cells: readonly string[]) => cells.some((cell) => /^webinar id$/i.test(cell));
const isTitle = (cells: readonly string[]) => cells.length > 0 && cells.slice(1).every((cell) => cell === '');
const tables = /^(?:host|panelist|attendee) details$/i;
const others = /^(?:attendee report|report generated.*|other attended|registrant details)$/i;

/** A section that is none of the three is named; its rows are not those of people who came. */
function* missingSections(lines: readonly Line[], file: SourceFile): Generator<Extracted> {
  for (const { cells, line } of lines) {
    const [title = ''] = cells;
    if (!isTitle(cells) || tables.test(title) || others.test(title)) continue;
    const message = `"${title.slice(0, 80)}" is no section that Kith knows in this report. It was not read.`;
    yield { reject: { code: 'UNKNOWN_SECTION', field: title.slice(0, 80), message }, ref: { file: file.name, line } };
  }
}

function webinarReport(lines: readonly Line[]): Report {
  const at = lines.findIndex(({ cells }) => isWebinar(cells));
  const webinar = namedCells(lines[at]?.cells ?? [], lines[at + 1]?.cells ?? []);
  const rows = attendances(lines);
  return { kind: 'webinar', title: webinar.topic, starts: webinar['actual start time'], host: hostOf(rows), rows };
}

function attendances(lines: readonly Line[]): Attendance[] {
  const found: Attendance[] = [];
  let [section, header]: [string, readonly string[] | undefined] = ['', undefined];
  for (const line of lines) {
    const [first = ''] = line.cells;
    if (isTitle(line.cells)) [section, header] = [first, undefined];
    else if (isHeader(line.cells)) header = line.cells;
    else if (header && tables.test(section)) found.push(attendance(line, header, section));
  }
  return found;
}

function attendance(line: Line, header: readonly string[], section: string): Attendance {
  const cells = namedCells(header, line.cells);
  const [came, joined, left] = [cells.attended?.toLowerCase() !== 'no', cells['join time'], cells['leave time']];
  const shown = cells['user name (original name)'] ?? `${cells['first name'] ?? ''} ${cells['last name'] ?? ''}`.trim();
  const attendee = { ...zoomName(shown), email: cells.email, vouched: cells['is guest']?.toLowerCase() === 'no' };
  const role = section.replace(/ details$/i, '');
  const status = cells['approval status']?.toLowerCase() ?? '';
  if (!came && /^(?:denied|declined|cancell?ed|pending.*)$/.test(status)) {
    return { line, attendee, kind: 'skip', reason: 'a registration that was not approved' };
  }
  if (!came) return { line, attendee, kind: 'absent', role };
  const seconds = parseDuration(cells['time in session (minutes)'] ?? '', 60);
  return { line, attendee, kind: joined === undefined ? 'summary' : 'interval', joined, left, seconds, role };
}

function hostOf(rows: readonly Attendance[]): Report['host'] {
  return rows.find(({ role }) => role?.toLowerCase() === 'host')?.attendee;
}

function timesOf({ joined, left }: Attendance): string[] {
  return [joined, left].filter((text) => text !== undefined);
}
