import { isolationComponents, presenceComponents } from '../../score/types.ts';
import type { LabelId } from '../labels.ts';
import { calibration, type Calibration } from '../metrics/calibration.ts';
import { fitLogistic, type Logistic } from '../metrics/logistic.ts';
import { auc } from '../metrics/roc-auc.ts';
import type { Row } from '../rows.ts';
import { outOfTime } from '../splits.ts';
import type { Term } from '../term/term.ts';
import { refusals } from './preconditions.ts';

/** A probability beside the score, tried on a later presentation (indicators §3.10); or why there is none. */
export type CalibrationOutcome =
  | { readonly label: LabelId; readonly refused: readonly string[] }
  | {
      readonly label: LabelId;
      readonly refused: null;
      /** What was learned: only where to cut the score, or a weight of each concern. */
      readonly learned: 'the score alone' | 'every concern';
      /** Area on the later presentation among those still active, of the score alone and of every concern. */
      readonly aucAlone: number;
      readonly aucConcerns: number;
      readonly weights: Readonly<Record<string, number>>;
      readonly later: Calibration;
    };

/** Weights are only taken over if they rank a later presentation better by so much. */
const worthwhile = 0.02;

export function calibrated(rows: readonly Row[], terms: readonly Term[], label: LabelId): CalibrationOutcome {
  const known = rows.filter(({ came, ranks }) => came.has(label) && ranks.score !== null);
  const inputs = concernsOf(known, terms);
  const [fold] = known.length === 0 ? [] : outOfTime(known);
  const refused = refusals(fold, label, inputs.names.length);
  if (!fold || refused.length > 0) return { label, refused };
  const came = fold.train.map((row) => row.came.get(label)!);
  const alone = fitLogistic(
    fold.train.map((row) => [row.ranks.score!]),
    came,
    { nonNegative: true },
  );
  const concerns = fitLogistic(fold.train.map(inputs.of), came, { nonNegative: true });
  const p = (model: Logistic, input: (row: Row) => number[]) =>
    fold.test.map((row) => ({ row, score: model.predict(input(row)), came: row.came.get(label)! }));
  const [pAlone, pConcerns] = [p(alone, (row) => [row.ranks.score!]), p(concerns, inputs.of)];
  const aucOf = (cases: typeof pAlone): number => auc(cases.filter(({ row }) => row.active));
  const [aucAlone, aucConcerns] = [aucOf(pAlone), aucOf(pConcerns)];
  const better = aucConcerns - aucAlone >= worthwhile;
  return {
    label,
    refused: null,
    learned: better ? 'every concern' : 'the score alone',
    aucAlone,
    aucConcerns,
    weights: better
      ? Object.fromEntries(inputs.names.map((name, at) => [name, concerns.coefficients[at]!]))
      : { score: alone.coefficients[0]! },
    later: calibration((better ? pConcerns : pAlone).map(({ score, came: own }) => ({ p: score, came: own }))),
  };
}

/** The concerns, and for each whether it is not known; of what is always the same nothing is learned. No demographics. */
function concernsOf(rows: readonly Row[], terms: readonly Term[]) {
  const said = new Map(
    terms.flatMap(({ course, weeks }) =>
      weeks.flatMap(({ week, said: all }) =>
        [...all].map(([person, { concerns }]) => [`${course.name} ${week} ${person}`, concerns] as const),
      ),
    ),
  );
  const of = ({ course, week, person }: Row) => said.get(`${course} ${week} ${person}`) ?? {};
  const columns = [...new Set([...isolationComponents, ...presenceComponents])].flatMap((id) => [
    { name: id, value: (row: Row): number => of(row)[id] ?? 0 },
    { name: `${id} not known`, value: (row: Row): number => Number((of(row)[id] ?? null) === null) },
  ]);
  const varying = columns.filter(({ value }) => new Set(rows.map(value)).size > 1);
  return {
    names: varying.map(({ name }) => name),
    of: (row: Row): number[] => varying.map(({ value }) => value(row)),
  };
}
