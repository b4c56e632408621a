/**
 * Every count of people that is told stands for five numbers: it is rounded to the nearest five, and shares are shares of
 * rounded counts. Two reports that differ by one person (two weeks, two parts, before and after somebody opted out) can
 * then be taken from each other without giving that person away. Zero is zero: what is small is left out, not rounded.
 *
 * Higher Education Statistics Agency: rounding and suppression to anonymise statistics (HESA Standard Rounding
 * Methodology).
 */
export const roundingStep = 5;

export const rounded = (people: number): number => roundingStep * Math.round(people / roundingStep);
