/**
 * What may be said of few people, for whoever may see aggregates and no learner (indicators §7.8, goals G34).
 *
 * The Office for National Statistics' rule of ten for shares of sub-groups; five is the common least for a count.
 */
export const leastCount = 5;
export const leastForShare = 10;

/** A count of people; null where it is so small that it says something about somebody. */
export const fewest = (people: number): number | null => (people < leastCount ? null : people);

/** A share of people, 0..1, to whole per cent; null where the whole is small, or where it would say "all but one" or "one". */
export function shareOf(part: number, whole: number): number | null {
  if (whole < leastForShare) return null;
  const rest = whole - part;
  const tells = (few: number): boolean => few > 0 && few < leastCount;
  return tells(part) || tells(rest) ? null : Math.round((100 * part) / whole) / 100;
}
