import { readFile } from 'node:fs/promises';
import path from 'node:path';

import { backtest as runBacktest } from '../backtest/backtest.ts';
import { keepBacktest } from '../backtest/keep/keep.ts';
import { labelIds, type LabelId } from '../backtest/labels.ts';
import { writeReport } from '../backtest/report/write-report.ts';
import { testedCourse, type TestedCourse } from '../backtest/tested-course.ts';
import { courseNamed } from '../organisation/courses.ts';
import type { Truth } from '../simulate/write/truth.ts';
import { courseToReplay } from './as-of.ts';
import { defineCommand } from './command.ts';
import { Failure, UsageError } from './trouble.ts';
import { whole } from './values.ts';

export const backtest = defineCommand({
  name: 'backtest',
  summary: 'Hold the score against what came afterwards, on courses that are over',
  usage: ['backtest <course…> [--out <folder>] [--truth <file>] [--known-then] [--draws <n>] [--calibrate <label>]'],
  options: {
    out: {
      type: 'string',
      value: 'folder',
      about: 'Where report.md, report.json and the plots go; backtest unless told',
    },
    truth: { type: 'string', value: 'file', about: 'truth.json of a simulation: adds the label L5' },
    'known-then': {
      type: 'boolean',
      about: 'Only what had been loaded by then; nothing of a course loaded afterwards',
    },
    calibrate: {
      type: 'string',
      value: 'label',
      about: 'L1 to L5: a probability beside the score, learned on earlier presentations and tried on the last',
    },
    draws: { type: 'string', value: 'n', about: 'Of the bootstrap over learners; 100 unless told' },
  },
  examples: ['backtest DLT1', 'backtest ENV101 DAT101 --truth demo-data/truth.json --out report'],

  async run({ db, institution, out, progress }, { values, words }) {
    if (words.length === 0) throw new UsageError('Name at least one course.');
    const { institutionId } = await institution();
    const open = await db();
    const truth = values.truth === undefined ? undefined : await truthIn(values.truth);
    const now = new Date();
    const line = progress('Reading courses');
    const courses: TestedCourse[] = [];
    const courseIds: number[] = [];
    const asKnownThen = values['known-then'] === true;
    for (const [at, word] of words.entries()) {
      line.update(at, words.length);
      const course = await courseToReplay(open, institutionId, await courseNamed(open, institutionId, word));
      courses.push(await testedCourse(open, course, word, { now, truth, asKnownThen }));
      courseIds.push(course.courseId);
    }
    line.end();
    const report = runBacktest(courses, {
      draws: whole('--draws', values.draws) ?? 100,
      calibrate: labelAsked(values.calibrate),
    });
    if (report.results.length === 0) {
      throw new Failure(
        'Nothing could be tested: in no week did something come for some and not for others.',
        'A course must be over, and its weeks must reach beyond what the labels look ahead.',
      );
    }
    const folder = path.resolve(values.out ?? 'backtest');
    await writeReport(folder, report);
    await keepBacktest(open, report, { institutionId, courseIds, asKnownThen, now });
    out.rows(
      report.results.map(({ label, population, split, ranking, figures }) => ({
        label,
        population,
        split,
        ranking,
        precisionAtK: Number(figures.precisionAtK.toFixed(3)),
        prevalence: Number(figures.prevalence.toFixed(3)),
        auc: Number(figures.auc.toFixed(3)),
      })),
      {
        label: 'label',
        population: 'population',
        split: 'split',
        ranking: 'ranking',
        precisionAtK: 'precision at k',
        prevalence: 'prevalence',
        auc: 'ROC AUC',
      },
    );
    for (const sentence of report.calibration?.refused ?? []) out.say(`No probability is learned: ${sentence}`);
    out.say(`report.md and the plots are in ${folder}. Researchers find it under /backtests.`);
    return 0;
  },
});

function labelAsked(asked: string | undefined): LabelId | undefined {
  if (asked === undefined) return undefined;
  const label = labelIds.find((id) => id === asked.toUpperCase());
  if (!label) throw new UsageError(`There is no label ${asked}. There are: ${labelIds.join(', ')}.`);
  return label;
}

async function truthIn(file: string): Promise<Truth> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Truth;
  } catch {
    throw new Failure(`${file} is no truth of a simulation.`, 'kith simulate writes truth.json beside the files.');
  }
}
