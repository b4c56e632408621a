import { studentT } from '../measures/student-t.ts';
import { match, type Matched } from './match.ts';
import { comparisonRule, type ComparisonRule, type Observation } from './observation.ts';
import { dot, mean, usualChange, type Pair, type Value } from './usual-change.ts';

/** Whether it helped, as far as can be said. Changes are in effective peers. */
export interface Comparison {
  readonly verdict: 'said' | 'too_few';
  readonly contacts: number;
  /** Contacts with somebody similar whom the budget left out. */
  readonly matched: number;
  readonly learners: number;
  /** Learners compared with. */
  readonly others: number;
  /** Mean change of those who were reached: misleading alone, because whoever stands low tends to rise. Null: none. */
  readonly before: number | null;
  /** Mean change of the similar learners who were left out. */
  readonly usual: number | null;
  /** What one contact adds. */
  readonly difference: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/**
 * Contacts beside similar learners of the same course-week whom the budget left out. Each contact is matched with its
 * nearest; what matching leaves between them is bridged by the usual change (bias-corrected matching).
 *
 * Some who were left out are reached in a later week. To drop them would leave only those who did well by themselves
 * (and make every contact look harmful), so they stay, and the difference in change is divided by the difference in
 * contacts. Where nearly all were reached soon after, the two sides are not far enough apart to say anything. The
 * interval is clustered by learner, because one learner may be reached twice or be compared with several.
 *
 * Abadie, A. & Imbens, G. W. (2011). Bias-corrected matching estimators for average treatment effects. Journal of
 * Business & Economic Statistics 29(1), 1–11. Wald, A. (1940). The fitting of straight lines if both variables are subject
 * to error. Annals of Mathematical Statistics 11(3), 284–300. Liang, K.-Y. & Zeger, S. L. (1986). Longitudinal data
 * analysis using generalized linear models. Biometrika 73(1), 13–22. Barnett, A. G., van der Pols, J. C. & Dobson, A. J.
 * (2005). Regression to the mean. International Journal of Epidemiology 34(1), 215–220.
 */
export function compare(
  contacts: readonly Observation[],
  others: readonly Observation[],
  rule: ComparisonRule = comparisonRule,
): Comparison {
  const pairs = match(contacts, others, rule).filter(({ similar }) => similar.length > 0);
  const learners = new Set(pairs.map(({ contact }) => contact.learner)).size;
  const compared = new Set(pairs.flatMap(({ similar }) => similar.map(({ learner }) => learner))).size;
  const counts = { contacts: contacts.length, matched: pairs.length, learners, others: compared };
  const none = { before: null, usual: null, difference: null, low: null, high: null };
  if (pairs.length === 0) return { verdict: 'too_few', ...counts, ...none };
  const before = mean(pairs, ({ contact }) => contact.change);
  const usual = mean(pairs, ({ similar }) => mean(similar, (one) => one.change));
  const apart = contrast(pairs, others, (one) => one.reached);
  const enough =
    Math.min(learners, compared) >= rule.leastLearners &&
    pairs.length >= rule.leastShare * contacts.length &&
    apart >= rule.leastApart;
  if (!enough) return { verdict: 'too_few', ...counts, ...none, before, usual };
  const difference = contrast(pairs, others, (one) => one.change) / apart;
  const error = standardError(pairs, others, (one) => one.change - difference * one.reached) / apart;
  const reach = studentT((1 + rule.level) / 2, learners - 1) * error;
  return { verdict: 'said', ...counts, before, usual, difference, low: difference - reach, high: difference + reach };
}

/** How far those who were reached lie above their similar learners, the rest of the way between them bridged. */
const contrast = (pairs: readonly Matched[], others: readonly Observation[], value: Value): number =>
  mean(pairs, ({ contact, similar }) => value(contact) - mean(similar, value)) -
  dot(usualChange(others, value).slope, gapOf(pairs));

const gapOf = (pairs: readonly Matched[]): Pair => [
  mean(pairs, ({ contact, similar }) => contact.score - mean(similar, (one) => one.score)),
  mean(pairs, ({ contact, similar }) => contact.baseline - mean(similar, (one) => one.baseline)),
];

/**
 * The contrast is a weighted sum of everybody's value: 1/n for a contact, minus its share for each similar learner, and
 * for all who were left out what they add to the slope that bridges the gap. Squared by learner, and summed.
 */
function standardError(pairs: readonly Matched[], others: readonly Observation[], value: Value): number {
  const usual = usualChange(others, value);
  const gap = gapOf(pairs);
  const sums = new Map<string, number>();
  const add = (learner: string, part: number) => sums.set(learner, (sums.get(learner) ?? 0) + part);
  for (const one of others) add(one.learner, -dot(gap, usual.pull(one)) * usual.residual(one));
  for (const { contact, similar } of pairs) {
    add(contact.learner, usual.residual(contact) / pairs.length);
    for (const one of similar) add(one.learner, -usual.residual(one) / (similar.length * pairs.length));
  }
  const squares = [...sums.values()].reduce((sum, part) => sum + part ** 2, 0);
  return Math.sqrt((squares * sums.size) / Math.max(1, sums.size - 1));
}
