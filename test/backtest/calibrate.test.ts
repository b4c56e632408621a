import { describe, expect, test } from 'vitest';
import { calibrated } from '@kith/etl/backtest/calibrate/calibrated.ts';
import { randomOf } from '@kith/etl/simulate/random.ts';

import { rowOf, sayings } from './rows.ts';

/**
 * Presentations in which it comes with a probability of `risk`. Of each learner the score is known, and two concerns,
 * of which only the first has to do with what comes.
 */
function presentations(count: number, learners: number, risk: (concern: number, score: number) => number) {
  const random = randomOf(7, 'calibration');
  const said = Array.from({ length: count }, (): Record<number, object> => ({}));
  const rows = Array.from({ length: count }, (_, at) =>
    Array.from({ length: learners }, (_, person) => {
      const [concern, noise] = [random.unit(), random.unit()];
      const score = random.between(0, 100);
      said[at]![person] = { score, concerns: { peer_contact: concern, voice: noise } };
      return rowOf(`p${at}`, person, 1, { came: random.chance(risk(concern, score)), score, startsAt: at });
    }),
  ).flat();
  return { rows, terms: said.map((own, at) => sayings(`p${at}`, [own])) };
}

describe('a probability beside the score', () => {
  test.each([
    ['courses that all began at once', presentations(1, 400, () => 0.4), /began at once/],
    ['one past presentation', presentations(2, 400, () => 0.4), /is 1 past presentation; 2 are needed/],
    ['few for whom it came', presentations(3, 60, () => 0.2), /It came for \d+ learners .* 50 are needed/],
  ])('is refused in words: %s', (_, { rows, terms }, why) => {
    expect(calibrated(rows, terms, 'L1').refused?.join(' ')).toMatch(why);
  });

  test('learns weights where they rank a later presentation better, none of them below 0', () => {
    const { rows, terms } = presentations(3, 400, (concern) => 0.05 + 0.6 * concern);
    const outcome = calibrated(rows, terms, 'L1');
    if (outcome.refused !== null) throw new Error(outcome.refused.join(' '));
    expect(outcome.learned).toBe('every concern');
    expect(outcome.aucConcerns - outcome.aucAlone).toBeGreaterThan(0.02);
    expect(outcome.weights.peer_contact).toBeGreaterThan(0.3);
    expect(Object.values(outcome.weights).every((weight) => weight >= 0)).toBe(true);
    expect(outcome.later.ece).toBeLessThan(0.1);
    expect(outcome.later.bins.reduce((sum, { cases }) => sum + cases, 0)).toBe(400);
  });

  test('else only says what a score has meant', () => {
    const { rows, terms } = presentations(3, 400, (_, score) => 0.05 + 0.006 * score);
    expect(calibrated(rows, terms, 'L1')).toMatchObject({ refused: null, learned: 'the score alone' });
  });
});
