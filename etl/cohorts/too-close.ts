import { leastForShare } from '../disclosure/fewest.ts';

/** Learners of a cohort, each as course and person. */
export type Members = ReadonlySet<string>;

/** How many are in the one and not in the other. */
const beyond = (one: Members, other: Members): number => one.difference(other).size;

/** Whether what two groups differ by is few, on either side: their figures, taken from each other, would tell of those few. */
export const areTooClose = (one: Members, other: Members): boolean =>
  !one.isDisjointFrom(other) &&
  [beyond(one, other), beyond(other, one)].some((many) => many > 0 && many < leastForShare);

/** What the owner of a cohort may have read already. */
export interface SeenBeside {
  /** Their other cohorts, ended ones too. */
  readonly cohorts: readonly Members[];
  /** Learners of every course they may compare. */
  readonly courses: readonly Members[];
}

/**
 * Whether a cohort, with everything its owner may have read already, would tell of one to nine people: taken from another
 * group, or by adding and taking any number of them. Sums of groups tell of no fewer people than the smallest piece into
 * which they cut each other; so every piece must have ten, the pieces of a course that is cut among them.
 */
export function wouldTellOfFew(next: Members, { cohorts, courses }: SeenBeside): boolean {
  if ([...cohorts, ...courses].some((other) => areTooClose(next, other))) return true;
  const marks = marksOf([next, ...cohorts]);
  const isNext = (mark: string): boolean => mark.startsWith('0 ');
  const pieces = Map.groupBy(marks, ([, mark]) => mark);
  if ([...pieces].some(([mark, people]) => isNext(mark) && people.length < leastForShare)) return true;
  // What the cohort leaves of a piece, if it takes part of it.
  const taken = new Set([...pieces.keys()].filter(isNext).map((mark) => mark.slice(2)));
  if ([...pieces].some(([mark, people]) => taken.has(mark) && people.length < leastForShare)) return true;
  return courses.some((course) => cutsFew(course, marks, isNext));
}

/** By person, in which groups they are: "0 2 " is in the first and the third. */
function marksOf(groups: readonly Members[]): ReadonlyMap<string, string> {
  const marks = new Map<string, string>();
  groups.forEach((group, place) => {
    for (const person of group) marks.set(person, `${marks.get(person) ?? ''}${String(place)} `);
  });
  return marks;
}

/** Whether a course that groups cut has a piece of few, where the new cohort has a part in it. */
function cutsFew(course: Members, marks: ReadonlyMap<string, string>, isNext: (mark: string) => boolean): boolean {
  const pieces = [...Map.groupBy(course, (person) => marks.get(person) ?? '')];
  return (
    pieces.length > 1 &&
    pieces.some(([mark]) => isNext(mark)) &&
    pieces.some(([, people]) => people.length < leastForShare)
  );
}
