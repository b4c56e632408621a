import { randomOf } from '@kith/etl/simulate/random.ts';
import type { Branch } from '@kith/etl/disclosure/branch.ts';

/** A university of three programmes of two to five courses: learners by band, few in the higher ones. */
export function university(seed: number): Branch {
  const random = randomOf(seed, 'disclosure');
  const sum = (key: string, below: readonly Branch[]): Branch => ({
    key,
    below,
    counts: below[0]!.counts.map((_, column) => below.reduce((all, one) => all + one.counts[column]!, 0)),
  });
  const course = (key: string): Branch => {
    const bands = [random.whole(5, 40), random.whole(0, 9), random.whole(0, 6), random.whole(0, 4)];
    return { key, below: [], counts: [...bands, bands.reduce((all, one) => all + one, 0)] };
  };
  return sum(
    'university',
    Array.from({ length: 3 }, (_, programme) =>
      sum(
        `programme ${String(programme)}`,
        Array.from({ length: random.whole(2, 5) }, (_unused, number) =>
          course(`course ${String(programme)}.${String(number)}`),
        ),
      ),
    ),
  );
}

/** The same university where one learner of a course is gone, from everything above the course too. */
export function without(root: Branch, course: string, band: number): Branch {
  const below = root.below.map((branch) => without(branch, course, band));
  if (root.key !== course && below.every((branch, place) => branch === root.below[place])) return root;
  const total = root.counts.length - 1;
  return {
    ...root,
    below,
    counts: root.counts.map((count, column) => (column === band || column === total ? count - 1 : count)),
  };
}
