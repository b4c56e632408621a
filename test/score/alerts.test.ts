import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Alert, alertRule, alertsOf, type Watched } from '@kith/etl/score/alerts.ts';
import { type PatternId, patterns } from '@kith/etl/score/patterns.ts';
import type { Band } from '@kith/etl/score/types.ts';

const watched = (learnerId: string, but: Partial<Watched> = {}): Watched => ({
  learnerId,
  score: 10,
  band: 'connected',
  confidenceLevel: 'high',
  patterns: [],
  lastAlert: null,
  ...but,
});
const calm = (count: number): Watched[] => Array.from({ length: count }, (_, index) => watched(`calm-${index}`));
const names = (alerts: readonly Alert[]) => alerts.map(({ learnerId }) => learnerId);
const listed = (learners: readonly Watched[], week = 6, capacity: number | null = null) =>
  names(alertsOf(week, learners, capacity).listed);

describe('who is a candidate', () => {
  test.each<[string, Partial<Watched>, boolean]>([
    ['elevated', { band: 'elevated' }, true],
    ['high', { band: 'high' }, true],
    ['watch is watched', { band: 'watch' }, false],
    ['connected', {}, false],
    ['a pattern in any band', { patterns: ['one_partner'] }, true],
    ['a pattern that is for the page only', { patterns: ['silent_observer', 'outside_own_group'] }, false],
    ['elevated, but we are not sure', { band: 'elevated', confidenceLevel: 'low' }, false],
    ['a pattern of ties, but we are not sure', { patterns: ['staff_only'], confidenceLevel: 'low' }, false],
    ['gone quiet is seen by itself', { patterns: ['gone_quiet'], confidenceLevel: 'low' }, true],
    [
      'never started needs no score',
      { patterns: ['never_started'], score: null, band: null, confidenceLevel: null },
      true,
    ],
    ['told us', { patterns: ['told_us'], confidenceLevel: 'low' }, true],
    ['meets others elsewhere', { band: 'high', patterns: ['one_partner'], meetsElsewhere: true }, false],
    ['meets others elsewhere, and told us', { patterns: ['told_us'], meetsElsewhere: true }, true],
    ['meets others elsewhere, and is not seen here', { patterns: ['gone_quiet'], meetsElsewhere: true }, false],
  ])('%s', (_, but, expected) => {
    expect(listed([watched('ana', but), ...calm(9)])).toEqual(expected ? ['ana'] : []);
  });
});

describe('the budget', () => {
  const raised = (count: number): Watched[] =>
    Array.from({ length: count }, (_, index) => watched(`r${index}`, { band: 'high', score: 60 + index }));

  test('is 5 % of the class, rounded up, and at least two', () => {
    expect(listed([...raised(4), ...calm(16)])).toHaveLength(2);
    expect(listed([...raised(4), ...calm(37)])).toHaveLength(3);
    expect(listed([...raised(4), ...calm(36)])).toHaveLength(2);
  });

  test('is what the instructor says, if they say it', () => {
    expect(listed([...raised(4), ...calm(36)], 6, 1)).toEqual(['r3']);
    expect(listed([...raised(4), ...calm(36)], 6, 0)).toEqual([]);
  });

  test('goes to the highest rank; the rest wait in order', () => {
    const { listed: first, waiting } = alertsOf(6, [...raised(4), ...calm(16)], null);
    expect(names(first)).toEqual(['r3', 'r2']);
    expect(names(waiting)).toEqual(['r1', 'r0']);
  });

  test('a pattern is worth ten points, several are worth no more', () => {
    const learners = [
      watched('score', { band: 'elevated', score: 55 }),
      watched('pattern', { score: 46, patterns: ['one_partner'] }),
      watched('patterns', { score: 45.5, patterns: ['one_partner', 'staff_only'] }),
      ...calm(36),
    ];
    expect(alertsOf(6, learners, 3).listed.map(({ learnerId, rank }) => [learnerId, rank])).toEqual([
      ['pattern', 56],
      ['patterns', 55.5],
      ['score', 55],
    ]);
  });

  test('who told us is outside it', () => {
    const spoke = watched('spoke', { score: 5, patterns: ['told_us'] });
    expect(listed([spoke, ...raised(4), ...calm(16)])).toEqual(['r3', 'r2', 'spoke']);
  });
});

