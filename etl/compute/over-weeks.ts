import type { Affordances } from './affordances.ts';
import { alertsOverTerm } from '../alerts/term.ts';
import type { InForce } from '../definitions/overridable.ts';
import { beyondInstructors, withoutImmediacy } from '../health/immediacy.ts';
import { healthOver, type HealthWeek } from '../health/over-weeks.ts';
import type { Interval } from '../measures/wilson.ts';
import type { AlertList } from '../score/alerts.ts';
import { firing, type PatternId, type PatternsNow } from '../score/patterns.ts';
import type { Band, ConfidenceLevel } from '../score/types.ts';

export interface BareWeek {
  readonly week: number;
  readonly definitions: InForce;
  readonly indicators: Readonly<Record<string, number | null>>;
  readonly interval: Interval | null;
  readonly sharedInterval: Interval | null;
  /** E without those who opted out. */
  readonly people: number;
  readonly affordances: Affordances;
  readonly patterns: ReadonlyMap<number, PatternsNow>;
  readonly learners: readonly {
    readonly learnerId: string;
    readonly score: number | null;
    readonly band: Band | null;
    readonly confidenceLevel: ConfidenceLevel | null;
  }[];
}

export interface WeekInTerm {
  readonly firing: ReadonlyMap<number, readonly PatternId[]>;
  readonly health: HealthWeek;
  /** Without e-immediacy: what is said beyond those who teach. */
  readonly sharedHealth: HealthWeek;
  readonly alerts: AlertList;
}

/**
 * What one week cannot know by itself: patterns that must hold twice, bands that follow two weeks, who was listed.
 *
 * @param elsewhere who, at the end of the nth of the weeks, meets others where Kith does not look
 */
export function overWeeks(
  weeks: readonly BareWeek[],
  capacity: number | null,
  elsewhere: (index: number) => ReadonlySet<string>,
): readonly WeekInTerm[] {
  const fired = weeks.map(({ patterns }, index) => {
    const before = weeks[index - 1]?.patterns;
    return new Map([...patterns].map(([person, now]) => [person, firing(now, before?.get(person) ?? null)]));
  });
  const alerts = alertsOverTerm(
    weeks.map(({ week, learners, affordances, definitions }, index) => ({
      week,
      rule: definitions.alerts,
      wayToConnect: affordances.wayToConnect,
      learners: watchedOf(learners, fired[index]!, elsewhere(index)),
    })),
    capacity,
  );
  const health = healthOver(
    weeks.map((week) => ({
      ...week,
      interval: () => week.interval,
      definition: week.definitions.community_health,
    })),
  );
  const sharedHealth = healthOver(
    weeks.map((week) => ({
      ...week,
      indicators: withoutImmediacy(week.indicators),
      interval: () => week.sharedInterval,
      definition: beyondInstructors(week.definitions.community_health),
    })),
  );
  return weeks.map((_, index) => ({
    firing: fired[index]!,
    health: health[index]!,
    sharedHealth: sharedHealth[index]!,
    alerts: alerts[index]!,
  }));
}

const watchedOf = (
  learners: BareWeek['learners'],
  fired: ReadonlyMap<number, readonly PatternId[]>,
  elsewhere: ReadonlySet<string>,
) =>
  learners.flatMap((learner) => {
    const patterns = fired.get(Number(learner.learnerId));
    return patterns ? [{ ...learner, patterns, meetsElsewhere: elsewhere.has(learner.learnerId) }] : [];
  });
