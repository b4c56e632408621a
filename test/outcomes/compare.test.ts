import { describe, expect, test } from 'vitest';
import { compare } from '@kith/etl/outcomes/compare.ts';
import { compareOne } from '@kith/etl/outcomes/compare-one.ts';
import type { Observation } from '@kith/etl/outcomes/observation.ts';
import { mean } from '@kith/etl/outcomes/usual-change.ts';
import { simulatedTerm } from './simulated-term.ts';

/** What somebody would say who only looks at those they reached: mean change and its plain 95 % interval. */
function naive(changes: readonly number[]) {
  const middle = mean(changes, (one) => one);
  const spread = Math.sqrt(mean(changes, (one) => (one - middle) ** 2) / changes.length);
  return { low: middle - 1.96 * spread, high: middle + 1.96 * spread };
}

const covers = ({ low, high }: { low: number | null; high: number | null }, truth: number) =>
  low !== null && high !== null && low <= truth && truth <= high;

describe('did it help, where the truth is known', () => {
  test('without an effect the interval covers 0 in at least 93 % of 1,000 terms, and before-and-after does not', () => {
    let [right, fooled] = [0, 0];
    for (let seed = 0; seed < 1000; seed++) {
      const { contacts, others } = simulatedTerm({ seed, effect: 0 });
      const answer = compare(contacts, others);
      if (covers(answer, 0)) right++;
      if (!covers(naive(contacts.map(({ change }) => change)), 0)) fooled++;
    }
    expect(right).toBeGreaterThanOrEqual(930);
    expect(fooled).toBeGreaterThan(900);
  }, 240_000);

  test.each([0.5, 1])(
    'a planted effect of %d classmates is found',
    (effect) => {
      const found = Array.from({ length: 200 }, (_, seed) => {
        const { contacts, others } = simulatedTerm({ seed, effect });
        return compare(contacts, others);
      });
      expect(Math.abs(mean(found, ({ difference }) => difference!) - effect)).toBeLessThan(0.1);
      expect(mean(found, (one) => (covers(one, effect) ? 1 : 0))).toBeGreaterThanOrEqual(0.93);
      expect(mean(found, ({ low }) => (low! > 0 ? 1 : 0))).toBeGreaterThan(effect === 1 ? 0.95 : 0.5);
    },
    240_000,
  );
});

const somebody = (learner: string, but: Partial<Observation> = {}): Observation => ({
  learner,
  courseWeek: '3',
  score: 60,
  trend: 0,
  coverage: 1,
  baseline: 1,
  change: 0.5,
  reached: 0,
  ...but,
});
const class_ = (count: number, but: Partial<Observation> = {}) =>
  Array.from({ length: count }, (_, index) =>
    somebody(`other ${index}`, { score: 50 + index, baseline: 1 + index / 20, change: (index % 5) / 5, ...but }),
  );
const reached = (count: number, but: Partial<Observation> = {}) =>
  Array.from({ length: count }, (_, index) => somebody(`contact ${index}`, { reached: 1, score: 52 + index, ...but }));

describe('too few to say', () => {
  test.each([
    ['nobody was contacted', [], class_(20)],
    ['few were contacted', reached(7), class_(20)],
    ['nobody was left out', reached(20), []],
    ['few were left out', reached(20), class_(7)],
    ['nobody left out was similar', reached(20), class_(20, { score: 10 })],
    ['nobody left out was of the same course-week', reached(20), class_(20, { courseWeek: '4' })],
    ['coverage was another', reached(20), class_(20, { coverage: 0.5 })],
    ['nearly all were contacted in a later week', reached(20), class_(20, { reached: 1 })],
  ])('where %s', (_, contacts, others) => {
    expect(compare(contacts, others)).toMatchObject({ verdict: 'too_few', difference: null, low: null, high: null });
  });

  test('and the same data say the same, in whatever order they come', () => {
    const [contacts, others] = [reached(12), class_(20)];
    const answer = compare(contacts, others);
    expect(answer.verdict).toBe('said');
    const again = compare(contacts.toReversed(), others.toReversed());
    expect(again.difference).toBeCloseTo(answer.difference!, 12);
    expect(again.high).toBeCloseTo(answer.high!, 12);
  });
});

describe('one contact', () => {
  test('is beside three similar learners, with an interval as wide as chance', () => {
    const [contact] = reached(1, { change: 1.2 });
    const answer = compareOne(contact!, class_(20));
    expect(answer).toMatchObject({ verdict: 'said', others: 3, before: 1.2 });
    expect(answer.high! - answer.low!).toBeGreaterThan(1);
  });

  test('says nothing more where few were left out', () => {
    const [contact] = reached(1);
    expect(compareOne(contact!, class_(2))).toMatchObject({ verdict: 'too_few', others: 2, difference: null });
    expect(compareOne(contact!, [])).toMatchObject({ verdict: 'too_few', usual: null });
  });

  test('of somebody whose similar learners all rose as well is no success', () => {
    const [contact] = reached(1, { change: 0.8 });
    const answer = compareOne(contact!, class_(20, { change: 0.8 }));
    expect(answer.difference).toBeCloseTo(0, 9);
  });
});
