import { leastForShare } from '../disclosure/fewest.ts';

/** Learners of a cohort, each as course and person. */
export type Members = ReadonlySet<string>;

/** How many are in the one and not in the other. */
const beyond = (one: Members, other: Members): number => one.difference(other).size;

/** Whether what two groups differ by is few, on either side: their figures, taken from each other, would tell of those few. */
export const areTooClose = (one: Members, other: Members): boolean =>
  !one.isDisjointFrom(other) &&
  [beyond(one, other), beyond(other, one)].some((many) => many > 0 && many < leastForShare);
