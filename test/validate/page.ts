import type { Result } from '@kith/etl/backtest/backtest.ts';
import type { PlantedFigures } from '@kith/etl/backtest/planted-figures.ts';
import { heldOut } from '@kith/etl/simulate/archetypes.ts';

import { fairness, share, table } from './tables.ts';
import { faultSection, plantedSection } from './planted-sections.ts';
import { anchors, claims, nightly } from './words.ts';
import type { Kept } from './kept.ts';
import { missed } from './promises.ts';

/** docs/validation.md, from what was kept. */
export function page(kept: Kept): string {
  const planted = kept['planted-truth'] ?? [];
  const parts = [
    '# Validation',
    'Made by `npm run validate -- --keep` from the runs in [validation.json](validation.json). Planted figures go through the ' +
      'shipped pipeline, from files to alerts; how people behave there is in [simulator.md](simulator.md). Figures on real data ' +
      'come from `kith backtest`. Nothing was fitted to them.',
    '## Promises that are not met',
    missed(kept)
      .map((promise) => `- ${promise}`)
      .join('\n') || 'None, in the runs below.',
    'Every seed that was run with the simulator as it is now is shown; the other promises hold on all of them.',
    ...(planted.length > 0 ? [plantedSection(planted)] : []),
    ...(kept['held-out'] ? [heldOutSection(kept['held-out'].figures)] : []),
    ...(kept['course-faults'] ? [faultSection(kept['course-faults'])] : []),
    ...(kept['night-sessions']
      ? [
          '## Fairness: sessions at night for one region',
          'How often connected learners reach 30 and 45 points, by region, where every session is at night for those abroad and ' +
            'hardly any of them comes. Cells under 10 learners would not be shown.',
          fairness('30 points', kept['night-sessions'].figures.at30),
          fairness('45 points', kept['night-sessions'].figures.at45),
          nightly,
        ]
      : []),
    ...realSection('DLT1, a forum of 443 learners', kept.dlt1?.figures),
    ...realSection('OULAD EEE 2014B, views only: the presence signal', kept.oulad?.figures),
    '## Published and measured anchors',
    anchors,
    '## What Kith does not claim',
    claims,
  ];
  return `${parts.join('\n\n')}\n`;
}

function heldOutSection({ courses, recall, caught, auc, alerts }: PlantedFigures): string {
  return [
    '## An archetype that nothing was placed by',
    `\`${heldOut}\` answers many, and nobody answers back. No weight, band or rule of Kith was looked at with it. With 5 % of them in ` +
      `each of ${courses} courses: ${share(recall[heldOut])} of their weeks are found at 5 % false positives, ${share(caught[heldOut])} of them are ` +
      `listed at least once; over everybody the ROC AUC is ${auc.toFixed(3)} and the precision of alerts ${alerts.precision.toFixed(2)}.`,
  ].join('\n\n');
}

function realSection(title: string, results: readonly Result[] | undefined): string[] {
  if (!results) return [];
  const rows = results.map(({ label, population, ranking, figures }) => [
    label,
    population,
    ranking,
    figures.precisionAtK.toFixed(2),
    figures.prevalence.toFixed(2),
    figures.auc.toFixed(3),
    figures.interval ? `${figures.interval.low.toFixed(3)} to ${figures.interval.high.toFixed(3)}` : '',
  ]);
  const labels = [...new Map(results.map((one) => [one.label, one.title]))].map(([id, said]) => `${id}: ${said}.`);
  return [
    `## ${title}`,
    labels.join(' '),
    table(['label', 'population', 'ranking', 'precision at k', 'prevalence', 'ROC AUC', '95 % interval'], rows),
  ];
}
