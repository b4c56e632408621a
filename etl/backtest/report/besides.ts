import type { BacktestReport } from '../backtest.ts';
import type { CalibrationOutcome } from '../calibrate/calibrated.ts';
import type { Slice } from '../term/slices.ts';

/** What a report says beside the rankings: when, how restless, of whom, and with what probability. */
export function besides({ leadTimes, stability, slices, found, calibration }: BacktestReport): readonly string[] {
  return [
    `## How early, and how restless

${stability.alertsPer100.toFixed(1)} alerts per 100 learners and week. ${
      stability.bandChanges === null
        ? 'No learner was seen in two weeks in a row.'
        : `${percent(stability.bandChanges)} of learner-weeks have another band than the week before.`
    }`,
    table(
      ['label', 'learners', 'listed by then', 'two weeks ahead', 'median weeks ahead, of those listed'],
      leadTimes.map(({ label, events, listedBefore, twoWeeksAhead, medianWeeks }) => [
        label,
        String(events),
        percent(listedBefore),
        percent(twoWeeksAhead),
        medianWeeks === null ? 'nobody was' : String(medianWeeks),
      ]),
    ),
    '## Whose weeks reach so many points although nothing came',
    slices.length === 0
      ? 'All learners are alike in region, time zone and group work, or nothing is known of them.'
      : 'Groups under ten learners say their size and nothing else. p: how often groups dealt at random differ as much. An alarm ' +
        'needs 30 learners in every group, a ratio above 1.5 and p of 0.01 at most.',
    ...[...Map.groupBy(slices, ({ label, attribute }) => `${label} by ${attribute}`)].map(sliceTable),
    '## An archetype that nothing was placed by',
    found.length === 0
      ? 'No truth was planted in these courses. `kith simulate --scenario held-out` plants one, with an archetype that no weight, ' +
        'band or rule of Kith was looked at with.'
      : table(
          ['archetype', 'learner-weeks', 'found at 5 % false positives'],
          found.map(({ archetype, heldOut, learnerWeeks, share }) => [
            heldOut ? `**${archetype}** (held out of every default)` : archetype,
            String(learnerWeeks),
            share === null ? 'none planted' : percent(share),
          ]),
        ),
    ...(calibration === null ? [] : calibrationSection(calibration)),
  ];
}

function sliceTable([title, slices]: [string, readonly Slice[]]): string {
  const rows = slices.flatMap(({ points, check: { groups, ratio, p, alarm } }) => [
    ...groups.map(({ group, learners, rate, interval }) => [
      `${points}`,
      group,
      String(learners),
      rate === null ? '' : percent(rate),
      interval ? `${percent(interval.low)} to ${percent(interval.high)}` : '',
    ]),
    [
      `${points}`,
      alarm ? '**alarm**' : 'no alarm',
      '',
      `ratio ${ratio?.toFixed(2) ?? 'not defined'}`,
      `p = ${p?.toFixed(3) ?? 'not defined'}`,
    ],
  ]);
  return `${title}\n\n${table(['points', 'group', 'learners', 'share', '95 % interval'], rows)}`;
}

function calibrationSection(outcome: CalibrationOutcome): readonly string[] {
  const title = `## A probability of ${outcome.label}`;
  if (outcome.refused !== null) {
    return [title, `None is learned, and Kith stays with its defaults. ${outcome.refused.join(' ')}`];
  }
  const { learned, aucAlone, aucConcerns, weights, later } = outcome;
  return [
    title,
    `Learned on earlier presentations from ${learned}, and tried on the last. Among those still active the area there is ` +
      `${aucAlone.toFixed(3)} by the score alone and ${aucConcerns.toFixed(3)} by every concern; weights are only taken over for ` +
      `0.02 more. Brier ${later.brier.toFixed(3)}, expected calibration error ${later.ece.toFixed(3)}.`,
    table(
      ['weight of', 'standardised'],
      Object.entries(weights).map(([name, weight]) => [name, weight.toFixed(2)]),
    ),
    table(
      ['foretold from', 'cases', 'mean foretold', 'observed'],
      later.bins
        .filter(({ cases }) => cases > 0)
        .map(({ from, cases, foretold, observed }) => [
          from.toFixed(1),
          String(cases),
          foretold?.toFixed(2) ?? '',
          observed?.toFixed(2) ?? '',
        ]),
    ),
  ];
}

const percent = (share: number): string => `${(100 * share).toFixed(0)} %`;

function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(header), line(header.map(() => '---')), ...rows.map(line)].join('\n');
}
