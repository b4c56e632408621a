import type { SurveyAnswer } from '../../compute/facts/survey-answers.ts';
import type { CourseIndicator, CourseSnapshot } from '../../indicator.ts';
import { dayMs } from './answers.ts';
import { blocksOf } from './blocks.ts';
import { meanIn } from './pool.ts';
import { total } from './total.ts';

/** What an answer is asked for; undefined: it does not say. */
type Reading = (answer: SurveyAnswer) => number | undefined;

/**
 * Answers of the last 35 days that say it: of named people the latest of each; of unnamed ones whole blocks, as old as
 * their last answer.
 */
export function latestAnswers(
  { surveyAnswers, asOf, nodeOf }: CourseSnapshot,
  reading: Reading = ({ mean }) => mean,
): readonly SurveyAnswer[] {
  const isRecent = ({ at }: { readonly at: number }) => asOf - at <= 35 * dayMs;
  const named = new Map(
    surveyAnswers.flatMap((answer) =>
      answer.personId !== null && isRecent(answer) ? [[answer.personId, answer]] : [],
    ),
  );
  const inClass = [...named.values()].filter((answer) => nodeOf.has(answer.personId!) && reading(answer) !== undefined);
  const unnamed = surveyAnswers.filter((answer) => answer.personId === null && reading(answer) !== undefined);
  return [
    ...inClass,
    ...blocksOf(unnamed)
      .filter((block) => isRecent(block.at(-1)!))
      .flat(),
  ];
}

/** The mean again, with named answers as often as their learner was drawn; unnamed ones stay. */
export function redrawAnswers(snapshot: CourseSnapshot): (times: ArrayLike<number>) => number | null {
  const answers = latestAnswers(snapshot).map(({ personId, mean }) => ({
    node: personId === null ? null : snapshot.nodeOf.get(personId)!,
    mean,
  }));
  return (times) => {
    let sum = 0;
    let count = 0;
    for (const { node, mean } of answers) {
      const weight = node === null ? 1 : times[node]!;
      sum += weight * mean;
      count += weight;
    }
    return count > 0 ? sum / count : null;
  };
}

/** All that an indicator does that is the mean of one item of the pulse. */
export const asItemMean = (item: string) =>
  ({
    pool(snapshot) {
      const answers = latestAnswers(snapshot, ({ items }) => items[item]).map(({ items }) => items[item]!);
      return { sum: total(answers), count: answers.length };
    },
    value: (pool) => meanIn(pool, 5),
  }) satisfies Pick<CourseIndicator, 'pool' | 'value'>;
