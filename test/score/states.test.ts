/** Whether there is a score at all, how sure it is, and under which name. */
import { describe, expect, test } from 'vitest';
import { scoreCourseWeek } from '@kith/etl/score/course-week.ts';
import type { LearnerSignals } from '@kith/etl/score/types.ts';
import { feeds, visibilities } from '@kith/etl/score/visibility.ts';
import { classmates, course, learner, scoredFirst, seen } from './signals.ts';

const among = (but: Partial<LearnerSignals>, mates = classmates(6)) => scoredFirst([learner('ana', but), ...mates]);

test('only evidence and a true zero feed a number', () => {
  expect(visibilities.filter(feeds)).toEqual(['present', 'true_zero']);
});

describe('coverage', () => {
  test('is the weight of what can be known', () => {
    expect(among({})).toMatchObject({ coverage: 1, state: 'scored', hidden: [] });
    expect(among({ pulse: null }).coverage).toBeCloseTo(0.9, 12);
    expect(among({ pulse: null, answered: 0, answerable: 1 }).coverage).toBeCloseTo(0.75, 12);
  });

  test('at a half there is a score, below there is none', () => {
    // Forum without parents, and nothing else: 25 + 15 + 10.
    const forumOnly = seen('not_connected', { forum: 'present' });
    const parentsUnknown = { visibility: forumOnly, answered: null, answerable: null };
    expect(among(parentsUnknown)).toMatchObject({ coverage: 0.5, state: 'scored' });

    const lessThanHalf = among({ ...parentsUnknown, voice: null });
    expect(lessThanHalf).toMatchObject({ state: 'not_enough_data', score: null, confidenceLevel: null });
    expect(lessThanHalf.coverage).toBeCloseTo(0.4, 12);
    expect(lessThanHalf).toMatchObject({ concerns: {}, contributions: {}, reasons: [], wouldChange: null });
    expect(lessThanHalf.values.peer_contact).toBe(3);
  });

  test('logins only cover 0.15 of isolation', () => {
    const mates = classmates(6);
    expect(among({ visibility: seen('not_connected', { activity: 'present' }) }, mates)).toMatchObject({
      kind: 'isolation',
      coverage: 0.15,
      state: 'not_enough_data',
    });
  });
});

describe('confidence', () => {
  test.each([
    [1, 'not_enough_data', 1 / 3, null],
    [2, 'scored', 2 / 3, 'medium'],
    [3, 'scored', 1, 'high'],
    [9, 'scored', 1, 'high'],
  ] as const)('after %i observed weeks', (weeksObserved, state, confidence, confidenceLevel) => {
    const week = among({ weeksObserved });
    expect(week).toMatchObject({ state, confidenceLevel });
    expect(week.confidence).toBeCloseTo(confidence, 12);
  });

  test('0.75 is high, 0.5 is medium', () => {
    const hidden = { pulse: null, answered: 0, answerable: 0 };
    expect(among(hidden)).toMatchObject({ coverage: 0.75, confidenceLevel: 'high' });
    expect(among({ ...hidden, weeklyActiveDays: null })).toMatchObject({ coverage: 0.7, confidenceLevel: 'medium' });
    expect(among({ ...hidden, weeksObserved: 2 })).toMatchObject({ confidence: 0.5, confidenceLevel: 'medium' });
    expect(among({ ...hidden, weeklyActiveDays: null, weeksObserved: 2 }).confidenceLevel).toBe('low');
  });

  test('is low where the usual could not be measured', () => {
    const few = among({}, classmates(3));
    expect(few).toMatchObject({ state: 'scored', confidenceLevel: 'low', comparedWith: { basis: 'fallback' } });
    expect(few.confidence).toBeLessThan(0.5);
  });
});

describe('who is not scored', () => {
  const everythingAtOnce = { optedOut: true, eligible: false, unseen: true };
  test.each([
    ['opted_out', everythingAtOnce],
    ['not_enrolled', { ...everythingAtOnce, optedOut: false }],
    ['unseen', { unseen: true }],
  ] as const)('%s', (state, but) => {
    expect(among(but)).toMatchObject({ state, score: null, coverage: null, confidence: null, values: {}, hidden: [] });
  });

  test('with no known staff nobody is: a teacher would be counted as a classmate', () => {
    const { learners } = scoreCourseWeek({
      staffKnown: false,
      rosterKnown: true,
      learners: [learner('gone', { optedOut: true }), ...classmates(6)],
    });
    expect(learners.map(({ state }) => state)).toEqual(['opted_out', ...Array<string>(6).fill('staff_unknown')]);
  });

  test('the presence signal counts no classmates: a roster is enough to know the teacher apart', () => {
    const alone = classmates(6, { visibility: seen('not_connected', { activity: 'present' }), forumPresenceDays: 2 });
    const states = (rosterKnown: boolean) =>
      scoreCourseWeek({ staffKnown: false, rosterKnown, learners: alone }).learners.map(({ kind, state }) => [
        kind,
        state,
      ]);
    expect(states(true)).toEqual(Array(6).fill(['presence_signal', 'scored']));
    expect(states(false)).toEqual(Array(6).fill(['presence_signal', 'staff_unknown']));
  });

  test('an empty course is an empty answer', () => {
    expect(scoreCourseWeek(course())).toMatchObject({ learners: [], references: {} });
  });
});

describe('the presence signal', () => {
  const viewsOnly = seen('not_connected', { activity: 'present' });
  const reader = (learnerId: string, but: Partial<LearnerSignals> = {}) =>
    learner(learnerId, { visibility: viewsOnly, ...but });
  const readers = Array.from({ length: 6 }, (_, index) => reader(`reader-${index}`));

  test('is what a course gets in which nobody can see who talks to whom', () => {
    const [week] = scoreCourseWeek(
      course(reader('ana', { forumPresenceDays: 3, recencyDays: 14 }), ...readers),
    ).learners;
    expect(week).toMatchObject({ kind: 'presence_signal', state: 'scored', confidenceLevel: 'low', coverage: 0.8 });
    expect(week?.definition).toEqual({ id: 'presence_signal', version: 2 });
    // (40 · 0.5 + 25 · 1) / 80: half the usual days in the forum, and not seen for two weeks.
    expect(week?.score).toBeCloseTo(56.25, 12);
    expect(week?.contributions).toEqual({ forum_presence: 25, live_presence: null, recency: 31.25, decline: 0 });
  });

  test('never claims to be sure', () => {
    const { learners } = scoreCourseWeek(course(...readers));
    expect(learners.every(({ confidence }) => confidence! < 0.5)).toBe(true);
  });

  test('attendance alone does not say who talks to whom; one learner in a forum or group does', () => {
    const attending = reader('ana', { visibility: { ...viewsOnly, live: 'present' } });
    expect(scoreCourseWeek(course(attending, ...readers)).kind).toBe('presence_signal');
    for (const source of ['forum', 'group'] as const) {
      const relating = reader('ana', { visibility: { ...viewsOnly, [source]: 'true_zero' } });
      expect(scoreCourseWeek(course(relating, ...readers)).kind).toBe('isolation');
      expect(scoreCourseWeek(course({ ...relating, optedOut: true }, ...readers)).kind).toBe('presence_signal');
    }
  });
});
