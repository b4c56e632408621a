import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { communityHealth, HealthDefinition } from '@kith/etl/health/definition.ts';
import { indexOver } from '@kith/etl/health/drawn.ts';
import { healthOf, worth, type Health } from '@kith/etl/health/health.ts';
import { isChange, nextHealthBand } from '@kith/etl/health/over-weeks.ts';
import { indicators } from '@kith/etl/indicators/index.ts';

const anchored = Object.values(communityHealth.themes).flatMap(({ indicators: own }) => Object.values(own));
/** Every indicator at a place between its anchors: 0 is poor, 1 is good. */
const at = (place: number): Record<string, number | null> =>
  Object.fromEntries(
    anchored.flatMap(({ from, poor, good, scale }) =>
      from.map((id) => [
        id,
        scale === 'linear' ? poor + place * (good - poor) : Math.exp(Math.log(poor) + place * Math.log(good / poor)),
      ]),
    ),
  );
const known = (values: Record<string, number | null>, learners = 20): Health => {
  const health = healthOf(values, learners);
  if ('withheld' in health) throw new Error(health.withheld);
  return health;
};

describe('the index', () => {
  test.each([0, 0.25, 0.5, 1])('is %f of 100 where everything is', (place) => {
    expect(known(at(place)).index).toBeCloseTo(100 * place, 9);
  });

  test('hours are read on a log scale, and nothing is better than good', () => {
    const wait = { poor: 96, good: 8, scale: 'log' as const };
    expect(worth(8, wait)).toBe(100);
    expect(worth(1, wait)).toBe(100);
    expect(worth(Math.sqrt(96 * 8), wait)).toBeCloseTo(50, 9);
    expect(worth(336, wait)).toBe(0);
  });

  test('one broken part is named, however little it moves the mean', () => {
    const health = known({ ...at(0.9), staff_dependence: 0.9 });
    expect(health).toMatchObject({ weakestTheme: 'EI', weakestIndicator: 'staff_dependence' });
    expect(health.index).toBeGreaterThan(80);
  });

  test('mixing takes the worse of region and time zone, and whichever is known', () => {
    const share = (values: Record<string, number | null>) =>
      known(values)
        .themes.find(({ theme }) => theme === 'VC')!
        .indicators.find(({ id }) => id === 'mixing')?.value;
    expect(share({ ...at(1), mixing_region: 0.3, mixing_time_zone: 0.1 })).toBe(0.3);
    expect(share({ ...at(1), mixing_region: null, mixing_time_zone: 0.1 })).toBe(0.1);
    expect(share({ ...at(1), mixing_region: null, mixing_time_zone: null })).toBeUndefined();
  });

  test('a theme without an indicator is left out, and the others share its weight', () => {
    const values = { ...at(1), time_spread: null, attendance_gap: null, async_alternative_share: null };
    expect(known(values).themes.map(({ theme }) => theme)).not.toContain('CF');
    expect(known(values).index).toBeCloseTo(100, 9);
  });

  test('is withheld for seven learners, and where less than half can be seen', () => {
    expect(healthOf(at(1), 7)).toMatchObject({ withheld: 'too_few_learners' });
    expect(known(at(1), 8).index).toBeCloseTo(100, 9);
    expect(healthOf({ connected_share: 0.9, voices_share: 0.8, belonging_mean: 4 }, 20)).toMatchObject({
      withheld: 'too_little_seen',
      coverage: 0.21,
    });
  });

  test('is made of registered health indicators only', () => {
    const roles = new Map<string, readonly string[]>(indicators.map(({ id, roles: own }) => [id, own]));
    for (const { from } of anchored) for (const id of from) expect(roles.get(id), id).toContain('health');
    const used = anchored.flatMap(({ from }) => from);
    for (const [id, own] of roles) if (own.includes('health')) expect(used, id).toContain(id);
  });

  test('rises with every indicator that gets better', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), {
          minLength: anchored.length,
          maxLength: anchored.length,
        }),
        fc.nat(anchored.length - 1),
        (places, which) => {
          const values = (move: number) =>
            Object.fromEntries(
              anchored.flatMap(({ from, poor, good }, index) => {
                const place = Math.min(1, places[index]! + (index === which ? move : 0));
                return from.map((id) => [id, poor + place * (good - poor)]);
              }),
            );
          expect(known(values(0.2)).index).toBeGreaterThanOrEqual(known(values(0)).index - 1e-9);
        },
      ),
      { numRuns: 1000 },
    );
  });

  test('a definition whose anchors are equal is none', () => {
    const broken = structuredClone(communityHealth);
    broken.themes.TA.indicators.access_share!.good = 0.5;
    expect(() => HealthDefinition.parse(broken)).toThrow();
  });
});

describe('bands over weeks', () => {
  test.each([
    ['a first index stands alone', null, 72, 'thriving'],
    ['one bad week changes nothing', { band: 'thriving', index: 72 }, 60, 'thriving'],
    ['nor do two that undercut it by less than four', { band: 'thriving', index: 67 }, 66.5, 'thriving'],
    ['two that undercut it by four do', { band: 'thriving', index: 65.9 }, 65, 'steady'],
    ['one good week is not enough', { band: 'steady', index: 69 }, 75, 'steady'],
    ['two are', { band: 'steady', index: 70 }, 75, 'thriving'],
    ['a fall may be deep', { band: 'thriving', index: 30 }, 20, 'struggling'],
  ] as const)('%s', (_, before, index, band) => {
    expect(nextHealthBand(before, index)).toBe(band);
  });
});

test('a change is called when intervals lie apart, or from eight points on', () => {
  const week = (index: number, reach: number) => ({ index, interval: { low: index - reach, high: index + reach } });
  expect(isChange(week(60, 5), week(66, 5))).toBe(false);
  expect(isChange(week(60, 2), week(66, 2))).toBe(true);
  expect(isChange(week(60, 9), week(68, 9))).toBe(true);
  expect(isChange(week(60, 9), { index: 67.9, interval: null })).toBe(false);
});

test('the index of a draw is the index of the same values, to the last bit', () => {
  const ids = [...new Set(anchored.flatMap(({ from }) => from))];
  const value = fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { nil: null, freq: 4 });
  fc.assert(
    fc.property(fc.array(value, { minLength: ids.length, maxLength: ids.length }), fc.nat(ids.length), (all, cut) => {
      const values = Object.fromEntries(ids.map((id, place) => [id, all[place]!]));
      const health = healthOf(values, 20);
      const stale = { ...values, ...Object.fromEntries(ids.slice(cut).map((id) => [id, 0.123])) };
      const index = indexOver(stale, ids.slice(cut))(all.slice(cut).map((drawn) => drawn ?? NaN));
      if ('index' in health) expect(index).toBe(health.index);
    }),
    { numRuns: 1000 },
  );
});
