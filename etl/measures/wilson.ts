/**
 * Wilson score interval: what a share of k in n may really be, honest for small n and at 0 and 1.
 *
 * Both ends 0..1; 95 % by default. Null for n = 0, where everything is possible and nothing is known.
 *
 * Wilson, E. B. (1927). Probable inference, the law of succession, and statistical inference. Journal of the American
 * Statistical Association 22, 209–212.
 *
 * @throws RangeError unless 0 <= k <= n.
 */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

export function wilson(k: number, n: number, z = 1.959963984540054): Interval | null {
  if (!(k >= 0 && k <= n)) throw new RangeError(`A share of ${k} in ${n} is none.`);
  if (n === 0) return null;
  const share = k / n;
  const middle = share + z ** 2 / (2 * n);
  const reach = z * Math.sqrt((share * (1 - share)) / n + z ** 2 / (4 * n ** 2));
  const scale = 1 + z ** 2 / n;
  return { low: Math.max(0, (middle - reach) / scale), high: Math.min(1, (middle + reach) / scale) };
}
