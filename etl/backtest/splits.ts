import type { LabelId } from './labels.ts';
import { fitLogistic } from './metrics/logistic.ts';
import type { Row } from './rows.ts';

/** Never random rows, for the same learner comes again every week (indicators §5.2). */
export type Split = 'one course left out' | 'out of time';

/** What is learned from, and what it is then tried on. */
export interface Fold {
  readonly train: readonly Row[];
  readonly test: readonly Row[];
}

/** Each course by itself, learned from all the others. */
export function leaveOneOut(rows: readonly Row[]): readonly Fold[] {
  return [...Map.groupBy(rows, ({ course }) => course)].map(([course, test]) => ({
    train: rows.filter((row) => row.course !== course),
    test,
  }));
}

/** The presentations that began last, learned from those before them; none where all began at once. */
export function outOfTime(rows: readonly Row[]): readonly Fold[] {
  const last = Math.max(...rows.map(({ startsAt }) => startsAt));
  const [train, test] = [rows.filter(({ startsAt }) => startsAt < last), rows.filter((row) => row.startsAt === last)];
  return train.length === 0 ? [] : [{ train, test }];
}

/** B5, learned on the one side of a fold and tried on the other; a fold in which nothing can be learned gives nothing. */
export function learnedOn({ train, test }: Fold, label: LabelId): readonly { readonly row: Row; readonly p: number }[] {
  const inputs = ({ ranks }: Row): number[] => [ranks.recency!, ranks.active_days!];
  const came = train.map((row) => row.came.get(label)!);
  if (!came.includes(true) || !came.includes(false)) return [];
  const model = fitLogistic(train.map(inputs), came, { steps: 200 });
  return test.map((row) => ({ row, p: model.predict(inputs(row)) }));
}
