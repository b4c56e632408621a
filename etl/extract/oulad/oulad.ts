import {
  type Context,
  defineConnector,
  type Detection,
  type Extracted,
  type FileHead,
  type SourceInput,
} from '../../connector.ts';
import { headRows } from '../../formats/head-rows.ts';
import { submissions } from './assessments.ts';
import { clicks } from './clicks.ts';
import { people } from './people.ts';
import { type Presentation, presentationsOf } from './presentation.ts';
import { columns, named, type Table, unreadColumns } from './tables.ts';

/** The Open University Learning Analytics Dataset: a folder of seven tables, one full batch. */
export const oulad = defineConnector({
  id: 'oulad',
  title: 'OULAD (Open University Learning Analytics Dataset)',
  about: {
    howToExport:
      'Download the data set from the Open University and point at its folder, or at a folder with the rows of one presentation. The days have no dates: option start=2014-02-03 names the first day; without it, presentations B begin on the first Monday of February and J on that of October.',
    records: ['activity', 'course', 'enrolment', 'outcome', 'person'],
    gives: [
      'page views with their number of rows and clicks, a record per student, page and day',
      'views of forums and online rooms, as object types forum and live',
      'enrolments from registration to unregistration, and outcomes',
      'assessments handed in',
    ],
    cannotGive: [
      'who talks to whom: forum rows are views, so there is a presence signal and no isolation score',
      'the hour of anything: every record stands at noon of its day',
      'gender, disability, age and deprivation bands: they are in the files and are not read',
    ],
    verifiedOn: 'EEE 2014B (694 students, 202,224 rows of page views)',
    verified: ['folder'],
    variants: ['folder'],
  },
  detect,

  async *extract(input: SourceInput, context: Context): AsyncGenerator<Extracted> {
    const { presentations, rejects } = await presentationsOf(input, context);
    yield* unreadColumns(input);
    yield* rejects;
    for (const presentation of presentations.values()) yield courseOf(presentation);
    yield* people(input, presentations);
    yield* submissions(input, presentations);
    yield* clicks(input, presentations);
  },
});

function detect({ bytes, siblings }: FileHead): Detection | undefined {
  const [header] = headRows(bytes, ',', 1);
  const mine = header && Object.values(columns).some((names) => names.every((name) => header.includes(name)));
  // assessments.csv and vle.csv of other systems might have these few columns; OULAD's always name module or student.
  if (!mine || !header.some((name) => name === 'code_module' || name === 'id_student')) return undefined;
  const missing = (Object.keys(columns) as Table[]).filter((table) => !siblings.some(named(table)));
  const problems = [
    ...missing.map((table) => `${table}.csv is missing: point at the folder.`),
    'The data hold no dates: say the first day with the option start, or the first Monday of February (B) or October (J) is taken.',
  ];
  return { variant: 'folder', confidence: missing.length === 0 ? 0.97 : 0.7, problems };
}

function courseOf({ key, module, title, startsOn, endsOn, timezone, ref }: Presentation): Extracted {
  const [starts, ends] = [startsOn.toString(), endsOn.toString()];
  const dates = { startsOn: starts, endsOn: ends, timezone };
  return { record: { type: 'course', key, title, code: module, ...dates, delivery: 'online' }, ref };
}
