import type { PlantedFigures } from '@kith/etl/backtest/planted-figures.ts';

import type { Kept } from './kept.ts';

/** What is promised of twenty planted courses, on any seed. */
const planted: readonly (readonly [promise: string, met: (figures: PlantedFigures) => boolean])[] = [
  ['ROC AUC of at least 0.96', ({ auc }) => auc >= 0.96],
  ['recency beaten by at least 0.20', ({ auc, recencyAuc }) => auc - recencyAuc >= 0.2],
  ['macro-recall of at least 0.80 at 5 % false positives', ({ macroRecall }) => macroRecall >= 0.8],
  ['at most 5 alerts per 100 learners and week', ({ alerts }) => alerts.per100 <= 5],
  ['a precision of alerts of at least 0.82', ({ alerts }) => alerts.precision >= 0.82],
  ['three of four rejected posters listed by the end', ({ caught }) => (caught.rejected_poster ?? 0) >= 0.75],
  ['no score without data', ({ noDataScored }) => noDataScored === 0],
  ['nobody listed who declared company elsewhere', ({ caught }) => caught.offline_connected === 0],
  ['`attends_silent` never "high"', ({ silentHigh }) => silentHigh === 0],
];

/** The promises that the kept runs do not meet, in words. */
export function missed(kept: Kept): readonly string[] {
  const truth = (kept['planted-truth'] ?? []).flatMap(({ seed, figures }) =>
    planted.filter(([, met]) => !met(figures)).map(([promise]) => `planted truth, seed ${seed}: ${promise}`),
  );
  const faults = (kept['course-faults'] ?? []).flatMap(({ seed, figures }) =>
    figures.flatMap(({ plant, indicator, theme, ...cut }) => [
      ...(indicator !== '' && cut.indicatorCut < 30 ? [`${plant}, seed ${seed}: 30 points of ${indicator}`] : []),
      ...(cut.themeCut < 9 ? [`${plant}, seed ${seed}: 9 points of ${theme}`] : []),
    ]),
  );
  const night = kept['night-sessions'];
  const alarms = night ? ([30, 45] as const).filter((points) => night.figures[`at${points}`].alarm) : [];
  return [...truth, ...faults, ...alarms.map((points) => `sessions at night: no alarm at ${points} points`)];
}
