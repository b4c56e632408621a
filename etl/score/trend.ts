import { theilSenSlope } from '../measures/theil-sen.ts';
import type { ScoredWeek } from './bands.ts';
import type { ScoreDefinition } from './definition.ts';

export type Trend = 'worsening' | 'improving' | 'steady';

/**
 * Where the last four scores go: worsening from +4 points a week (Theil-Sen over week numbers) if the last is also at
 * least 10 above the first; improving is the mirror. Null with fewer than four scores. A missing week is a gap on the
 * time axis, not a zero.
 */
export function trendOf(weeks: readonly ScoredWeek[], rule: ScoreDefinition['trend']): Trend | null {
  const points = weeks
    .flatMap(({ week, score }) => (score === null ? [] : [{ x: week, y: score }]))
    .slice(-rule.scores);
  const slope = theilSenSlope(points);
  if (points.length < rule.scores || slope === null) return null;
  const change = points.at(-1)!.y - points[0]!.y;
  if (slope >= rule.slope && change >= rule.change) return 'worsening';
  if (slope <= -rule.slope && change <= -rule.change) return 'improving';
  return 'steady';
}
