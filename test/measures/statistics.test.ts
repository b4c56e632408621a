import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { gini, redrawGini } from '@kith/etl/measures/gini.ts';
import { medianWait, medianWaitOf } from '@kith/etl/measures/kaplan-meier.ts';
import { median } from '@kith/etl/measures/median.ts';
import { theilSenSlope } from '@kith/etl/measures/theil-sen.ts';
import { wilson } from '@kith/etl/measures/wilson.ts';

describe('median', () => {
  test.each([
    [[], null],
    [[null, null], null],
    [[3], 3],
    [[4, 1], 2.5],
    [[10, null, 9, 2], 9],
  ])('%j → %s', (values, expected) => {
    expect(median(values)).toBe(expected);
  });
});

describe('Gini', () => {
  test.each([
    ['nobody', [], 0],
    ['nothing to spread', [0, 0, 0], 0],
    ['everyone the same', [2, 2, 2, 2], 0],
    ['one of four has it all', [0, 0, 0, 8], 0.75],
    ['by hand: |1-3| twice over 2·2·4', [1, 3], 0.25],
  ])('%s', (_, values, expected) => {
    expect(gini(values)).toBeCloseTo(expected, 12);
  });

  test('the one-pass form is the sum over pairs', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(50), { minLength: 1, maxLength: 20 }), (values) => {
        const total = values.reduce((sum, value) => sum + value, 0);
        const pairs = values.flatMap((x) => values.map((y) => Math.abs(x - y))).reduce((sum, gap) => sum + gap, 0);
        expect(gini(values)).toBeCloseTo(total === 0 ? 0 : pairs / (2 * values.length * total), 12);
      }),
    );
  });

  test('of a class drawn again it is that of the drawn', () => {
    const learner = fc.record({ value: fc.nat(50), times: fc.nat(4) });
    fc.assert(
      fc.property(fc.array(learner, { minLength: 1, maxLength: 20 }), (learners) => {
        const drawn = learners.flatMap(({ value, times }) => Array.from({ length: times }, () => value));
        const redraw = redrawGini(learners.map(({ value }) => value));
        expect(redraw(learners.map(({ times }) => times))).toBeCloseTo(gini(drawn), 12);
      }),
    );
  });

  test('a negative value is refused', () => expect(() => gini([1, -1])).toThrow(RangeError));
});

describe('Kaplan-Meier median', () => {
  const answered = (time: number) => ({ time, happened: true });
  const open = (time: number) => ({ time, happened: false });

  test('nobody waited', () => expect(medianWait([])).toBeNull());

  test('without censoring it is where half have been answered', () => {
    expect(medianWait([answered(1), answered(2), answered(3), answered(40)])).toEqual({ reached: true, time: 2 });
  });

  test('open posts are censored, not dropped: dropping them would say 2 hours', () => {
    const posts = [answered(1), answered(2), answered(3), open(50), open(60), open(70), open(80)];
    expect(medianWait(posts)).toEqual({ reached: false, beyond: 80 });
    expect(medianWait(posts.filter(({ happened }) => happened))).toEqual({ reached: true, time: 2 });
  });

  test('a post closed early leaves the ones watched longer to decide', () => {
    // S: 3/4 at 1, then one leaves at 2, then 3/4 · 1/2 = 0.375 at 5.
    expect(medianWait([answered(1), open(2), answered(5), answered(9)])).toEqual({ reached: true, time: 5 });
  });

  test('at the same instant an answer comes before a censoring', () => {
    expect(medianWait([answered(4), open(4)])).toEqual({ reached: true, time: 4 });
  });

  test('exactly one half is reached, also when the fractions do not multiply exactly', () => {
    const six = [1, 2, 3, 4, 5, 6].map(answered);
    expect(medianWait(six)).toEqual({ reached: true, time: 3 });
    const many = Array.from({ length: 1000 }, (_, index) => answered(index + 1));
    expect(medianWait(many)).toEqual({ reached: true, time: 500 });
  });

  test('beyond the horizon everything is still waiting', () => {
    const slow = [answered(10), answered(400), answered(500)];
    expect(medianWait(slow, 336)).toEqual({ reached: false, beyond: 336 });
    expect(medianWait(slow)).toEqual({ reached: true, time: 400 });
    expect(medianWait([answered(336)], 336)).toEqual({ reached: true, time: 336 });
  });
});

describe('Theil-Sen slope', () => {
  test('one odd week does not make a trend', () => {
    const points = [20, 22, 90, 26].map((y, x) => ({ x, y }));
    // Slopes 2, 35, 2, 68, 2, -64: the median is 2; least squares would say 8.6.
    expect(theilSenSlope(points)).toBe(2);
  });

  test('points at the same x have no slope', () => {
    expect(theilSenSlope([])).toBeNull();
    expect(theilSenSlope([{ x: 1, y: 1 }])).toBeNull();
    expect(
      theilSenSlope([
        { x: 1, y: 1 },
        { x: 1, y: 9 },
      ]),
    ).toBeNull();
  });

  test('a gap in the weeks counts as weeks', () => {
    expect(
      theilSenSlope([
        { x: 2, y: 10 },
        { x: 6, y: 30 },
      ]),
    ).toBe(5);
  });
});

describe('Wilson interval', () => {
  test.each([
    // Newcombe (1998), table I: 81/263 and 15/148.
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('%i of %i', (k, n, low, high) => {
    expect(wilson(k, n)!.low).toBeCloseTo(low, 4);
    expect(wilson(k, n)!.high).toBeCloseTo(high, 4);
  });

  test('of nothing nothing is known', () => expect(wilson(0, 0)).toBeNull());

  test('more than all is an error', () => expect(() => wilson(3, 2)).toThrow(RangeError));
});

test('a median wait over waits taken many times is that of the list written out', () => {
  const wait = fc.record({ time: fc.nat(500), happened: fc.boolean(), times: fc.nat(3) });
  fc.assert(
    fc.property(fc.array(wait, { maxLength: 25 }), fc.constantFrom(336, Infinity), (waits, horizon) => {
      const writtenOut = waits.flatMap((one) => Array.from({ length: one.times }, () => one));
      expect(medianWaitOf(waits, horizon)((place) => waits[place]!.times)).toEqual(medianWait(writtenOut, horizon));
    }),
    { numRuns: 1000 },
  );
});
