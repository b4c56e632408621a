import { communityHealth, type HealthDefinition } from './definition.ts';
import type { Interval } from '../measures/wilson.ts';

export type HealthBand = 'thriving' | 'steady' | 'fragile' | 'struggling';

const falling = ['thriving', 'steady', 'fragile', 'struggling'] as const;

/** The band of one index alone. */
export const rawHealthBand = (index: number, { bands }: HealthDefinition = communityHealth): HealthBand =>
  index >= bands.thriving
    ? 'thriving'
    : index >= bands.steady
      ? 'steady'
      : index >= bands.fragile
        ? 'fragile'
        : 'struggling';

/**
 * The band after a week, given the one before: up when two weeks in a row reach it, down when two in a row undercut
 * it by the margin. A first index stands alone.
 */
export function nextHealthBand(
  before: { readonly band: HealthBand; readonly index: number } | null,
  index: number,
  definition: HealthDefinition = communityHealth,
): HealthBand {
  if (before === null) return rawHealthBand(index, definition);
  const reached = rawHealthBand(Math.min(before.index, index), definition);
  const kept = rawHealthBand(Math.max(before.index, index) + definition.margin, definition);
  const at = falling.indexOf(before.band);
  if (falling.indexOf(reached) < at) return reached;
  return falling.indexOf(kept) > at ? kept : before.band;
}

/** Whether a change is more than a wobble: the intervals lie apart, or it is large. */
export function isChange(
  before: { readonly index: number; readonly interval: Interval | null },
  now: { readonly index: number; readonly interval: Interval | null },
  definition: HealthDefinition = communityHealth,
): boolean {
  if (Math.abs(now.index - before.index) >= definition.change) return true;
  if (before.interval === null || now.interval === null) return false;
  return now.interval.low > before.interval.high || now.interval.high < before.interval.low;
}
