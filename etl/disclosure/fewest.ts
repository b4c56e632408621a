import { rounded } from './rounded.ts';

/**
 * What may be said of few people, for whoever may see aggregates and no learner (indicators §7.8, goals G34).
 *
 * The Office for National Statistics' rule of ten for shares of sub-groups; five is the common least for a count.
 */
export const leastCount = 5;
export const leastForShare = 10;

/** A count of people to the nearest five; null where it is so small that it says something about somebody. */
export const fewest = (people: number): number | null => (people < leastCount ? null : rounded(people));

/**
 * A share of people, 0..1, to whole per cent and of rounded counts, so that it says no more than they do; null where the
 * whole is small, or where it would say "all but one" or "one".
 */
export function shareOf(part: number, whole: number): number | null {
  const told = partOf(part, whole);
  return whole < leastForShare || told === null ? null : Math.round((100 * told) / rounded(whole)) / 100;
}

/** A part of some people, to the nearest five; null where it, the rest or the whole is few, but not nobody. */
export const partOf = (part: number, whole: number): number | null =>
  [part, whole - part, whole].some(isFew) ? null : rounded(part);

const isFew = (people: number): boolean => people > 0 && people < leastCount;
