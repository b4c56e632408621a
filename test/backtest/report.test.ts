import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { BacktestReport } from '@kith/etl/backtest/backtest.ts';
import { barChart } from '@kith/etl/backtest/report/bar-chart.ts';
import { asMarkdown } from '@kith/etl/backtest/report/markdown.ts';
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
const report: BacktestReport = {
  courses: ['ENV101', 'DAT101'],
  results: [
    {
      label: 'L5',
      title: 'planted as isolated',
      population: 'all',
      split: 'one course left out',
      ranking: 'Kith: the score',
      figures,
    },
    {
      label: 'L5',
      title: 'planted as isolated',
      population: 'all',
      split: 'one course left out',
      ranking: 'B1 days since last seen',
      figures: { ...figures, auc: 0.68, interval: null },
    },
  ],
  leadTimes: [
    { label: 'L5', title: 'planted as isolated', events: 12, listedBefore: 0.5, twoWeeksAhead: 0.25, medianWeeks: -3 },
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

test('a plot is SVG by itself, with what is meant in its title', () => {
  const svg = barChart('Precision <at> k', [{ title: 'A & B', value: 0.5, low: 0.4, high: 0.6 }], 0.17);
  expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
  expect(svg).toContain('<title>Precision &lt;at&gt; k</title>');
  expect(svg).toContain('A &amp; B');
  expect(svg).toContain('stroke-dasharray');
});

test('the folder holds the text, the numbers and a plot of each label and population', async () => {
  const { folder, remove } = await temporaryFolder();
  try {
    expect(await writeReport(folder, report)).toEqual(['report.md', 'report.json', 'L5-all.svg']);
    expect(JSON.parse(readFileSync(path.join(folder, 'report.json'), 'utf8'))).toEqual(report);
    expect(readFileSync(path.join(folder, 'report.md'), 'utf8')).toContain('(L5-all.svg)');
  } finally {
    await remove();
  }
});
