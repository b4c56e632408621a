import type { BacktestReport } from '@kith/etl/backtest/backtest.ts';

const grid = Array.from({ length: 21 }, (_, at) => at / 20);
const interval = { low: 0.2, high: 0.6 };
const shared = { population: 'all', split: 'one course left out' } as const;
const figures = { courseWeeks: 9, cases: 500, learners: 60, prevalence: 0.17, precisionAtK: 0.91, recallAtK: 0.3 };
const of = (label: 'L2' | 'L5') => ({ label, title: label });
const each = [
  'Kith: the score',
  'B1 days since last seen',
  'B2 active days in 14',
  'B3 posts',
  'B4 peers',
  'B5 learned',
];
const groups = ['north', 'south'].map((group) => ({ group, learners: 30, interval, p: 0.4 }));
const both = ['L2', 'L5'] as const;

/** Of enough learners to be told of, which the universities of the tests have not. */
export const backtestReport: BacktestReport = {
  courses: ['OWN101'],
  digest: 'a'.repeat(64),
  results: both.flatMap((label) =>
    each.map((ranking) => ({
      ...{ ...of(label), ...shared, ranking },
      events: 20,
      figures: { ...figures, auc: 0.96, averagePrecision: 0.8, interval },
    })),
  ),
  curves: both.flatMap((label) =>
    each.map((ranking, at) => ({
      ...{ label, ...shared, ranking },
      roc: grid.map((x) => x ** (1 / (7 - at))),
      precision: grid.map((x) => 1 - x * (0.5 + at / 20)),
      lift: grid.map((x) => 1 + (1 - x) * (5 - at / 2)),
    })),
  ),
  leadTimes: both.map((label) => ({
    ...{ ...of(label), events: 40, listedBefore: 0.6, twoWeeksAhead: 0.225, medianWeeks: 1 },
    byWeeks: [-1, 0, 1, 2].map((weeks) => ({ weeks, learners: 7 + weeks })),
  })),
  stability: { alertsPer100: 4.3, bandChanges: 0.04, learnerWeeks: 500 },
  bands: both.flatMap((label) =>
    (['connected', 'high'] as const).map((band) => ({
      ...{ label, band, learners: 20, learnerWeeks: 90 },
      ...{ rate: band === 'high' ? 0.5 : 0.3, interval },
    })),
  ),
  slices: both.map((label) => ({
    ...{ ...of(label), attribute: 'region', points: 30 },
    check: { groups: groups.map(({ p: _, ...own }) => ({ ...own, rate: 0.4 })), ratio: 1, p: 0.4, alarm: false },
  })),
  between: both.map((label) => ({
    ...{ label, attribute: 'region' },
    groups: groups.map((own) => ({ ...own, area: 0.3 })),
  })),
  found: [{ archetype: 'unheard_helper', heldOut: true, learnerWeeks: 30, share: 0.51 }],
  calibration: { label: 'L5', refused: ['There is 1 past presentation; 2 are needed.'] },
};
