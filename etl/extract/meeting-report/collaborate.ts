import type { Context, Extracted, SourceFile } from '../../connector.ts';
import { parseDuration } from '../../formats/durations.ts';
import { keyOf } from '../../formats/natural-key.ts';
import { requireKnown } from './known-columns.ts';
import { allLines, type Layout, type Line } from './layout.ts';
import { namedCells } from './named-cells.ts';
import type { Report } from './report.ts';
import { reportRecords } from './report-records.ts';
import { requireOrder } from './times.ts';

const columns =
  'sessiondate,sessionname,sessionidentifier,sessioninstanceidentifer,sessionowner,roomopened,roomclosed,' +
  'nameofattendee,firstnameofattendee,lastnameofattendee,emailofattendee,username,attendeerole,attendeetype,' +
  'attendeefirstjointime,attendeelastleavetime,attendeetotaltimeinsession,attendeetotalrejoins';

type Cells = Readonly<Record<string, string | undefined>>;
const timesIn = (cells: Cells): string[] =>
  [cells.roomopened, cells.roomclosed, cells.attendeefirstjointime, cells.attendeelastleavetime].flatMap(
    (text) => text ?? [],
  );

/**
 * The institution's attendance report of Blackboard Collaborate, now Class: one row per person and session, with the
 * first coming, the last going and a total. Its times are UTC by the maker's word; `Identifer` is spelt so.
 */
export const collaborate: Layout = {
  variant: 'collaborate',
  recognise([header = []]) {
    const names = header.map((name) => name.toLowerCase());
    return ['sessionidentifier', 'nameofattendee', 'roomopened'].every((name) => names.includes(name)) ? 0.98 : 0;
  },
  dates: ([header = [], ...rows]) => rows.flatMap((cells) => timesIn(namedCells(header, cells))),
  async *read(sheet, context) {
    const [header, ...lines] = await allLines(sheet);
    requireKnown(header, columns, 'the table', sheet.file.name, context);
    const rows = lines.map((line) => ({ line, cells: namedCells(header?.cells ?? [], line.cells) }));
    const texts = rows.flatMap(({ cells }) => timesIn(cells));
    const dateOrder = texts.length === 0 ? undefined : requireOrder(sheet.file, texts, context);
    const sessions = Map.groupBy(rows, ({ cells }) => keyOf(cells.sessionidentifier, cells.sessioninstanceidentifer));
    for (const [key, own] of sessions)
      yield* sessionRecords(sheet.file, key, own, { ...context, timezone: 'UTC', dateOrder });
  },
};

function sessionRecords(
  file: SourceFile,
  key: string,
  rows: readonly { readonly line: Line; readonly cells: Cells }[],
  context: Context,
): Iterable<Extracted> {
  const [first] = rows;
  const report: Report = {
    key,
    title: first?.cells.sessionname,
    starts: first?.cells.roomopened,
    ends: first?.cells.roomclosed,
    rows: rows.map(({ line, cells }) => ({
      line,
      attendee: {
        name: cells.nameofattendee ?? [cells.firstnameofattendee, cells.lastnameofattendee].join(' ').trim(),
        email: cells.emailofattendee,
        // A guest types name and address at the door; only an account of the house has another type.
        vouched: !/guest/i.test(cells.attendeetype ?? 'guest'),
      },
      kind: 'summary',
      joined: cells.attendeefirstjointime,
      left: cells.attendeelastleavetime,
      seconds: parseDuration(cells.attendeetotaltimeinsession ?? ''),
      role: cells.attendeerole,
    })),
  };
  return reportRecords(file, report, context);
}
