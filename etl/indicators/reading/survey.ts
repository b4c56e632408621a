import type { SurveyAnswer } from '../../compute/facts/survey-answers.ts';
import type { CourseIndicator, CourseSnapshot } from '../../indicator.ts';
import { dayMs } from './answers.ts';
import { meanIn } from './pool.ts';
import { total } from './total.ts';

/** Answers of the last 35 days: of named people the latest of each, of unnamed ones all. */
export function latestAnswers({ surveyAnswers, asOf, nodeOf }: CourseSnapshot): readonly SurveyAnswer[] {
  const recent = surveyAnswers.filter(({ at }) => asOf - at <= 35 * dayMs);
  const named = new Map(recent.flatMap((answer) => (answer.personId === null ? [] : [[answer.personId, answer]])));
  const inClass = [...named.values()].filter(({ personId }) => nodeOf.has(personId!));
  return [...inClass, ...recent.filter(({ personId }) => personId === null)];
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
      const answers = latestAnswers(snapshot).flatMap(({ items }) => items[item] ?? []);
      return { sum: total(answers), count: answers.length };
    },
    value: (pool) => meanIn(pool, 5),
  }) satisfies Pick<CourseIndicator, 'pool' | 'value'>;
