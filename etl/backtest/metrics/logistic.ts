/** A fitted ridge logistic regression, on standardised inputs. */
export interface Logistic {
  readonly intercept: number;
  readonly coefficients: readonly number[];
  predict(inputs: readonly number[]): number;
}

export interface LogisticOptions {
  /** Of the squared coefficients; the intercept is free. */
  readonly ridge?: number;
  /** Coefficients below 0 become 0, so that no concern can ever lower a risk. */
  readonly nonNegative?: boolean;
  readonly steps?: number;
}

/**
 * Fits by projected gradient descent with a step that the inputs cannot overshoot. Deterministic.
 *
 * @throws RangeError without any rows
 */
export function fitLogistic(
  rows: readonly (readonly number[])[],
  came: readonly boolean[],
  { ridge = 1, nonNegative = false, steps = 500 }: LogisticOptions = {},
): Logistic {
  const [first] = rows;
  if (!first) throw new RangeError('There is nothing to learn from.');
  const scales = first.map((_, at) => scaleOf(rows.map((row) => row[at]!)));
  const standard = (row: readonly number[]): number[] =>
    row.map((value, at) => (value - scales[at]!.mean) / scales[at]!.sd);
  const inputs = rows.map(standard);
  const weights = first.map(() => 0);
  let intercept = 0;
  // A bound of the curvature: a quarter of the mean squared length of an input with its 1, and the ridge.
  const curvature =
    inputs.reduce((sum, row) => sum + 1 + row.reduce((own, x) => own + x * x, 0), 0) / (4 * rows.length);
  const pace = 1 / (curvature + ridge / rows.length);
  for (let step = 0; step < steps; step++) {
    const slope = weights.map((weight) => (ridge * weight) / rows.length);
    let base = 0;
    for (const [at, row] of inputs.entries()) {
      const error = (sigmoid(intercept + dot(weights, row)) - Number(came[at])) / rows.length;
      base += error;
      for (const [place, x] of row.entries()) slope[place]! += error * x;
    }
    intercept -= pace * base;
    for (const [place, value] of slope.entries()) {
      const moved = weights[place]! - pace * value;
      weights[place] = nonNegative ? Math.max(0, moved) : moved;
    }
  }
  return { intercept, coefficients: weights, predict: (row) => sigmoid(intercept + dot(weights, standard(row))) };
}

const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));
const dot = (one: readonly number[], other: readonly number[]): number =>
  one.reduce((sum, x, at) => sum + x * other[at]!, 0);

function scaleOf(values: readonly number[]): { readonly mean: number; readonly sd: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  return { mean, sd: variance > 0 ? Math.sqrt(variance) : 1 };
}
