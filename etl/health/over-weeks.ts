import { communityHealth, type HealthDefinition } from './definition.ts';
import { healthOf, type Health, type Withheld } from './health.ts';
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

/** A week's health with what only the weeks before can tell. */
export type HealthWeek =
  | (Health & {
      readonly band: HealthBand;
      readonly interval: Interval | null;
      /** Against the last week with an index. Null: there is none. */
      readonly change: { readonly delta: number; readonly called: boolean } | null;
      /** Of the definition. */
      readonly version: number;
    })
  | (Withheld & { readonly version: number });

/** A week with the values of its indicators, of a course or of many. */
export interface ReadWeek {
  readonly indicators: Readonly<Record<string, number | null>>;
  /** E without those who opted out. */
  readonly people: number;
  /** The interval around an index; null: it cannot be said. */
  interval: ((index: number) => Interval | null) | null;
  /** In force at the end of the week; what Kith comes with unless said. */
  readonly definition?: HealthDefinition;
  /** It says something else than the week before: band and change start anew. */
  readonly apart?: boolean;
}

/**
 * The health of each week, oldest first; a week without an index leaves the band as it was. Where the definition
 * changes, band and change start anew: two meanings are not compared.
 */
export function healthOver(weeks: readonly ReadWeek[]): readonly HealthWeek[] {
  let before: { index: number; band: HealthBand; interval: Interval | null; version: number } | null = null;
  return weeks.map(({ indicators, people, interval, definition = communityHealth, apart }): HealthWeek => {
    if (apart === true) before = null;
    const health = healthOf(indicators, people, definition);
    const { version } = definition;
    if ('withheld' in health) return { ...health, version };
    const { index } = health;
    const last: typeof before = before?.version === version ? before : null;
    const now = { index, band: nextHealthBand(last, index, definition), interval: interval?.(index) ?? null, version };
    const change = last === null ? null : { delta: index - last.index, called: isChange(last, now, definition) };
    before = now;
    return { ...health, ...now, change };
  });
}
