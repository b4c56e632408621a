import type { Context, Reject, SourceFile } from '../../connector.ts';
import { actionConfidence, actionReader } from './join-actions.ts';
import { type JoinEvent, pairedEvents } from './join-events.ts';
import { allLines, type Layout, type Line } from './layout.ts';
import { reportRecords } from './report-records.ts';
import { shapeOf } from './shape.ts';
import { readTimes } from './times.ts';

/** Microsoft Teams 2020: `Full Name, User Action, Timestamp`, a row per coming and a row per going. No addresses. */
export const teamsJoinedLeft: Layout = {
  variant: 'teams-joined-left',
  recognise([header = [], ...events]) {
    const fits = events.filter((cells) => cells.length === 3 && shapeOf(cells[2] ?? '') === 'moment').length;
    return header.length === 3 && fits > events.length / 2 ? actionConfidence(events) : 0;
  },
  dates: ([, ...events]) => events.map((cells) => cells[2] ?? ''),
  async *read(sheet, context) {
    const [, ...lines] = await allLines(sheet);
    const { events, refused } = readEvents(sheet.file, lines, context);
    yield* refused.values();
    // A coming without its going would seem to last until the end, so all rows of the person wait to be mended.
    const names = new Set([...refused.keys()].map(({ cells }) => cells[0]));
    for (const { line, name } of events) {
      if (names.has(name)) yield reject(sheet.file, line, 'name', 'UNPAIRED_EVENT', unpairedMessage);
    }
    yield* reportRecords(sheet.file, { rows: pairedEvents(events.filter(({ name }) => !names.has(name))) }, context);
  },
};

const unpairedMessage =
  'Another row of this person cannot be read, so comings and goings cannot be paired. Mend that row.';

function readEvents(file: SourceFile, lines: readonly Line[], context: Context) {
  const texts = lines.map(({ cells }) => cells[2] ?? '');
  const read = readTimes(file, texts, context);
  const actionOf = actionReader(lines.map(({ cells }) => cells[1] ?? ''));
  const events: JoinEvent[] = [];
  const refused = new Map<Line, Reject>();
  for (const line of lines) {
    const [name = '', word = '', text = ''] = line.cells;
    const at = read(text);
    const action = actionOf(word);
    if (typeof at === 'object') refused.set(line, reject(file, line, 'timestamp', at.code, at.message));
    else if (action) events.push({ line, name, action, at });
    else refused.set(line, reject(file, line, 'action', 'BAD_VALUE', 'The action is neither joining nor leaving.'));
  }
  return { events, refused };
}

function reject(file: SourceFile, line: Line, field: string, code: string, message: string): Reject {
  return { reject: { code, field, message, raw: line.raw }, ref: { file: file.name, line: line.line } };
}
