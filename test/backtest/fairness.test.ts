import { describe, expect, test } from 'vitest';
import { fairnessOf, type Looked } from '@kith/etl/backtest/metrics/fairness.ts';
import { randomOf, type Random } from '@kith/etl/simulate/random.ts';

/** Connected learners of ten weeks, flagged at their group's rate. Some are flagged again and again, as in life. */
const classOf = (random: Random, rates: Readonly<Record<string, number>>, size: number): Looked[] =>
  Object.entries(rates).flatMap(([group, rate]) =>
    Array.from({ length: size }, () => {
      const own = Math.min(1, rate * random.gamma(1));
      const flagged = Array.from({ length: 10 }, () => random.chance(own)).filter(Boolean).length;
      return { group, flagged, weeks: 10 };
    }),
  );

describe('flag rates by group', () => {
  test('equal groups raise no alarm in at least 95 % of runs', () => {
    const runs = Array.from({ length: 200 }, (_, run) => {
      const random = randomOf(run, 'equal');
      return fairnessOf(classOf(random, { north: 0.08, south: 0.08, coast: 0.08, abroad: 0.08 }, 60), random, 200)
        .alarm;
    });
    expect(runs.filter(Boolean).length).toBeLessThanOrEqual(10);
  });

  test('a group that is flagged three times as often is detected', () => {
    const runs = Array.from({ length: 40 }, (_, run) => {
      const random = randomOf(run, 'biased');
      return fairnessOf(classOf(random, { north: 0.07, south: 0.07, coast: 0.07, abroad: 0.21 }, 80), random, 200)
        .alarm;
    });
    expect(runs.filter(Boolean).length).toBeGreaterThanOrEqual(38);
  });

  test('a cell under ten says its size and nothing else, and takes part in no comparison', () => {
    const random = randomOf(1);
    const people = [...classOf(random, { north: 0.1, south: 0.1 }, 40), { group: 'far', flagged: 10, weeks: 10 }];
    const { groups, alarm } = fairnessOf(people, random, 100);
    expect(groups.find(({ group }) => group === 'far')).toEqual({
      group: 'far',
      learners: 1,
      rate: null,
      interval: null,
    });
    expect(alarm).toBe(false);
  });

  test('small cells are shown with their interval and raise no alarm', () => {
    const people = (group: string, flagged: number): Looked[] =>
      Array.from({ length: 12 }, () => ({ group, flagged, weeks: 10 }));
    const { groups, ratio, p, alarm } = fairnessOf([...people('a', 9), ...people('b', 1)], randomOf(1), 200);
    expect(groups.map(({ rate }) => rate)).toEqual([0.9, 0.1]);
    expect(groups[0]!.interval!.low).toBeLessThan(0.9);
    expect(ratio).toBeCloseTo(9, 12);
    expect(p).toBeLessThan(0.01);
    expect(alarm).toBe(false);
  });

  test('one group alone is compared with nobody', () => {
    expect(fairnessOf(classOf(randomOf(1), { all: 0.2 }, 40), randomOf(1))).toMatchObject({ ratio: null, p: null });
  });
});
