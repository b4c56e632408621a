import { describe, expect, test } from 'vitest';
import { abrocaOf, type Ranking } from '@kith/etl/backtest/metrics/abroca.ts';
import { curveGrid, curvesOf } from '@kith/etl/backtest/metrics/curves.ts';
import { auc, type Ranked } from '@kith/etl/backtest/metrics/roc-auc.ts';
import { randomOf } from '@kith/etl/simulate/random.ts';
import { bandOutcomes } from '@kith/etl/backtest/term/band-outcomes.ts';

import { rowOf, sayings } from './rows.ts';

const cases = (came: readonly number[], stayed: readonly number[]): Ranked[] => [
  ...came.map((score) => ({ score, came: true })),
  ...stayed.map((score) => ({ score, came: false })),
];
const near = (values: readonly number[]): number[] => values.map((value) => expect.closeTo(value, 9) as number);

describe('curves', () => {
  test('of a ranking without a fault, of one that says nothing, and of one the other way round', () => {
    const perfect = curvesOf([cases([4, 3], [2, 1])]);
    expect(perfect.roc).toEqual(near(curveGrid.map(() => 1)));
    expect(perfect.precision).toEqual(near(curveGrid.map(() => 1)));
    // Of two in four, and of nobody more.
    expect(perfect.lift.slice(0, 11)).toEqual(near(Array.from({ length: 11 }, () => 2)));
    expect(perfect.lift.at(-1)).toBeCloseTo(1, 12);
    expect(curvesOf([cases([1, 1], [1, 1])]).roc).toEqual(near(curveGrid));
    expect(curvesOf([cases([1], [2, 3])]).roc).toEqual(near(curveGrid.map((x) => (x < 1 ? 0 : 1))));
  });

  test('have the area that the figure beside them says', () => {
    const random = randomOf(4);
    const draw = (shift: number) => Array.from({ length: 200 }, () => shift + random.gamma(2));
    const own = cases(draw(0.8), draw(0));
    const { roc } = curvesOf([own]);
    const area = roc.slice(1).reduce((sum, y, at) => sum + (y + roc[at]!) / 40, 0);
    expect(Math.abs(area - auc(own))).toBeLessThan(0.01);
  });

  test('are means over course-weeks, each as heavy as the other', () => {
    const { roc } = curvesOf([cases([2], [1]), cases([1], [2, 2, 2, 2, 2])]);
    expect(roc[10]).toBeCloseTo(0.5, 12);
  });
});

describe('the area between the curves of groups', () => {
  const weeks = (...points: number[]): number[] => {
    const own = new Array<number>(101).fill(0);
    for (const point of points) own[point]! += 1;
    return own;
  };
  const people = (group: string, came: number, stayed: number, size: number): Ranking[] =>
    Array.from({ length: size }, () => ({ group, came: weeks(came), stayed: weeks(stayed) }));

  test('is one where one group is ranked rightly and the other the other way round, and none where both are alike', () => {
    const [apart] = abrocaOf([...people('a', 80, 10, 20), ...people('b', 10, 80, 20)], randomOf(1));
    expect(apart!.area).toBeCloseTo(1, 2);
    expect(apart!.p).toBeLessThan(0.02);
    const [alike] = abrocaOf([...people('a', 80, 10, 20), ...people('b', 80, 10, 20)], randomOf(1));
    expect(alike).toMatchObject({ area: 0, p: 1, interval: { low: 0, high: 0 } });
  });

  test('is a half between a ranking without a fault and one that says nothing', () => {
    const [one] = abrocaOf([...people('a', 80, 10, 20), ...people('b', 50, 50, 20)], randomOf(1));
    expect(one!.area).toBeCloseTo(0.5, 2);
  });

  test('a group under ten, or one for whom it never came, says its size and nothing else', () => {
    const few = abrocaOf([...people('a', 80, 10, 9), ...people('b', 80, 10, 20)], randomOf(1));
    expect(few[0]).toEqual({ group: 'a', learners: 9, area: null, interval: null, p: null });
    expect(few[1]!.area).toBeNull();
    const never = people('a', 80, 10, 20).map((one) => ({ ...one, came: weeks() }));
    expect(abrocaOf([...never, ...people('b', 80, 10, 20)], randomOf(1)).map(({ area }) => area)).toEqual([null, null]);
  });

  test('of groups dealt at random is rarely far by chance', () => {
    const found = Array.from({ length: 40 }, (_, run) => {
      const random = randomOf(run, 'alike');
      const own = Array.from({ length: 60 }, (_, person) => ({
        group: person % 2 === 0 ? 'a' : 'b',
        came: weeks(random.pick([30, 50, 70])),
        stayed: weeks(random.pick([10, 30, 50])),
      }));
      return abrocaOf(own, random, 60)[0]!.p! <= 0.05;
    });
    expect(found.filter(Boolean).length).toBeLessThanOrEqual(6);
  });
});

test('a band says how often it came for its learners, once there are ten of them', () => {
  const said = (band: 'connected' | 'high', people: readonly number[]) =>
    Object.fromEntries(people.map((person) => [person, { band }]));
  const [calm, high] = [Array.from({ length: 20 }, (_, at) => at), Array.from({ length: 9 }, (_, at) => 20 + at)];
  const terms = [sayings('a', [{ ...said('connected', calm), ...said('high', high) }])];
  const rows = [...calm, ...high].map((person) => rowOf('a', person, 1, { came: person < 5 || person > 20 }, 'L2'));
  expect(bandOutcomes(rows, terms, ['L2'])).toMatchObject([
    { band: 'connected', learners: 20, rate: 0.25, interval: { low: expect.any(Number) as number } },
    { band: 'high', learners: 9, rate: null, interval: null },
  ]);
});
