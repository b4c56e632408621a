import { studentT } from '../measures/student-t.ts';
import type { Comparison } from './compare.ts';
import { match } from './match.ts';
import { comparisonRule, type ComparisonRule, type Observation } from './observation.ts';
import { dot, mean, usualChange } from './usual-change.ts';

/** Fewer learner-weeks than this do not say how far chance alone moves one learner. */
const leastFreedom = 10;

/**
 * One contact beside its similar learners. The interval is that of a single learner: how far chance alone moves somebody,
 * which is much, so that nobody reads success or failure into one person.
 */
export function compareOne(
  contact: Observation,
  others: readonly Observation[],
  rule: ComparisonRule = comparisonRule,
): Comparison {
  const [pair] = match([contact], others, rule);
  const similar = pair?.similar ?? [];
  const counts = { contacts: 1, matched: Math.min(1, similar.length), learners: 1, others: similar.length };
  const none = { difference: null, low: null, high: null };
  if (similar.length === 0) return { verdict: 'too_few', ...counts, before: contact.change, usual: null, ...none };
  const usual = mean(similar, (one) => one.change);
  const trend = usualChange(others);
  if (similar.length < rule.matches || trend.spread === null || trend.freedom < leastFreedom)
    return { verdict: 'too_few', ...counts, before: contact.change, usual, ...none };
  const gap = [
    contact.score - mean(similar, (one) => one.score),
    contact.baseline - mean(similar, (one) => one.baseline),
  ] as const;
  const difference = contact.change - usual - dot(trend.slope, gap);
  const reach = studentT((1 + rule.level) / 2, trend.freedom) * trend.spread * Math.sqrt(1 + 1 / similar.length);
  return {
    verdict: 'said',
    ...counts,
    before: contact.change,
    usual,
    difference,
    low: difference - reach,
    high: difference + reach,
  };
}
