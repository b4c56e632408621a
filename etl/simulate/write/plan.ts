import type { University } from '../university.ts';
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
  readonly mode?: 'full';
}

export async function writePlan(files: Files, { calendar, courses }: University): Promise<IngestPlan> {
  const { timezone } = calendar;
  const steps: IngestStep[] = [
    { connector: 'oneroster', path: 'oneroster', source: 'sis', timezone, mode: 'full' },
    { connector: 'native', path: 'moodle/accounts', source: 'moodle', timezone },
    ...courses.map(({ code }) => ({
      connector: 'moodle-forum',
      path: `moodle/forum/${code}.csv`,
      source: 'moodle',
      course: code,
      timezone,
    })),
    { connector: 'native', path: 'teams-courses', source: 'teams', timezone },
    ...courses.map(({ code }) => ({
      connector: 'meeting-report',
      path: `teams/${code}`,
      source: 'teams',
      course: code,
      timezone,
    })),
    { connector: 'native', path: 'tutoring', source: 'tutoring', timezone },
    { connector: 'xapi', path: 'moodle-lrs/statements.ndjson.gz', source: 'moodle-lrs', timezone },
  ];
  const plan = { timezone, steps };
  await files.write(planFile, `${JSON.stringify(plan, null, 1)}\n`);
  return plan;
}
