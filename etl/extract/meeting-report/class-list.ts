import type { Reject } from '../../connector.ts';
import { notRead } from '../../formats/surprise.ts';
import { personKey } from './attendee.ts';
import { allLines, type Layout } from './layout.ts';
import { cellAt } from './named-cells.ts';
import { attendeeOf, hasRunningNumber, peopleColumns, unreadPeopleColumns } from './people-columns.ts';
import { learnerRecords } from './roster.ts';

/** Two rows of one name may be two people, and nothing in the list tells. */
export const duplicateMessage =
  'Another row has this student already. Keep one of them, or add a column with student numbers.';

/** A class list, `nr;name;klasse`: who belongs to the course, seen in a meeting or not. */
export const classList: Layout = {
  variant: 'class-list',
  recognise([header = [], ...rows]) {
    const { name, section } = peopleColumns(header, rows);
    return name !== undefined && rows.length > 0 && (section !== undefined || hasRunningNumber(header, rows)) ? 0.5 : 0;
  },
  dates: () => [],
  async *read(sheet, context) {
    const [header, ...lines] = await allLines(sheet);
    const columns = peopleColumns(
      header?.cells ?? [],
      lines.map(({ cells }) => cells),
    );
    if (header) yield* notRead(unreadPeopleColumns(header, lines), { file: sheet.file.name, line: header.line });
    const seen = new Set<string>();
    for (const { line, cells, raw } of lines) {
      const ref = { file: sheet.file.name, line };
      const refuse = (code: string, message: string): Reject => ({
        reject: { code, field: 'name', message, raw },
        ref,
      });
      const attendee = attendeeOf(cells, columns);
      const person = personKey(attendee);
      if (person === undefined) yield refuse('NO_PERSON', 'The row names nobody.');
      else if (seen.has(person)) yield refuse('DUPLICATE_PERSON', duplicateMessage);
      else {
        seen.add(person);
        const section = cellAt(cells, columns.section);
        for (const record of learnerRecords(attendee, person, section, context)) yield { record, ref };
      }
    }
  },
};
