/**
 * Gini coefficient: how unequally something is spread, 0 (everyone the same) to nearly 1 (one has it all) (C07).
 *
 * sum over pairs |x_i - x_j| / (2 n sum x), over everybody, zeros included: over posters only it would hide the
 * silent. 0 where there is nothing to spread.
 *
 * Gini, C. (1912). Variabilità e mutabilità. Bologna: Cuppini.
 *
 * @throws RangeError on a negative value, for which the coefficient is not defined.
 */
export function gini(values: ArrayLike<number>): number {
  const sorted = Float64Array.from(values).sort();
  if (sorted.length > 0 && sorted[0]! < 0) throw new RangeError('A Gini coefficient needs values of 0 and up.');
  const total = sorted.reduce((sum, value) => sum + value, 0);
  if (total === 0) return 0;
  // The same sum over pairs in one pass: in ascending order the i-th value is the larger one i times.
  const spread = sorted.reduce((sum, value, index) => sum + (2 * index + 1 - sorted.length) * value, 0);
  return spread / (sorted.length * total);
}

/**
 * The same over a class drawn again and again from itself: sorted once, so that a draw is one pass.
 *
 * @param values of everybody, 0 and up
 * @returns the coefficient of a draw, given how often each of them was drawn
 */
export function redrawGini(values: ArrayLike<number>): (times: ArrayLike<number>) => number {
  const ascending = Array.from(values, (_, place) => place).sort((one, other) => values[one]! - values[other]!);
  return (times) => {
    let drawn = 0;
    let total = 0;
    let ranked = 0;
    for (const place of ascending) {
      const often = times[place]!;
      const value = values[place]!;
      // Equal values stand at the ranks drawn .. drawn + often - 1: their 2 x rank + 1 sum to often x (2 drawn + often).
      ranked += value * often * (2 * drawn + often);
      total += value * often;
      drawn += often;
    }
    return total === 0 ? 0 : (ranked - drawn * total) / (drawn * total);
  };
}
