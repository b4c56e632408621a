/**
 * Rounding by largest remainder: whole numbers that sum to the rounded total, so that the printed parts of a score
 * add up to the printed score.
 *
 * Everyone gets the whole part; what is left goes to the largest remainders, the earlier part first among equals.
 * Parts are 0 and up; null stays null.
 *
 * Hamilton's method of apportionment. Balinski, M. L. & Young, H. P. (2001). Fair Representation. Brookings.
 */
export function roundTogether(parts: readonly (number | null)[]): readonly (number | null)[] {
  const total = Math.round(tidy(parts.reduce<number>((sum, part) => sum + (part ?? 0), 0)));
  const rounded = parts.map((part) => (part === null ? null : Math.floor(tidy(part))));
  const byRemainder = parts
    .flatMap((part, index) => (part === null ? [] : [{ index, remainder: tidy(part) - Math.floor(tidy(part)) }]))
    .sort((one, other) => other.remainder - one.remainder);
  let left = total - rounded.reduce<number>((sum, part) => sum + (part ?? 0), 0);
  for (const { index } of byRemainder) {
    if (left-- <= 0) break;
    rounded[index]! += 1;
  }
  return rounded;
}

/** 3.4999999999999996 is 3.5 that went through a sum; it must not change which part is rounded up. */
const tidy = (value: number): number => Math.round(value * 1e9) / 1e9;
