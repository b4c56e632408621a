import type { Extracted } from '../../connector.ts';
import { isShifted, shiftedMessage } from '../../formats/csv-line.ts';
import { parseLocal } from '../../formats/dates.ts';
import { requireZone } from '../../formats/zone.ts';
import { JiscRecords } from './jisc-records.ts';
import { jiscRow, refusal } from './jisc-row.ts';
import { requireKnown } from './known-columns.ts';
import type { Layout, Rows } from './layout.ts';
import { namedCells } from './named-cells.ts';
import { instantReader, type ReadTime } from './times.ts';

const needed = ['student_id', 'event_id', 'start_time', 'event_attended'];

const columns =
  'student_id,event_id,event_name,event_description,event_type,event_type_description,event_max_count,event_mandatory,' +
  'start_time,end_time,event_attended,attendance_late,attendance_category,staff_id,mod_instance_id,course_instance_id';

const swappedMessage =
  'There is no such month. Day and month are probably swapped in the whole file, in the rows that look right too: ' +
  'try --date-order ydm.';

/**
 * The attendance feed of the Jisc learning analytics recipe: planned events and who came, one row per student and event.
 * Its times are ISO by definition, so a thirteenth month is a bad row and no reason to read the file another way;
 * only `--date-order ydm` is. Rows are read as a stream: an institution's feed is long.
 */
export const jiscAttendance: Layout = {
  variant: 'jisc-attendance',
  recognise([header = []]) {
    const names = header.map((name) => name.toLowerCase());
    return needed.every((name) => names.includes(name)) ? 1 : 0;
  },
  dates: startTimes,
  problems: (rows) => (startTimes(rows).some(isSwapped) ? [swappedMessage] : []),
  async *read({ file, rows }, context) {
    const read = noticingSwaps(instantReader(context.dateOrder ?? 'ymd', requireZone(file, context.timezone)));
    const records = new JiscRecords();
    let header: readonly string[] | undefined;
    for await (const { line, cells, raw } of rows()) {
      if (!header) {
        header = cells;
        requireKnown({ line, cells, raw }, columns, 'the table', file.name, context);
        continue;
      }
      const ref = { file: file.name, line };
      const shifted = isShifted(cells, header.length);
      const row = shifted
        ? refusal('TOO_MANY_CELLS', 'STUDENT_ID', shiftedMessage)
        : jiscRow(namedCells(header, cells), read);
      const given = 'code' in row ? row : records.of(row);
      if ('code' in given) yield { reject: { ...given, raw }, ref };
      else yield* given.map((record): Extracted => ({ record, ref }));
    }
  },
};

function startTimes([header = [], ...rows]: Rows): string[] {
  return rows.map((cells) => namedCells(header, cells).start_time ?? '');
}

function isSwapped(text: string): boolean {
  return parseLocal(text, 'ymd') === undefined && parseLocal(text, 'ydm') !== undefined;
}

function noticingSwaps(read: ReadTime): ReadTime {
  return (text) => {
    const at = read(text);
    return typeof at === 'object' && isSwapped(text) ? { code: at.code, message: swappedMessage } : at;
  };
}
