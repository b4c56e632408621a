/**
 * Binomial lower tail: the chance of at most k successes in n tries of probability p. 0..1; 1 for k >= n.
 *
 * Used to ask whether so few answers can be bad luck. Summed term by term from the recurrence
 * P(i + 1) = P(i) (n - i) / (i + 1) p / (1 - p), which is exact enough for the tens of posts a learner writes.
 *
 * Feller, W. (1968). An Introduction to Probability Theory and Its Applications, vol. 1, ch. VI. Wiley.
 *
 * @throws RangeError unless n is a count and 0 <= p <= 1.
 */
export function atMost(k: number, n: number, p: number): number {
  if (!Number.isInteger(n) || n < 0 || !(p >= 0 && p <= 1)) throw new RangeError(`No binomial of ${n} tries at ${p}.`);
  if (k < 0) return 0;
  if (k >= n) return 1;
  if (p === 1) return 0;
  let term = (1 - p) ** n;
  let sum = term;
  for (let i = 0; i < Math.floor(k); i++) {
    term *= ((n - i) / (i + 1)) * (p / (1 - p));
    sum += term;
  }
  return Math.min(1, sum);
}
