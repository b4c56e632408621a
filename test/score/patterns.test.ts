import { describe, expect, test } from 'vitest';
import { atMost } from '@kith/etl/measures/binomial.ts';
import { firing, type PatternId, patterns, type PatternSignals, patternsNow } from '@kith/etl/score/patterns.ts';

/** A learner of whom everything is known and no pattern holds. */
const connected: PatternSignals = {
  answered: 2,
  answerable: 4,
  mu: 0.31,
  directContact: 3,
  topPartnerShare: 0.4,
  staffReplies: 0.3,
  inboundPeers: 3,
  presenceDays: [3, 3],
  contributions28d: 5,
  groupShare: 1,
  recencyDays: 1,
  everActive: true,
  enrolledDays: 40,
  pulse: 4.5,
};

test('a connected learner fits no pattern', () => {
  expect(new Set(Object.values(patternsNow(connected)))).toEqual(new Set([false]));
});

test.each<[PatternId, string, Partial<PatternSignals>, boolean | null]>([
  ['posts_unanswered', 'nine posts, no answer', { answered: 0, answerable: 9 }, true],
  ['posts_unanswered', 'eight can still be bad luck', { answered: 0, answerable: 8 }, false],
  ['posts_unanswered', 'golden dee: four posts, P = 0.23', { answered: 0, answerable: 4, mu: 4 / 13 }, false],
  ['posts_unanswered', 'unlikely few, but above half the usual', { answered: 27, answerable: 100, mu: 0.5 }, false],
  ['posts_unanswered', 'below half the usual', { answered: 24, answerable: 100, mu: 0.5 }, true],
  ['posts_unanswered', 'three posts are the least', { answered: 0, answerable: 3, mu: 0.9 }, true],
  ['posts_unanswered', 'two posts say nothing', { answered: 0, answerable: 2, mu: 0.9 }, null],
  ['posts_unanswered', 'parents unknown', { answered: null, answerable: null }, null],
  ['one_partner', 'seven tenths with one', { directContact: 1.5, topPartnerShare: 0.7 }, true],
  ['one_partner', 'a hair less', { directContact: 1.5, topPartnerShare: 0.699 }, false],
  ['one_partner', 'too little contact to speak of', { directContact: 1.499, topPartnerShare: 1 }, false],
  ['one_partner', 'unknown', { topPartnerShare: null }, null],
  ['staff_only', 'staff answer, nobody else does', { staffReplies: 0.4, inboundPeers: 0 }, true],
  ['staff_only', 'one classmate does', { staffReplies: 0.4, inboundPeers: 1 }, false],
  ['staff_only', 'staff hardly do', { staffReplies: 0.399, inboundPeers: 0 }, false],
  ['staff_only', 'forum too young', { staffReplies: 0.4, inboundPeers: null }, null],
  ['silent_observer', 'reads twice a week', { presenceDays: [2, 2], contributions28d: 0 }, true],
  ['silent_observer', 'not in both weeks', { presenceDays: [7, 1], contributions28d: 0 }, false],
  ['silent_observer', 'one reaction is a voice', { presenceDays: [2, 2], contributions28d: 1 }, false],
  ['silent_observer', 'views unknown', { presenceDays: null, contributions28d: 0 }, null],
  ['outside_own_group', 'less than a quarter share', { groupShare: 0.249 }, true],
  ['outside_own_group', 'a quarter share', { groupShare: 0.25 }, false],
  ['outside_own_group', 'no active group', { groupShare: null }, null],
  ['gone_quiet', 'ten days', { recencyDays: 10 }, true],
  ['gone_quiet', 'nine days', { recencyDays: 9 }, false],
  ['gone_quiet', 'was never here', { recencyDays: 30, everActive: false }, false],
  ['gone_quiet', 'no activity source', { recencyDays: null }, null],
  ['never_started', 'enrolled a week ago', { everActive: false, enrolledDays: 7 }, true],
  ['never_started', 'enrolled six days ago', { everActive: false, enrolledDays: 6 }, false],
  ['never_started', 'no activity source', { everActive: null }, null],
  ['told_us', '2 of 5', { pulse: 2 }, true],
  ['told_us', '2.25 of 5', { pulse: 2.25 }, false],
  ['told_us', 'did not say', { pulse: null }, null],
])('%s: %s', (id, _, but, expected) => {
  expect(patternsNow({ ...connected, ...but })[id]).toBe(expected);
});

describe('when a pattern fires', () => {
  const calm = patternsNow(connected);
  const every = Object.fromEntries(Object.keys(patterns).map((id) => [id, true])) as Record<PatternId, true>;

  test('three at once, the others after two weeks running', () => {
    expect(firing(every, calm)).toEqual(['gone_quiet', 'never_started', 'told_us']);
    expect(firing(every, every)).toEqual(Object.keys(patterns));
    expect(firing(calm, every)).toEqual([]);
  });

  test('a week that is missing or could not be known does not count as holding', () => {
    expect(firing(every, null)).toEqual(['gone_quiet', 'never_started', 'told_us']);
    expect(firing({ ...every, one_partner: null }, every)).not.toContain('one_partner');
    expect(firing(every, { ...every, one_partner: null })).not.toContain('one_partner');
  });
});

describe('the binomial tail', () => {
  test.each([
    [0, 4, 4 / 13, (9 / 13) ** 4],
    [1, 3, 0.5, 0.5],
    [2, 10, 0.25, 0.5255928],
    [3, 3, 0.2, 1],
    [-1, 3, 0.2, 0],
    [0, 0, 0.2, 1],
    [2, 3, 1, 0],
    [0, 5, 0, 1],
  ])('at most %s of %s at %s', (k, n, p, expected) => {
    expect(atMost(k, n, p)).toBeCloseTo(expected, 7);
  });

  test.each([
    [1, -1, 0.5],
    [1, 2.5, 0.5],
    [1, 2, 1.5],
    [1, 2, Number.NaN],
  ])('%s of %s at %s is no binomial', (k, n, p) => expect(() => atMost(k, n, p)).toThrow(RangeError));
});
