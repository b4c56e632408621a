import { toldDivision } from '@kith/etl/divisions/told-division.ts';
import { mixingReach, type Link } from '@kith/etl/measures/assortativity.ts';
import { wilsonDifference } from '@kith/etl/measures/wilson-difference.ts';
import { describe, expect, test } from 'vitest';

const division = 'region';
const nothing = { division, leftOut: false, unknown: 0, ties: undefined } as const;

describe('what is told of regions', () => {
  test('nothing where nothing is known', () => {
    expect(toldDivision({ ...nothing, cells: [] })).toBeNull();
  });

  test('nine learners are no region', () => {
    expect(toldDivision({ ...nothing, cells: [{ name: 'north', people: 9, sum: 5 }] })).toBeNull();
  });

  test('one region has no gap', () => {
    const told = toldDivision({ ...nothing, cells: [{ name: 'north', people: 12, sum: 6 }], unknown: 13 })!;
    expect(told).toMatchObject({ gap: null, unknown: 15, cells: [{ name: 'north', people: 10, attendance: 0.5 }] });
  });

  test('the gap lies between the two that are furthest apart, and its interval is wider for more pairs', () => {
    const cells = [
      { name: 'east', people: 40, sum: 24 },
      { name: 'north', people: 40, sum: 32 },
      { name: 'south', people: 40, sum: 20 },
    ];
    const three = toldDivision({ ...nothing, cells })!.gap!;
    expect(three).toMatchObject({ most: 'north', least: 'south', difference: 0.3 });
    const two = toldDivision({ ...nothing, cells: cells.slice(1) })!.gap!;
    expect([three.low < two.low, three.high > two.high]).toEqual([true, true]);
  });

  test('a region where everybody always came is not sure to the last per cent', () => {
    const [cell] = toldDivision({ ...nothing, cells: [{ name: 'north', people: 10, sum: 10 }] })!.cells;
    expect(cell).toMatchObject({ attendance: 1, low: 0.72, high: 1 });
  });
});

test('the interval of a difference is Newcombe’s: 56 of 70 and 48 of 80', () => {
  // His table II, method 10: 0.0524 to 0.3339.
  const interval = wilsonDifference({ share: 56 / 70, people: 70 }, { share: 48 / 80, people: 80 })!;
  expect(interval.low).toBeCloseTo(0.0524, 4);
  expect(interval.high).toBeCloseTo(0.3339, 4);
  expect(wilsonDifference({ share: 0, people: 0 }, { share: 0.5, people: 8 })).toBeNull();
});

describe('how far r may be off', () => {
  const matrix = (within: number, between: number): Link[] => [
    { from: 'north', to: 'north', weight: 2 * within },
    { from: 'south', to: 'south', weight: 2 * within },
    { from: 'north', to: 'south', weight: between },
    { from: 'south', to: 'north', weight: between },
  ];

  test('is what leaving out every tie in turn comes to', () => {
    const { r, reach } = mixingReach(matrix(10, 10))!;
    expect(r).toBeCloseTo(1 / 3, 9);
    // By hand: without a tie within, and without one between.
    const without = (within: number, other: number, between: number): number => {
      const all = 2 * (within + other + between);
      const [a, b] = [(2 * within + between) / all, (2 * other + between) / all];
      return ((2 * within + 2 * other) / all - a ** 2 - b ** 2) / (1 - a ** 2 - b ** 2);
    };
    const variance = 20 * (without(9, 10, 10) - r) ** 2 + 10 * (without(10, 10, 9) - r) ** 2;
    expect(reach).toBeCloseTo(1.959963984540054 * Math.sqrt(variance), 9);
  });

  test('is less with more ties, and nothing where there is no r', () => {
    expect(mixingReach(matrix(100, 100))!.reach).toBeLessThan(mixingReach(matrix(10, 10))!.reach / 3);
    expect(mixingReach([])).toBeNull();
  });
});
