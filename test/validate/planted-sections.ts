import type { FaultCut } from '@kith/etl/backtest/course-faults.ts';
import type { PlantedFigures } from '@kith/etl/backtest/planted-figures.ts';

import type { Part } from './kept.ts';
import { share, table } from './tables.ts';

/** One line a seed, so that none can be chosen. */
const columns: readonly (readonly [title: string, promised: string, (figures: PlantedFigures) => string])[] = [
  ['precision of alerts', '≥ 0.82', ({ alerts }) => alerts.precision.toFixed(2)],
  ['alerts per 100 learners and week', '≤ 5', ({ alerts }) => alerts.per100.toFixed(1)],
  ['from week 3 on', '', ({ alerts }) => alerts.per100Listing.toFixed(1)],
  ['ROC AUC', '≥ 0.96', ({ auc }) => auc.toFixed(3)],
  ['of recency', '0.20 less', ({ recencyAuc }) => recencyAuc.toFixed(3)],
  ['macro-recall at 5 %', '≥ 0.80', (one) => one.macroRecall.toFixed(3)],
  ['rejected posters listed', '≥ 0.75', ({ caught }) => share(caught.rejected_poster)],
  ['`no_data` scored', '0', ({ noDataScored }) => String(noDataScored)],
  ['`offline_connected` listed', '0', ({ caught }) => share(caught.offline_connected)],
  ['`attends_silent` "high"', '0', ({ silentHigh }) => String(silentHigh)],
  ['connected from 30 / 45 / 60', '', ({ connectedAt }) => connectedAt.map((value) => value.toFixed(3)).join(' / ')],
];

export function plantedSection(runs: readonly Part<PlantedFigures>[]): string {
  const kinds = Object.keys(runs[0]!.figures.recall);
  return [
    '## Planted truth: 20 courses of 60',
    'Means over course-weeks from week 3 on, when alerts begin; who declared a study group elsewhere is `offline_connected`. Borderline ' +
      'archetypes, and who is on the way from connected to faded, are in no area and count half in the precision of alerts. The ' +
      'prototype had 0.09 / 0.02 / 0.003 of connected learner-weeks from 30 / 45 / 60 points.',
    table(
      ['seed', ...columns.map(([title]) => title)],
      [
        ['promised', ...columns.map(([, promised]) => promised)],
        ...runs.map(({ seed, figures }) => [String(seed), ...columns.map(([, , of]) => of(figures))]),
      ],
    ),
    'By archetype: share of weeks found at 5 % false positives / share of learners listed at least once.',
    table(
      ['seed', ...kinds],
      runs.map(({ seed, figures: { recall, caught } }) => [
        String(seed),
        ...kinds.map((kind) => `${share(recall[kind])} / ${share(caught[kind])}`),
      ]),
    ),
  ].join('\n\n');
}

export function faultSection(runs: readonly Part<readonly FaultCut[]>[]): string {
  const [first] = runs;
  return [
    '## Courses with one fault',
    'Points lost in weeks 5 to 12 against healthy courses of the same run, two courses each, of the indicator / of the theme. Promised: 30 and 9; of ' +
      'the quiet forum only the theme. A healthy course here has a third of the usual isolated learners ' +
      '([ADR 195](adr/0195-what-is-planted.md)).',
    table(
      ['fault', 'indicator, theme', ...runs.map(({ seed }) => `seed ${seed}`)],
      first!.figures.map(({ plant, indicator, theme }) => [
        plant,
        indicator === '' ? theme : `${indicator}, ${theme}`,
        ...runs.map(({ figures }) => cutOf(figures.find((one) => one.plant === plant))),
      ]),
    ),
  ].join('\n\n');
}

const cutOf = (cut: FaultCut | undefined): string =>
  cut === undefined
    ? '–'
    : cut.indicator === ''
      ? cut.themeCut.toFixed(0)
      : `${cut.indicatorCut.toFixed(0)} / ${cut.themeCut.toFixed(0)}`;
