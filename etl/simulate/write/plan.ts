import type { DateOrder } from '../../connector.ts';
import type { Scenario } from '../scenario.ts';
import type { University } from '../university.ts';
import { canvasCourse } from './canvas.ts';
import { type Files, planFile } from './files.ts';

/** The loads that bring a simulation in, in order: what `kith ingest` is called with. */
export interface IngestPlan {
  readonly timezone: string;
  readonly steps: readonly IngestStep[];
}

export interface IngestStep {
  readonly connector: string;
  /** Below the folder of the plan. */
  readonly path: string;
  /** Name of the source; the same person has another key in each. */
  readonly source: string;
  /** Key of the course in this source, where the files name none. */
  readonly course?: string;
  readonly timezone: string;
  /** Where the files do not say which order their dates have. */
  readonly dateOrder?: DateOrder;
  readonly mode?: 'full';
}

/** What of each connector a simulation writes: the formats that a test can send there and back. */
export const simulatedFormats = [
  { connector: 'oneroster', format: 'OneRoster 1.1 CSV, bulk' },
  { connector: 'moodle-forum', format: 'Moodle forum export, CSV' },
  { connector: 'canvas', format: 'Canvas REST answers: enrolments, topics, views' },
  { connector: 'meeting-report', format: 'Teams attendance report with sections, UTF-16LE' },
  { connector: 'meeting-report', format: 'Zoom participants with meeting data, CSV' },
  { connector: 'xapi', format: "statements of Moodle's plugin, NDJSON, gzip" },
  {
    connector: 'native',
    format: 'native tables: persons, courses, groups, breakouts, feedback, pulse, consents, declarations',
  },
] as const;

export async function writePlan(
  files: Files,
  { calendar, courses }: University,
  { importedTwice }: Pick<Scenario, 'importedTwice'>,
): Promise<IngestPlan> {
  const { timezone } = calendar;
  const placed = courses.map((course, at) => ({ ...course, at }));
  const having = (system: string) =>
    placed.filter(({ platform }) => platform.forum === system || platform.meetings === system);
  const own = (source: string, path: string): IngestStep[] =>
    having(source).length === 0 ? [] : [{ connector: 'native', path, source, timezone }];
  const steps: IngestStep[] = [
    { connector: 'oneroster', path: 'oneroster', source: 'sis', timezone, mode: 'full' },
    // Everybody's account, and what the store's statements are matched by, whichever forum their courses use.
    { connector: 'native', path: 'moodle/accounts', source: 'moodle', timezone },
    ...having('moodle').map(({ code }) => ({
      connector: 'moodle-forum',
      path: `moodle/forum/${code}.csv`,
      source: 'moodle',
      course: code,
      timezone,
    })),
    ...own('canvas', 'canvas-courses'),
    ...having('canvas').map(({ code, at }) => ({
      connector: 'canvas',
      path: `canvas/${code}`,
      source: 'canvas',
      course: canvasCourse(at),
      timezone,
    })),
    ...own('teams', 'teams-courses'),
    ...having('teams').map(({ code }) => ({
      connector: 'meeting-report',
      path: `teams/${code}`,
      source: 'teams',
      course: code,
      timezone,
    })),
    ...own('zoom', 'zoom-courses'),
    ...having('zoom').map(({ code }) => ({
      connector: 'meeting-report',
      path: `zoom/${code}`,
      source: 'zoom',
      course: code,
      timezone,
      dateOrder: 'mdy' as const,
    })),
    { connector: 'native', path: 'tutoring', source: 'tutoring', timezone },
    { connector: 'xapi', path: 'moodle-lrs/statements.ndjson.gz', source: 'moodle-lrs', timezone },
  ];
  const plan = { timezone, steps: importedTwice ? steps.flatMap((step) => [step, step]) : steps };
  await files.write(planFile, `${JSON.stringify(plan, null, 1)}\n`);
  return plan;
}
