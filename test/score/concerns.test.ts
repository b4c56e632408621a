/** Every component's way from a raw value to a concern, at its edges. */
import { describe, expect, test } from 'vitest';
import type { ComponentId, LearnerSignals } from '@kith/etl/score/types.ts';
import { classmates, learner, scoredFirst, seen } from './signals.ts';

/** The concern of one learner among six who do as `usual` says. */
function concern(component: ComponentId, but: Partial<LearnerSignals>, usual: Partial<LearnerSignals> = {}) {
  const away = learner('ana', { ...but, activeLast14: false });
  return scoredFirst([away, ...classmates(6, usual)]).concerns[component];
}

test.each([
  ['peer_contact', { effectivePeers: 0.6 }, { effectivePeers: 3 }, 0.8],
  ['peer_contact', { effectivePeers: 3 }, { effectivePeers: 3 }, 0],
  ['peer_contact', { effectivePeers: 9 }, { effectivePeers: 3 }, 0],
  ['peer_contact', { effectivePeers: 0 }, { effectivePeers: 3 }, 1],
  ['peer_contact', { effectivePeers: 3 }, { effectivePeers: 7 }, 0.25],
  ['inbound_peers', { inboundPeers: 1 }, { inboundPeers: 2 }, 0.5],
  ['voice', { voice: 0.5 }, { voice: 2 }, 0.75],
  ['live_presence', { liveRate: 0.3 }, { liveRate: 0.6 }, 0.5],
] as const)('%s: %j where the class has %j', (component, but, usual, expected) => {
  expect(concern(component, but, usual)).toBeCloseTo(expected, 12);
});

describe('being answered', () => {
  // mu = 1/3 for a class of six with 1 in 3 each.
  const usual = { answered: 1, answerable: 3 };

  test('four posts and no answer: two thirds, since two average posts are read with them', () => {
    expect(concern('being_answered', { answered: 0, answerable: 4 }, usual)).toBeCloseTo(2 / 3, 12);
  });

  test('two posts are the least that can show it', () => {
    expect(concern('being_answered', { answered: 0, answerable: 2 }, usual)).toBeCloseTo(1 / 2, 12);
    expect(concern('being_answered', { answered: 0, answerable: 1 }, usual)).toBeNull();
    expect(concern('being_answered', { answered: 0, answerable: 0 }, usual)).toBeNull();
    expect(concern('being_answered', { answered: null, answerable: null }, usual)).toBeNull();
  });

  test('where nobody is answered, the floor of 0.2 is the measure', () => {
    expect(concern('being_answered', { answered: 0, answerable: 4 }, { answered: 0, answerable: 3 })).toBe(1);
    expect(concern('being_answered', { answered: 1, answerable: 3 }, { answered: 0, answerable: 3 })).toBe(0);
  });

  test('more answers than posts is no fact', () => {
    expect(() => concern('being_answered', { answered: 3, answerable: 2 })).toThrow(RangeError);
  });
});

test.each([
  [0, 0],
  [5, 0],
  [6, 1 / 9],
  [9.5, 0.5],
  [14, 1],
  [60, 1],
])('recency: %s days → %s', (recencyDays, expected) => {
  expect(concern('recency', { recencyDays })).toBeCloseTo(expected, 12);
});

test.each([
  [5, 0],
  [4, 0],
  [3, 0.5],
  [2, 1],
  [1, 1],
])('felt belonging: %s of 5 → %s', (pulse, expected) => {
  expect(concern('felt_belonging', { pulse })).toBe(expected);
});

describe('decline against the own baseline', () => {
  test.each([
    ['from three days a week to one', [3, 3, 3, 1, 1], 2 / 3],
    ['the base is a median: one lively week does not raise it', [3, 7, 3, 3, 3], 0],
    ['the last two weeks are averaged', [2, 2, 2, 2, 1], 0.25],
    ['gone', [3, 2, 3, 0, 0], 1],
    ['more than before', [2, 2, 2, 5, 5], 0],
    ['one day a week is the least base', [1, 1, 0, 0, 0], 1],
    ['less than that is no rhythm to fall from', [1, 0, 0, 0, 0], null],
    ['two earlier weeks are too few', [3, 3, 0, 0], null],
    ['no weeks', [], null],
  ])('%s', (_, weeklyActiveDays, expected) => {
    const got = concern('decline', { weeklyActiveDays });
    if (expected === null) expect(got).toBeNull();
    else expect(got).toBeCloseTo(expected, 12);
  });

  test('in a reading week, who does as everybody does is no concern', () => {
    const reading = { weeklyActiveDays: [4, 4, 4, 2, 2] };
    expect(concern('decline', reading, reading)).toBe(0);
    expect(concern('decline', { weeklyActiveDays: [4, 4, 4, 1, 1] }, reading)).toBe(0.5);
  });

  test('a holiday forgives three quarters, not everything', () => {
    const holiday = { weeklyActiveDays: [4, 4, 4, 0, 0] };
    expect(concern('decline', { weeklyActiveDays: [4, 4, 4, 1, 1] }, holiday)).toBe(0);
    expect(concern('decline', { weeklyActiveDays: [4, 4, 4, 0.5, 0.5] }, holiday)).toBe(0.5);
  });
});

test.each([
  ['peer_contact', { forum: 'not_connected', live: 'no_opportunity', group: 'not_matched' }],
  ['inbound_peers', { forum: 'not_matched' }],
  ['being_answered', { forum: 'opted_out' }],
  ['voice', { forum: 'no_opportunity' }],
  ['live_presence', { live: 'no_opportunity' }],
  ['recency', { activity: 'not_connected' }],
  ['decline', { activity: 'not_yet_enrolled' }],
  ['felt_belonging', { survey: 'opted_out' }],
] as const)('%s is unknown where its sources do not feed, whatever number is at hand', (component, but) => {
  const value = (visibility: LearnerSignals['visibility']) =>
    scoredFirst([learner('ana', { visibility }), ...classmates(6)]).values[component];
  expect(value(seen('present', but))).toBeNull();
  expect(value(seen('present'))).not.toBeNull();
});

test('one source with opportunity is enough for contact, and a true zero is one', () => {
  const visibility = seen('not_connected', { live: 'true_zero', activity: 'present', survey: 'present' });
  const week = scoredFirst([learner('ana', { effectivePeers: 0, visibility }), ...classmates(6)]);
  expect(week.values.peer_contact).toBe(0);
  expect(week.concerns.peer_contact).toBe(1);
});
