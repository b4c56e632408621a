import { expect, test } from 'vitest';
import { redefine, ScoreDefinition } from '@kith/etl/score/definition.ts';
import { isolation } from '@kith/etl/score/isolation.ts';
import { presenceSignal } from '@kith/etl/score/presence-signal.ts';
import { isolationComponents, presenceComponents } from '@kith/etl/score/types.ts';
import { classmates, learner, scoredFirst } from './signals.ts';

const sum = (weights: ScoreDefinition['weights']) =>
  Object.values(weights).reduce((total, weight) => total + weight, 0);

test('the weights of both definitions sum to 100, in the order of display', () => {
  expect(sum(isolation.weights)).toBe(100);
  expect(Object.keys(isolation.weights)).toEqual(isolationComponents);
  expect(sum(presenceSignal.weights)).toBe(100);
  expect(Object.keys(presenceSignal.weights)).toEqual(presenceComponents);
});

test('a definition survives being stored', () => {
  expect(ScoreDefinition.parse(JSON.parse(JSON.stringify(isolation)))).toEqual(isolation);
});

test('a change of meaning needs a new version, and the score names it', () => {
  const weights = { ...isolation.weights, felt_belonging: 20 };
  expect(() => redefine(isolation, { version: 2, weights })).toThrow('Version 2 exists');
  const own = redefine(isolation, { version: 3, weights });
  const week = scoredFirst([learner('ana', { pulse: 2 }), ...classmates(6)], own);
  expect(week.definition).toEqual({ id: 'isolation', version: 3 });
  expect(week.score).toBeCloseTo((100 * 20) / 110, 12);
  expect(week.coverage).toBe(1);
});

test.each([
  ['a negative weight', { weights: { peer_contact: -1 } }],
  ['an unknown component', { weights: { sentiment: 10 } }],
  ['no component', { weights: {} }],
  ['bands that do not rise', { bands: { ...isolation.bands, enter: { watch: 45, elevated: 45, high: 60 } } }],
  ['a usual whose limits cross', { usual: { ...isolation.usual, voice: { atLeast: 3, atMost: 1, fallback: 2 } } }],
  ['two upper bands in one', { bands: { ...isolation.bands, enter: { watch: 30, elevated: 60, high: 60 } } }],
  ['days that are none and full at once', { recency: { from: 3, to: 3 } }],
  ['an answer that is fine and poor at once', { belonging: { fine: 4, poor: 4 } }],
  ['medium above high', { confidence: { high: 0.5, medium: 0.6 } }],
  ['a member nobody reads', { colour: 'red' }],
])('%s is refused', (_, change) => {
  expect(ScoreDefinition.safeParse({ ...isolation, ...change }).success).toBe(false);
});

test.each([
  ['a usual that is fixed', { usual: { ...isolation.usual, voice: { atLeast: 2, atMost: 2, fallback: 2 } } }],
  ['one line between low and high', { confidence: { high: 0.6, medium: 0.6 } }],
])('%s is allowed', (_, change) => {
  expect(ScoreDefinition.safeParse({ ...isolation, ...change }).success).toBe(true);
});
