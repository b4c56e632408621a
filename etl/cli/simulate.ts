import path from 'node:path';

import { simulate as simulateUniversity } from '../simulate/simulate.ts';
import { defineCommand } from './command.ts';
import { instant, required, whole } from './values.ts';

export const simulate = defineCommand({
  name: 'simulate',
  summary: 'Write a small university as the files its systems would export, with planted truths',
  usage: ['simulate --out <folder> [--seed <n>] [--students <n>] [--courses <n>] [--weeks <n>]'],
  options: {
    out: { type: 'string', value: 'folder', about: 'New, empty, or an earlier simulation, which is written over' },
    seed: { type: 'string', value: 'n', about: 'The same seed gives the same files; 1 unless told' },
    students: { type: 'string', value: 'n', about: '900 unless told' },
    courses: { type: 'string', value: 'n', about: '12 unless told' },
    weeks: { type: 'string', value: 'n', about: '10 unless told' },
    now: { type: 'string', value: 'instant', about: 'The last week is the last whole one before it; now unless told' },
  },
  examples: ['simulate --out demo-data', 'simulate --out demo-data --seed 7 --students 200 --courses 3 --weeks 6'],

  async run({ out, progress }, { values }) {
    const folder = path.resolve(required('--out', values.out));
    const sizes = {
      seed: whole('--seed', values.seed, 0),
      students: whole('--students', values.students),
      courses: whole('--courses', values.courses),
      weeks: whole('--weeks', values.weeks),
      now: instant('--now', values.now),
    };
    const line = progress('Writing');
    const { plan, ...summary } = await simulateUniversity({
      out: folder,
      ...sizes,
      onProgress: (share) => line.update(share, 1),
    }).finally(() => line.end());
    out.one({ ...summary, loads: plan.steps.length });
    out.say(`ingest.json there lists the loads in order. "kith demo" does all of it.`);
    return 0;
  },
});
