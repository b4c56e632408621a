import { columns } from '../../print/charts/columns.ts';
import { curves } from '../../print/charts/curves.ts';
import { intervals, type IntervalRow } from '../../print/charts/intervals.ts';
import type { Picture } from '../../print/picture.ts';
import type { BacktestReport, ResultCurves, Population } from '../backtest.ts';
import type { LabelId } from '../labels.ts';
import { curveGrid } from '../metrics/curves.ts';
import type { Split } from '../splits.ts';

export type PlotKind =
  'precision_at_k' | 'roc' | 'precision_recall' | 'lift' | 'lead_times' | 'bands' | 'abroca' | 'reliability';

/** One picture of a report. Its texts are numbers, ids and names of the data, so that it is drawn once for every language. */
export interface Plot {
  readonly kind: PlotKind;
  readonly label: LabelId;
  /** Null: of all learners of the label. */
  readonly of: { readonly population: Population; readonly split: Split } | null;
  /** By which learners are compared; null: by nothing. */
  readonly attribute: string | null;
  readonly picture: Picture;
}

const shares = ['0', '50', '100'] as const;
const diagonal = [
  [0, 0],
  [1, 1],
] as const;

/** Every picture of a report, in the order in which it tells. Scales are in percent, but for the lift and for weeks. */
export function plotsOf(report: BacktestReport): readonly Plot[] {
  const { results, curves: lines, leadTimes, bands, between, calibration } = report;
  const one = (kind: PlotKind, label: LabelId, picture: Picture, attribute: string | null = null): Plot => ({
    kind,
    label,
    of: null,
    attribute,
    picture,
  });
  return [
    ...[...Map.groupBy(results, ({ label, population, split }) => `${label} ${population} ${split}`).values()].flatMap(
      (own) => {
        const { label, population, split } = own[0]!;
        const of = { population, split };
        const same = lines.filter((curve) => curve.label === label && curve.population === population);
        const pictures = curvePictures(same.filter((curve) => curve.split === split));
        const rows = own.map(({ ranking, figures }) => row(shortName(ranking), figures.precisionAtK, null));
        const { prevalence } = own[0]!.figures;
        const precision = intervals([...rows, row('B0', prevalence, null)], { from: 0, to: 100 });
        return Object.entries({ precision_at_k: precision, ...pictures }).map(([kind, picture]): Plot => ({
          ...one(kind as PlotKind, label, picture),
          of,
        }));
      },
    ),
    ...leadTimes
      .filter(({ byWeeks }) => byWeeks.length > 0)
      .map(({ label, byWeeks }) =>
        one(
          'lead_times',
          label,
          columns(byWeeks.map(({ weeks, learners }) => ({ label: String(weeks), value: learners }))),
        ),
      ),
    ...[...Map.groupBy(bands, ({ label }) => label)].map(([label, own]) =>
      one(
        'bands',
        label,
        intervals(
          own.map(({ band, rate, interval }) => row(band, rate, interval)),
          { from: 0, to: 100 },
        ),
      ),
    ),
    ...between.map(({ label, attribute, groups }) =>
      one(
        'abroca',
        label,
        intervals(
          groups.map(({ group, area, interval }) => row(group, area, interval)),
          { from: 0, to: 100 },
        ),
        attribute,
      ),
    ),
    ...(calibration?.refused !== null
      ? []
      : [
          one(
            'reliability',
            calibration.label,
            curves(
              [
                {
                  name: 'p',
                  points: calibration.later.bins.flatMap(({ foretold, observed }) =>
                    foretold === null || observed === null ? [] : [[foretold, observed] as const],
                  ),
                },
              ],
              { most: 1, ticks: { x: shares, y: shares }, chance: diagonal },
            ),
          ),
        ]),
  ];
}

function curvePictures(own: readonly ResultCurves[]): Partial<Record<PlotKind, Picture>> {
  const most = Math.max(2, Math.ceil(Math.max(...own.flatMap(({ lift }) => lift))));
  const drawn = (pick: (one: ResultCurves) => readonly number[]) =>
    own.map((one) => ({
      name: shortName(one.ranking),
      points: curveGrid.map((x, at) => [x, pick(one)[at]!] as const),
    }));
  const unit = { most: 1, ticks: { x: shares, y: shares } };
  return {
    roc: curves(
      drawn(({ roc }) => roc),
      { ...unit, chance: diagonal },
    ),
    precision_recall: curves(
      drawn(({ precision }) => precision),
      unit,
    ),
    lift: curves(
      drawn(({ lift }) => lift),
      {
        most,
        ticks: { x: shares, y: ['0', String(most / 2), String(most)] },
        chance: [
          [0, 1],
          [1, 1],
        ],
      },
    ),
  };
}

/** `Kith`, `B1` … `B5`: what a ranking is called beside its line. */
export const shortName = (ranking: string): string => (/^B\d/.exec(ranking) ?? ['Kith'])[0];

const row = (
  label: string,
  share: number | null,
  interval: { readonly low: number; readonly high: number } | null,
): IntervalRow => ({
  label,
  value: share === null ? null : 100 * share,
  low: interval && 100 * interval.low,
  high: interval && 100 * interval.high,
  text: share === null ? '–' : (100 * share).toFixed(0),
});
