import path from 'node:path';

import { BadScenario, readScenario, shippedScenarios } from '../simulate/read-scenario.ts';
import type { Scenario } from '../simulate/scenario.ts';
import { simulate as simulateUniversity } from '../simulate/simulate.ts';
import { defineCommand } from './command.ts';
import { Failure } from './trouble.ts';
import { instant, required, whole } from './values.ts';

export const simulate = defineCommand({
  name: 'simulate',
  summary: 'Write a university as the files its systems would export, with planted truths',
  usage: [
    'simulate --out <folder> [--scenario <name|file>] [--seed <n>] [--students <n>] [--courses <n>] [--weeks <n>]',
  ],
  options: {
    out: { type: 'string', value: 'folder', about: 'New, empty, or an earlier simulation, which is written over' },
    scenario: {
      type: 'string',
      value: 'name|file',
      about: `A YAML file, or one of ${shippedScenarios.join(', ')}; demo unless told`,
    },
    seed: { type: 'string', value: 'n', about: "The same seed gives the same files; the scenario's unless told" },
    students: { type: 'string', value: 'n', about: "The scenario's unless told, instead of its class size" },
    courses: { type: 'string', value: 'n', about: "The scenario's unless told" },
    weeks: { type: 'string', value: 'n', about: "The scenario's unless told" },
    now: { type: 'string', value: 'instant', about: 'The last week is the last whole one before it; now unless told' },
  },
  examples: [
    'simulate --out demo-data',
    'simulate --out small --seed 7 --students 200 --courses 3 --weeks 6',
    'simulate --out truth --scenario planted-truth',
  ],

  async run({ out, progress }, { values }) {
    const folder = path.resolve(required('--out', values.out));
    const own = {
      seed: whole('--seed', values.seed, 0),
      students: whole('--students', values.students),
      courses: whole('--courses', values.courses),
      weeks: whole('--weeks', values.weeks),
    };
    const now = instant('--now', values.now);
    const scenario = await scenarioFor(values.scenario ?? 'demo', own);
    const line = progress('Writing');
    const { plan, ...summary } = await simulateUniversity({
      out: folder,
      scenario,
      now,
      onProgress: (share) => line.update(share, 1),
    }).finally(() => line.end());
    out.one({ ...summary, loads: plan.steps.length });
    out.say(`ingest.json there lists the loads in order. "kith demo" does all of it.`);
    return 0;
  },
});

/** A scenario with what is said beside it. Learners in all take the place of a class size. */
export async function scenarioFor(
  name: string,
  own: Readonly<Record<'seed' | 'students' | 'courses' | 'weeks', number | undefined>>,
): Promise<Scenario> {
  const read = await readScenario(name).catch((error: unknown) => {
    if (error instanceof BadScenario) throw new Failure(error.message, error.hint);
    throw error;
  });
  const said = Object.fromEntries(Object.entries(own).filter(([, value]) => value !== undefined));
  return { ...read, ...(own.students !== undefined && { classSize: undefined }), ...said };
}
