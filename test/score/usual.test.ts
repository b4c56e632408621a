/** What is usual: the limits of every tau, mu and its floor, the factor of a reading week, and with whom one compares. */
import { describe, expect, test } from 'vitest';
import { scoreCourseWeek } from '@kith/etl/score/course-week.ts';
import { isolation } from '@kith/etl/score/isolation.ts';
import { presenceSignal } from '@kith/etl/score/presence-signal.ts';
import { type Reference, references } from '@kith/etl/score/reference-group.ts';
import type { LearnerSignals } from '@kith/etl/score/types.ts';
import { observe } from '@kith/etl/score/observed.ts';
import { classmates, course, learner, seen } from './signals.ts';

function referenceOf(learners: readonly LearnerSignals[], definition = isolation): Reference {
  const members = learners.map((one) => ({ ...one, observed: observe(one, definition) }));
  return references(members, definition).get('all')!;
}

/** A class of five, which is just enough for a median, all with the same value. */
const classWith = (but: Partial<LearnerSignals>): Reference => referenceOf(classmates(5, but));

describe.each([
  ['peer_contact', 'effectivePeers', 1, 4],
  ['inbound_peers', 'inboundPeers', 1, 4],
  ['voice', 'voice', 0.5, 3],
  ['live_presence', 'liveRate', 0.4, 0.8],
  ['forum_presence', 'forumPresenceDays', 1, 8],
] as const)('the usual %s', (component, signal, atLeast, atMost) => {
  const usual = (value: number) => classWith({ [signal]: value }).usual[component];
  const middle = (atLeast + atMost) / 2;

  test('is the median between its limits', () => {
    expect(usual(middle)).toEqual({ value: middle, median: middle, basis: 'median' });
    expect(usual(atLeast)).toEqual({ value: atLeast, median: atLeast, basis: 'median' });
    expect(usual(atMost)).toEqual({ value: atMost, median: atMost, basis: 'median' });
  });

  test('a dead course does not hide everyone', () => {
    expect(usual(atLeast - 0.1)).toEqual({ value: atLeast, median: atLeast - 0.1, basis: 'at_least' });
  });

  test('a lively course does not flag its average members', () => {
    expect(usual(atMost + 0.1)).toEqual({ value: atMost, median: atMost + 0.1, basis: 'at_most' });
  });

  test('nobody with a value: nobody can be compared', () => {
    expect(classWith({ [signal]: null }).usual[component]).toBeNull();
  });
});

describe('the share of posts that get an answer', () => {
  test('is pooled over everybody, also over those with a single post', () => {
    const busy = classmates(4, { answered: 0, answerable: 3 });
    const reference = referenceOf([learner('one post', { answered: 1, answerable: 1 }), ...busy]);
    expect(reference.answered).toMatchObject({ mu: 1 / 13, median: 1 / 13, value: 0.2, basis: 'at_least' });
  });

  test('has a floor of 0.2 as the usual, but not as mu', () => {
    expect(classWith({ answered: 0 }).answered).toEqual({ mu: 0, value: 0.2, median: 0, basis: 'at_least' });
    expect(classWith({ answered: 1, answerable: 5 }).answered).toMatchObject({ mu: 0.2, basis: 'median' });
  });

  test('is 0.3 where nobody has a post old enough', () => {
    expect(classWith({ answered: 0, answerable: 0 }).answered).toMatchObject({
      mu: 0.3,
      value: 0.3,
      basis: 'fallback',
    });
    expect(classWith({ answered: null, answerable: null }).answered).toMatchObject({ mu: 0.3, basis: 'fallback' });
  });
});

describe('the factor that forgives what the whole class did', () => {
  test.each([
    ['as before', [2, 2, 2, 2, 2], 1],
    ['livelier than before: nobody is accused of not following', [2, 2, 2, 4, 4], 1],
    ['a reading week', [4, 4, 4, 2, 2], 0.5],
    ['a holiday, held at a quarter', [4, 4, 4, 0, 0], 0.25],
    ['too few weeks to tell', [4, 4, 0, 0], 1],
    ['hardly ever here before', [0.5, 0.5, 0.5, 0, 0], 1],
  ])('%s', (_, weeklyActiveDays, factor) => {
    expect(classWith({ weeklyActiveDays }).presenceFactor).toBe(factor);
  });

  test('is a ratio of medians over those who have a base', () => {
    const reference = referenceOf([
      learner('no base', { weeklyActiveDays: [0, 0, 0, 7, 7] }),
      ...[6, 4, 2, 2].map((recent, index) => learner(`base-${index}`, { weeklyActiveDays: [4, 4, 4, recent, recent] })),
    ]);
    expect(reference.presenceFactor).toBe(0.75);
  });
});

describe('with whom one is compared', () => {
  const busy = (count: number, group: string, effectivePeers: number, activeLast14 = true) =>
    classmates(count, { opportunityGroup: group, effectivePeers, activeLast14 }).map((one) => ({
      ...one,
      learnerId: `${group}-${effectivePeers}-${activeLast14}-${one.learnerId}`,
    }));
  const evening = (learners: readonly LearnerSignals[]) => scoreCourseWeek(course(...learners)).references.evening;

  test('a group of eight with five active is compared within itself', () => {
    const reference = evening([...busy(5, 'evening', 1.5), ...busy(3, 'evening', 1.5, false), ...busy(20, 'day', 4)]);
    expect(reference).toMatchObject({ basis: 'group', learners: 5, usual: { peer_contact: { value: 1.5 } } });
  });

  test('seven members are too few, and so are four active ones: the course counts', () => {
    const seven = evening([...busy(7, 'evening', 1.5), ...busy(20, 'day', 4)]);
    expect(seven).toMatchObject({ basis: 'course', learners: 27, usual: { peer_contact: { value: 4 } } });
    const quiet = evening([...busy(4, 'evening', 1.5), ...busy(9, 'evening', 1.5, false), ...busy(20, 'day', 4)]);
    expect(quiet).toMatchObject({ basis: 'course', learners: 24 });
  });

  test('fewer than five active in the course: fixed values', () => {
    const reference = evening([...busy(4, 'evening', 1.5), ...busy(9, 'evening', 1.5, false)])!;
    expect(reference).toMatchObject({ basis: 'fallback', learners: 4, answered: { mu: 0.3, basis: 'fallback' } });
    const values = Object.values(reference.usual).map((usual) => usual?.value);
    expect(values).toEqual([2, 2, 1, 0.6, 3]);
    expect(Object.values(reference.usual).every((usual) => usual?.median === null)).toBe(true);
  });

  test('who has been away for 14 days does not say what is usual, but is compared', () => {
    const away = learner('away', { activeLast14: false, effectivePeers: 0 });
    const scores = scoreCourseWeek(course(away, ...classmates(5, { effectivePeers: 2 })));
    expect(scores.references.all).toMatchObject({ learners: 5, usual: { peer_contact: { value: 2 } } });
    expect(scores.learners[0]?.concerns.peer_contact).toBe(1);
  });

  test('a learner whose source does not feed does not pull the median down', () => {
    const hidden = classmates(4, { effectivePeers: 0, visibility: seen('not_matched', { activity: 'present' }) });
    const visible = [1, 2, 3, 4, 4].map((effectivePeers, index) => learner(`seen-${index}`, { effectivePeers }));
    expect(referenceOf([...hidden, ...visible]).usual.peer_contact?.value).toBe(3);
  });
});

test('the presence signal reads its own usual', () => {
  expect(referenceOf(classmates(5, { forumPresenceDays: 12 }), presenceSignal).usual.forum_presence?.value).toBe(8);
});
