import type { ScoreDefinition } from './definition.ts';
import type { Comparison, ConfidenceLevel } from './types.ts';

/**
 * How sure a score is: what could be seen of it, and for how long. coverage * min(1, weeks / 3), 0..1; high from
 * 0.75, medium from 0.5. Low, whatever the numbers, where the usual could not be measured and for a score that can
 * never be sure; the number is then held below medium too, so that both always say the same.
 */
export function confidenceOf(
  coverage: number,
  weeksObserved: number,
  { basis }: Comparison,
  { confidence: { high, medium }, confidenceAtMost, fullConfidenceWeeks }: ScoreDefinition,
): { readonly confidence: number; readonly level: ConfidenceLevel } {
  const atMost = basis === 'fallback' ? 'low' : confidenceAtMost;
  const ceiling = { high: 1, medium: high - 0.01, low: medium - 0.01 }[atMost];
  const confidence = Math.min(coverage * Math.min(1, weeksObserved / fullConfidenceWeeks), ceiling);
  return { confidence, level: confidence >= high ? 'high' : confidence >= medium ? 'medium' : 'low' };
}