describe('when nobody is listed', () => {
  test('in the first two weeks everybody is still arriving', () => {
    const learners = [watched('ana', { band: 'high', score: 90, patterns: ['told_us'] }), ...calm(9)];
    expect([1, 2, 3].map((week) => listed(learners, week))).toEqual([[], [], ['ana']]);
  });

  test('over a quarter raised is the course, not the learners; who told us stays listed', () => {
    const raised = (count: number) =>
      Array.from({ length: count }, (_, index) => watched(`r${index}`, { band: 'elevated', score: 50 }));
    expect(alertsOf(6, [...raised(5), ...calm(15)], null)).toMatchObject({ courseNotice: false });

    const quiet = alertsOf(6, [...raised(6), watched('spoke', { patterns: ['told_us'] }), ...calm(13)], null);
    expect(quiet).toMatchObject({ courseNotice: true, waiting: [] });
    expect(names(quiet.listed)).toEqual(['spoke']);
  });

  test('who meets others elsewhere is no sign that it is the course', () => {
    const elsewhere = Array.from({ length: 2 }, (_, index) =>
      watched(`e${index}`, { band: 'elevated', score: 50, meetsElsewhere: true }),
    );
    const raised = ['one', 'two', 'three', 'four'].map((id) => watched(id, { band: 'elevated', score: 50 }));
    const learners = [...raised, ...elsewhere, ...calm(14)];
    expect(listed(learners, 6)).toEqual(['four', 'one']);
    const before = { ...alertRule, version: 2, noticeCountsElsewhere: true };
    expect(alertsOf(6, learners, null, before)).toMatchObject({ courseNotice: true, listed: [] });
  });

  test('an empty course has neither a list nor a notice', () => {
    expect(alertsOf(6, [], null)).toEqual({ courseNotice: false, listed: [], waiting: [] });
  });
});

describe('nobody is listed again within three weeks', () => {
  const again = (week: number, band: Band, was: Band | null) =>
    listed([watched('ana', { band, score: 70, lastAlert: { week: 5, band: was } }), ...calm(9)], week).length === 1;

  test.each([
    [6, false],
    [7, false],
    [8, true],
    [12, true],
  ])('in week %i after an alert in week 5: %s', (week, expected) => {
    expect(again(week, 'elevated', 'elevated')).toBe(expected);
  });

  test('unless the band rises', () => {
    expect(again(6, 'high', 'elevated')).toBe(true);
    expect(again(6, 'high', 'high')).toBe(false);
    expect(again(6, 'elevated', 'high')).toBe(false);
    expect(again(6, 'elevated', null)).toBe(true);
  });
});

test('the list keeps to its budget and to its candidates, in any order of the class', () => {
  const someone = fc.record({
    score: fc.option(fc.integer({ min: 0, max: 100 }), { nil: null }),
    band: fc.constantFrom<(Band | null)[]>('connected', 'connected', 'connected', 'watch', 'elevated', 'high', null),
    confidenceLevel: fc.constantFrom('high' as const, 'medium' as const, 'low' as const),
    patterns: fc.subarray(Object.keys(patterns) as PatternId[], { maxLength: 2 }),
    lastAlert: fc.option(fc.record({ week: fc.integer({ min: 1, max: 5 }), band: fc.constant<Band>('elevated') }), {
      nil: null,
    }),
  });
  fc.assert(
    fc.property(fc.array(someone, { maxLength: 30 }), fc.option(fc.nat(5), { nil: null }), (people, capacity) => {
      const learners = people.map((one, index) => ({ ...one, learnerId: `l${index}` }));
      const list = alertsOf(6, learners, capacity);
      expect(alertsOf(6, learners.toReversed(), capacity)).toEqual(list);
      const most = capacity ?? Math.max(2, Math.ceil(0.05 * learners.length));
      expect(list.listed.filter(({ patterns: why }) => !why.includes('told_us')).length).toBeLessThanOrEqual(most);
      const everybody = [...list.listed, ...list.waiting];
      expect(new Set(names(everybody)).size).toBe(everybody.length);
      const lowestListed = Math.min(...list.listed.filter((a) => !a.patterns.includes('told_us')).map((a) => a.rank));
      if (most > 0 && !list.courseNotice) {
        for (const { rank } of list.waiting) expect(rank).toBeLessThanOrEqual(lowestListed);
      }
    }),
    { numRuns: 1000 },
  );
});
