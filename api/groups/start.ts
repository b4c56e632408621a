import type { GroupLearner, Two } from './learner.ts';

/** Places tried before Kith says that it found no way. */
const patience = 200_000;

/**
 * Groups in which nobody sits with whom they are to be kept apart from: who has most of them is placed first, and what
 * does not work out is taken back. Who has none fills up.
 *
 * @param sizes Seats of each group; together as many as learners
 * @returns Null where there is no such way, or none was found
 */
export function seatApart(
  learners: readonly GroupLearner[],
  sizes: readonly number[],
  pairs: readonly Two[],
  apart: (one: number, other: number) => boolean,
): GroupLearner[][] | null {
  const wishes = new Map<number, number>();
  for (const one of pairs.flat()) wishes.set(one, (wishes.get(one) ?? 0) + 1);
  const count = ({ personId }: GroupLearner): number => wishes.get(personId) ?? 0;
  const bound = learners.filter((one) => count(one) > 0).sort((one, other) => count(other) - count(one));
  const groups = sizes.map((): GroupLearner[] => []);
  let tried = 0;
  const place = (at: number): boolean => {
    const one = bound[at];
    if (!one) return true;
    const empty = new Set<number>(); // Empty groups of one size are the same: the first stands for all.
    for (const [index, group] of groups.entries()) {
      const size = sizes[index]!;
      if (group.length === size || (group.length === 0 && empty.has(size))) continue;
      if (group.length === 0) empty.add(size);
      if (tried++ > patience) return false;
      if (group.some((mate) => apart(one.personId, mate.personId))) continue;
      group.push(one);
      if (place(at + 1)) return true;
      group.pop();
    }
    return false;
  };
  if (!place(0)) return null;
  const free = learners.filter((one) => count(one) === 0);
  for (const [index, group] of groups.entries()) group.push(...free.splice(0, sizes[index]! - group.length));
  return groups;
}
