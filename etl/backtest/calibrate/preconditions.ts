import type { LabelId } from '../labels.ts';
import type { Fold } from '../splits.ts';

const [fewest, perCoefficient, presentations] = [50, 10, 2];

/** Why no probability may be learned, in words; empty: it may (indicators §3.10). Counts are of learners, not of weeks. */
export function refusals(fold: Fold | undefined, label: LabelId, coefficients: number): readonly string[] {
  if (!fold) {
    return [
      `${label} needs presentations that began earlier to learn from and one that began later to try it on; all of these began at once, or nothing came.`,
    ];
  }
  const past = new Set(fold.train.map(({ startsAt }) => startsAt)).size;
  const came = fold.train.filter((row) => row.came.get(label) === true);
  const learners = new Set(came.map(({ course, person }) => `${course} ${person}`)).size;
  const needed = Math.max(fewest, perCoefficient * coefficients);
  return [
    ...(past < presentations
      ? [
          `There ${past === 1 ? 'is 1 past presentation' : `are ${past} past presentations`}; ${presentations} are needed.`,
        ]
      : []),
    ...(learners < needed
      ? [
          `It came for ${learners} learners of the past presentations; ${needed} are needed, at least ${fewest} and ` +
            `${perCoefficient} for each of ${coefficients} coefficients.`,
        ]
      : []),
  ];
}
