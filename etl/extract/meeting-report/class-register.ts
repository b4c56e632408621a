import type { Context, Extracted, RowRef } from '../../connector.ts';
import { keyOf } from '../../formats/natural-key.ts';
import { notRead } from '../../formats/surprise.ts';
import { personKey } from './attendee.ts';
import { type ClassDay, classDays, dayColumns } from './class-days.ts';
import { duplicateMessage } from './class-list.ts';
import { allLines, type Layout, type Line, type Sheet } from './layout.ts';
import { attendeeOf, peopleColumns, unreadPeopleColumns } from './people-columns.ts';
import { learnerRecords } from './roster.ts';

const marks: ReadonlyMap<string, 'present' | 'absent'> = new Map([
  ['1', 'present'],
  ['0', 'absent'],
]);
const noMark = /^(?:|-|#?n\/a)$/i;

/**
 * A class register: one row per student, one column per class date (`2022.02.07`, `20220214`), 1 came and 0 did not,
 * N/A and blank say nothing. A date without a single mark was no class (yet). Columns that are no date are not read.
 */
export const classRegister: Layout = {
  variant: 'class-register',
  recognise([header = [], ...rows]) {
    const days = dayColumns(header);
    const cells = rows.flatMap((row) => days.map((column) => row[column] ?? ''));
    const marked = cells.filter((cell) => marks.has(cell) || noMark.test(cell)).length;
    const named = peopleColumns(header, rows).name !== undefined;
    return named && days.length >= 2 && marked > 0 && marked >= cells.length / 2 ? 0.95 : 0;
  },
  dates: ([header = []]) => dayColumns(header).map((column) => header[column] ?? ''),
  async *read(sheet, context) {
    const [header, ...lines] = await allLines(sheet);
    if (!header) return;
    const top = { file: sheet.file.name, line: header.line };
    yield* notRead(unreadPeopleColumns(header, lines, dayColumns(header.cells)), {
      file: sheet.file.name,
      line: header.line,
    });
    const held: ClassDay[] = [];
    for (const day of classDays(sheet, header, context)) {
      const { session: key, startsAt } = day;
      if (lines.every(({ cells }) => noMark.test(cells[day.column] ?? ''))) {
        yield { skipped: { reason: 'a class date nobody is marked on' }, ref: top };
        continue;
      }
      held.push(day);
      yield { record: { type: 'session', key, startsAt }, ref: top };
    }
    yield* students(sheet, header, lines, held, context);
  },
};

function* students(
  sheet: Sheet,
  header: Line,
  lines: readonly Line[],
  days: readonly ClassDay[],
  context: Context,
): Generator<Extracted> {
  const columns = peopleColumns(
    header.cells,
    lines.map(({ cells }) => cells),
  );
  const seen = new Set<string>();
  for (const { line, cells, raw } of lines) {
    const ref: RowRef = { file: sheet.file.name, line };
    const attendee = attendeeOf(cells, columns);
    const person = personKey(attendee);
    const refuse = (code: string, message: string, field = 'name'): Extracted => ({
      reject: { code, field, message, raw },
      ref,
    });
    if (person === undefined) yield refuse('NO_PERSON', 'The row names nobody.');
    else if (seen.has(person)) yield refuse('DUPLICATE_PERSON', duplicateMessage);
    else {
      seen.add(person);
      for (const record of learnerRecords(attendee, person, undefined, context)) yield { record, ref };
      for (const { column, session } of days) {
        const mark = cells[column] ?? '';
        const status = marks.get(mark);
        const key = keyOf(session, person);
        if (status) yield { record: { type: 'presence', key, session, person, precision: 'mark', status }, ref };
        else if (!noMark.test(mark))
          yield refuse('BAD_VALUE', 'The mark is not 1, 0, N/A or blank.', header.cells[column]);
      }
    }
  }
}
