import { valuesOf } from '../compute/values.ts';
import { communityHealth, type HealthDefinition } from '../health/definition.ts';
import { beyondInstructors, withoutImmediacy } from '../health/immediacy.ts';
import { healthOver, type HealthWeek } from '../health/over-weeks.ts';
import { percentile } from '../measures/percentile.ts';
import type { Interval } from '../measures/wilson.ts';
import { halfInterval, type Part } from './part.ts';

/** What a pooled week says, as a course-week does. */
export interface PooledWeek {
  readonly indicators: Readonly<Record<string, number | null>>;
  readonly health: PooledHealth;
  /** Without e-immediacy: what is said where too few instructors are pooled. */
  readonly sharedHealth: PooledHealth;
}

export type PooledHealth = HealthWeek & { readonly spread: Spread | null };

/** Over the courses that have an index: lowest, quartiles, highest. A pooled number hides the one broken course. */
export interface Spread {
  readonly courses: number;
  readonly lowest: number;
  readonly lower: number;
  readonly middle: number;
  readonly upper: number;
  readonly highest: number;
}

/** A week of a node, and whether it says what is about those who teach. */
type WeekPart = Part & { readonly definition?: HealthDefinition; readonly pooled?: boolean };

/**
 * Weeks of pooled courses in order; bands follow two weeks, as a course's do. A week that says what is about instructors
 * is not compared with one that must not: the change would tell what the other keeps back.
 */
export function pooledWeeks(parts: readonly WeekPart[]): readonly PooledWeek[] {
  const indicators = parts.map(({ pools }) => valuesOf(pools));
  const healthBy = (prefix: '' | 'shared '): readonly HealthWeek[] =>
    healthOver(
      parts.map((part, week) => ({
        indicators: prefix === '' ? indicators[week]! : withoutImmediacy(indicators[week]!),
        people: part.counts.people ?? 0,
        interval: errorOf(part, prefix),
        apart: prefix === '' && week > 0 && parts[week - 1]!.pooled !== part.pooled,
        definition: (prefix === '' ? same : beyondInstructors)(part.definition ?? communityHealth),
      })),
    );
  const [health, sharedHealth] = [healthBy(''), healthBy('shared ')];
  return parts.map(({ indexes }, week) => {
    const spread = spreadOf(indexes);
    return {
      indicators: indicators[week]!,
      health: { ...health[week]!, spread },
      sharedHealth: { ...sharedHealth[week]!, spread },
    };
  });
}

const same = (definition: HealthDefinition): HealthDefinition => definition;

/**
 * How far the index may be off, 0 up: the courses' own errors by their share of the learners. It is the interval of a
 * course where there is one course, and narrows as learners are added. Null where fewer than half of the learners are
 * in courses that have an index.
 */
function errorOf({ counts }: Part, prefix: '' | 'shared '): ((index: number) => Interval) | null {
  const { people = 0, [`${prefix}measured`]: measured = 0, [`${prefix}variance`]: variance = 0 } = counts;
  if (measured === 0 || measured < people / 2) return null;
  const half = (halfInterval * Math.sqrt(variance)) / measured;
  return (index) => ({ low: Math.max(0, index - half), high: Math.min(100, index + half) });
}

function spreadOf(indexes: readonly number[]): Spread | null {
  if (indexes.length === 0) return null;
  const [lowest, lower, middle, upper, highest] = [0, 0.25, 0.5, 0.75, 1].map((share) => percentile(indexes, share));
  return {
    courses: indexes.length,
    lowest: lowest!,
    lower: lower!,
    middle: middle!,
    upper: upper!,
    highest: highest!,
  };
}
