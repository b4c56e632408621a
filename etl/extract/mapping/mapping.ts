import { type Context, defineConnector, type Extracted, type SourceInput, UnreadableFile } from '../../connector.ts';
import { decideDateOrder } from '../../formats/date-order.ts';
import { keyOf } from '../../formats/natural-key.ts';
import { leftOut } from '../../formats/surprise.ts';
import { head } from '../../formats/source.ts';
import { type RecordInput, recordTypes } from '../../records/record.ts';
import type { DateReading } from './fields.ts';
import { Mapping } from './mapping-file.ts';
import { type Laid, matched, sectionFor } from './match.ts';
import { shippedMappings } from './read-mapping.ts';
import { dateTexts, type IsNew, type Matched, sectionRows } from './section-rows.ts';

/** Any CSV, by a YAML file that says what its columns mean. */
export const mapping = defineConnector({
  id: 'mapping',
  title: 'Any CSV, by a mapping file',
  about: {
    howToExport:
      'Export the table as CSV with a header row and describe its columns in a small YAML file (--map file.yaml), or name ' +
      'a mapping that comes with Kith (--map dlt1: the MOOC-Ed forum network DLT1, edge list and nodes; --map udemy-activity: the reports of user course activity and of assessments of Udemy Business).',
    records: recordTypes,
    gives: ['every record whose fields stand in columns or are the same for all rows'],
    cannotGive: [
      'records that need several rows, such as a survey in long form',
      'for dlt1: the opening posts and the parents of replies; they are not in the file, only who was answered is',
      'for udemy-activity: questions and answers (the reports have none; the connector udemy reads them), and any tie between learners',
    ],
    verifiedOn: 'udemy-activity: unverified; dlt1: DLT1 Edgelist.csv and DLT1 Nodes.csv of doi:10.7910/DVN/ZZH3UB',
    verified: ['dlt1'],
    variants: ['dlt1', 'own', 'udemy-activity', 'udemy-assessments'],
  },

  detect({ bytes }) {
    const known = shippedMappings().find((each) => sectionFor(bytes, each));
    return known && { variant: known.id, confidence: 0.9, problems: [] };
  },

  async *extract(input, context) {
    const map = context.map === undefined ? await fittingMapping(input) : Mapping.parse(context.map);
    const files = await matched(input, map, context);
    const tables = files.filter((file) => file.section !== undefined);
    const dates = await datesOf(tables, map, context);
    yield* withConstants(constantRecords(map), input, rowsOf(files, map, dates, novelty(map)));
  },
});

async function* rowsOf(
  files: readonly Laid[],
  map: Mapping,
  dates: DateReading,
  isNew: IsNew,
): AsyncGenerator<Extracted> {
  for (const file of files) {
    if (file.section) yield* sectionRows(file, map, dates, isNew);
    else yield leftOut(file.file, 'not a CSV file');
  }
}

/** What the mapping itself says comes with the first row that is read: rows are counted, and it is none of its own. */
async function* withConstants(
  records: readonly RecordInput[],
  { files, path }: SourceInput,
  rows: AsyncIterable<Extracted>,
): AsyncGenerator<Extracted> {
  let waiting = records;
  for await (const item of rows) {
    if ('record' in item) {
      for (const record of waiting) yield { record, ref: item.ref };
      waiting = [];
    }
    yield item;
  }
  for (const record of waiting) yield { record, ref: { file: files[0]?.name ?? path, line: 1 } };
}

async function fittingMapping({ files, path }: SourceInput): Promise<Mapping> {
  const heads = await Promise.all(files.map((file) => head(file)));
  const fitting = shippedMappings().find((each) => heads.some((bytes) => sectionFor(bytes, each)));
  if (fitting) return fitting;
  const known = shippedMappings().map(({ id }) => id);
  const hint = `Say --map with your file, or with one that comes with Kith: ${known.join(', ')}.`;
  throw new UnreadableFile('NO_MAPPING', path, 'No mapping says what these columns mean.', hint);
}

/** What is the same for all rows: the records written out in the mapping, and the staff it names. */
function constantRecords({ course, records, staff }: Mapping): RecordInput[] {
  const inCourse = course === undefined ? {} : { course };
  const enrolments = (staff?.people ?? []).map((person) => {
    return { type: 'enrolment', key: keyOf(person, course, staff?.role, ''), ...inCourse, person, role: staff?.role };
  });
  // Checked against their schemas when the mapping was read.
  return [...records.map((record) => ({ ...record })), ...enrolments] as RecordInput[];
}

function novelty({ staff }: Mapping): IsNew {
  const introduced = new Set<string>();
  const named = new Set(staff?.people);
  return (record, once) => {
    if (record.type === 'enrolment' && named.has(record.person)) return false;
    if (!once) return true;
    const key = keyOf(record.type, record.key);
    return !introduced.has(key) && Boolean(introduced.add(key));
  };
}

/** The order of day, month and year: as the person says, as the mapping says, else decided from all dates of a file. */
async function datesOf(tables: readonly Matched[], map: Mapping, context: Context): Promise<DateReading> {
  const zone = context.timezone ?? map.timezone;
  const { order: mapped, unix } = map.dates;
  const order = context.dateOrder ?? mapped;
  if (order !== undefined || unix !== undefined) return { order: order ?? 'ymd', zone, unix };
  for (const table of tables) {
    const texts = await dateTexts(table, map);
    if (texts.size === 0) continue;
    const decision = decideDateOrder([...texts]);
    if ('order' in decision) return { order: decision.order, zone };
    const [code, message] =
      'ambiguous' in decision
        ? (['AMBIGUOUS_DATE', `${decision.readings.join(', or ')}.`] as const)
        : (['MIXED_DATES', 'The dates of this file follow no one order of day, month and year.'] as const);
    const hint = 'Write dates: { order: dmy } (or mdy, ymd, ydm) into the mapping, or say --date-order.';
    throw new UnreadableFile(code, table.file.name, message, hint);
  }
  return { order: 'ymd', zone };
}
