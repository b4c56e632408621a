import type { ComparisonRule, Observation } from './observation.ts';

export interface Matched {
  readonly contact: Observation;
  /** The nearest similar learners of the same course-week, whom nobody reached; none: nobody was similar. */
  readonly similar: readonly Observation[];
}

/**
 * For each contact the most similar learners of its course-week, with replacement: by score, trend, coverage and baseline
 * at that time. Equal distances go by learner, so that the same data give the same pairs.
 */
export function match(
  contacts: readonly Observation[],
  others: readonly Observation[],
  rule: ComparisonRule,
): readonly Matched[] {
  const byWeek = Map.groupBy(others, ({ courseWeek }) => courseWeek);
  return contacts.map((contact) => ({
    contact,
    similar: (byWeek.get(contact.courseWeek) ?? [])
      .filter((other) => other.learner !== contact.learner && isSimilar(contact, other, rule))
      .map((other) => ({ other, distance: distance(contact, other, rule) }))
      .sort((one, two) => one.distance - two.distance || (one.other.learner < two.other.learner ? -1 : 1))
      .slice(0, rule.matches)
      .map(({ other }) => other),
  }));
}

const isSimilar = (one: Observation, other: Observation, rule: ComparisonRule): boolean =>
  Math.abs(one.score - other.score) <= rule.scoreWithin &&
  Math.abs(one.coverage - other.coverage) <= rule.coverageWithin;

const distance = (one: Observation, other: Observation, rule: ComparisonRule): number =>
  Math.hypot(
    (one.score - other.score) / rule.scoreStep,
    (one.baseline - other.baseline) / rule.baselineStep,
    one.trend - other.trend,
    (one.coverage - other.coverage) / rule.coverageWithin,
  );
