import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { BacktestReport } from '@kith/etl/backtest/backtest.ts';
import { curveGrid } from '@kith/etl/backtest/metrics/curves.ts';
import { asMarkdown } from '@kith/etl/backtest/report/markdown.ts';
import { toldOf } from '@kith/etl/backtest/keep/told.ts';
import { writeReport } from '@kith/etl/backtest/report/write-report.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const figures = {
  courseWeeks: 9,
  cases: 500,
  learners: 60,
  prevalence: 0.17,
  precisionAtK: 0.91,
  recallAtK: 0.3,
  auc: 0.961,
  averagePrecision: 0.88,
  interval: { low: 0.93, high: 0.98 },
};
const line = curveGrid.map((x) => x);
const group = (name: string) => ({
  group: name,
  learners: 30,
  area: 0.02,
  interval: { low: 0.01, high: 0.09 },
  p: 0.4,
});
const report: BacktestReport = {
  courses: ['ENV101', 'DAT101'],
  digest: 'a'.repeat(64),
  curves: [
    {
      label: 'L5',
      population: 'all',
      split: 'one course left out',
      ranking: 'Kith: the score',
      roc: line,
      precision: line,
      lift: line.map((x) => 3 - 2 * x),
    },
  ],
  bands: [{ label: 'L5', band: 'high', learners: 12, learnerWeeks: 40, rate: 0.9, interval: { low: 0.7, high: 0.97 } }],
  between: [{ label: 'L5', attribute: 'region', groups: [group('<north>'), group('south')] }],
  results: [
    {
      label: 'L5',
      title: 'planted as isolated',
      population: 'all',
      split: 'one course left out',
      ranking: 'Kith: the score',
      events: 20,
      figures,
    },
    {
      label: 'L5',
      title: 'planted as isolated',
      population: 'all',
      split: 'one course left out',
      ranking: 'B1 days since last seen',
      events: 20,
      figures: { ...figures, auc: 0.68, interval: null },
    },
  ],
  leadTimes: [
    {
      label: 'L5',
      title: 'planted as isolated',
      events: 12,
      listedBefore: 0.5,
      twoWeeksAhead: 0.25,
      medianWeeks: -3,
      byWeeks: [],
    },
  ],
  stability: { alertsPer100: 4.31, bandChanges: 0.036, learnerWeeks: 500 },
  slices: [],
  found: [{ archetype: 'unheard_helper', heldOut: true, learnerWeeks: 30, share: 0.51 }],
  calibration: { label: 'L5', refused: ['There is 1 past presentation; 2 are needed.'] },
};

test('the report leads with precision at k beside the prevalence, and says how many it rests on', () => {
  const text = asMarkdown(report);
  const [header] = /\| ranking .*/.exec(text)!;
  expect(header.indexOf('precision at k')).toBeLessThan(header.indexOf('prevalence'));
  expect(header.indexOf('prevalence')).toBeLessThan(header.indexOf('ROC AUC'));
  expect(text).toContain('| Kith: the score | 0.91 | 0.17 | 0.30 | 0.961 (0.930–0.980) | 0.880 |');
  expect(text).toContain('9 course-weeks, 60 learners, 500 learner-weeks');
});

test('beside the rankings it says how early, how restless, what was held out, and why there is no probability', () => {
  const text = asMarkdown(report);
  expect(text).toContain('4.3 alerts per 100 learners and week. 4 % of learner-weeks');
  expect(text).toContain('| L5 | 12 | 50 % | 25 % | -3 |');
  expect(text).toContain('| **unheard_helper** (held out of every default) | 30 | 51 % |');
  expect(text).toContain(
    'None is learned, and Kith stays with its defaults. There is 1 past presentation; 2 are needed.',
  );
  expect(asMarkdown({ ...report, found: [] })).toContain('kith simulate --scenario held-out');
});

test('the folder holds the text, the numbers and every plot, each a picture by itself', async () => {
  const { folder, remove } = await temporaryFolder();
  try {
    const calibrated: BacktestReport = {
      ...report,
      leadTimes: [{ ...report.leadTimes[0]!, byWeeks: [{ weeks: -1, learners: 4 }] }],
      calibration: {
        label: 'L5',
        refused: null,
        learned: 'the score alone',
        aucAlone: 0.7,
        aucConcerns: 0.7,
        weights: { score: 1 },
        later: { brier: 0.1, ece: 0.02, bins: [{ from: 0.2, cases: 30, foretold: 0.25, observed: 0.3 }] },
      },
    };
    const plots = ['all-precision-at-k', 'all-roc', 'all-precision-recall', 'all-lift', 'lead-times', 'bands'];
    const files = [...plots, 'abroca-region', 'reliability'].map((name) => `L5-${name}.svg`);
    expect(await writeReport(folder, calibrated)).toEqual(['report.md', 'report.json', ...files]);
    expect(JSON.parse(readFileSync(path.join(folder, 'report.json'), 'utf8'))).toEqual(calibrated);
    const text = readFileSync(path.join(folder, 'report.md'), 'utf8');
    for (const file of files) {
      expect(text).toContain(`(${file})`);
      const svg = readFileSync(path.join(folder, file), 'utf8');
      expect(svg).toMatch(/^<svg [^>]*xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
      expect(svg).not.toMatch(/NaN|undefined|<north>/);
    }
    expect(readFileSync(path.join(folder, 'L5-abroca-region.svg'), 'utf8')).toContain('&lt;north&gt;');
  } finally {
    await remove();
  }
});

test('a page is told of no label for few of whom it came, or did not', () => {
  const told = toldOf(report);
  expect(told.results).toHaveLength(2);
  expect(JSON.stringify(told.plots)).not.toContain('#');
  const [lead] = report.leadTimes;
  const none = { results: [], leadTimes: [], bands: [], between: [], plots: [], calibration: null };
  const few = toldOf({ ...report, leadTimes: [{ ...lead!, events: 4 }] });
  expect(few).toMatchObject(none);
  expect(few.leftOut).toEqual([{ label: 'L5', title: 'planted as isolated' }]);
  expect(toldOf({ ...report, results: report.results.map((one) => ({ ...one, events: 56 })) })).toMatchObject(none);
});

test('nor of a population with few of either, though the label stands', () => {
  const active = { ...report.results[0]!, population: 'active in the last 14 days' as const, events: 4 };
  expect(toldOf({ ...report, results: [...report.results, active] }).results).toEqual(report.results);
});
