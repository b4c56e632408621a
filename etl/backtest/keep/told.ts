import { colours, type Picture } from '../../print/picture.ts';
import type { BacktestReport } from '../backtest.ts';
import type { LabelId } from '../labels.ts';
import { smallestCell } from '../metrics/fairness.ts';
import { plotsOf, type Plot } from '../report/plots.ts';
import { fewest, toldLeadTime, type ToldLeadTime } from './told-lead-time.ts';

/** A picture whose colours are called by what they are for, so that a page gives them its own, light or dark. */
export interface ToldPicture {
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly object[];
}

export type ToldReport = Omit<BacktestReport, 'leadTimes' | 'digest'> & {
  readonly leadTimes: readonly ToldLeadTime[];
  readonly plots: readonly (Omit<Plot, 'picture'> & { readonly picture: ToldPicture })[];
  /** Labels that came for fewer than five learners, or for all but fewer than five: nothing is told of them. */
  readonly leftOut: readonly { readonly label: LabelId; readonly title: string }[];
};

/**
 * What a page may tell of a back-test: no label and no population for fewer than five of whom it came, or did not; no
 * population under ten; no count of fewer than five, and none that what is told gives away. Groups and bands under ten
 * have lost their rates before.
 */
export function toldOf(report: BacktestReport): ToldReport {
  const few = new Set(report.leadTimes.filter(({ events }) => events < fewest).map(({ label }) => label));
  for (const { label, population, events, figures } of report.results) {
    if (population === 'all' && !tells(events, figures.learners)) few.add(label);
  }
  const enough = <One extends { readonly label: LabelId }>(all: readonly One[]): readonly One[] =>
    all.filter(({ label }) => !few.has(label));
  const results = enough(report.results).filter(
    ({ events, figures: { learners } }) => learners >= smallestCell && tells(events, learners),
  );
  const leadTimes = enough(report.leadTimes).map(toldLeadTime);
  const curves = enough(report.curves).filter(({ label, population, split }) =>
    results.some((one) => one.label === label && one.population === population && one.split === split),
  );
  const shown = {
    ...report,
    results,
    curves,
    leadTimes: leadTimes as unknown as BacktestReport['leadTimes'],
    bands: enough(report.bands),
    slices: enough(report.slices),
    between: enough(report.between),
    calibration: report.calibration !== null && few.has(report.calibration.label) ? null : report.calibration,
  };
  const { digest: _, ...told } = shown;
  return {
    ...told,
    leadTimes,
    plots: plotsOf(shown).map(({ picture, ...plot }) => ({ ...plot, picture: named(picture) })),
    leftOut: report.leadTimes.filter(({ label }) => few.has(label)).map(({ label, title }) => ({ label, title })),
  };
}

const tells = (events: number, learners: number): boolean => events >= fewest && learners - events >= fewest;

const roles = new Map<string, string>(Object.entries(colours).map(([role, colour]) => [colour, role]));

const named = ({ width, height, shapes }: Picture): ToldPicture => ({
  width,
  height,
  shapes: shapes.map((shape) =>
    shape.kind === 'text'
      ? shape
      : {
          ...shape,
          ...(shape.fill === undefined ? {} : { fill: roles.get(shape.fill) ?? shape.fill }),
          ...(shape.stroke === undefined ? {} : { stroke: roles.get(shape.stroke) ?? shape.stroke }),
        },
  ),
});
