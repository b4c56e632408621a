/** What staff read: the learner's number, the usual one, and no word that judges. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hiddenSentence } from '@kith/etl/score/hidden-sentences.ts';
import { changeSentence, reasonSentence } from '@kith/etl/score/sentences.ts';
import { isolationComponents, presenceComponents, type LearnerSignals } from '@kith/etl/score/types.ts';
import { sources, visibilities } from '@kith/etl/score/visibility.ts';
import { often } from '@kith/etl/score/wording.ts';
import { presenceSignal } from '@kith/etl/score/presence-signal.ts';
import { classmates, learner, scoredFirst, seen } from './signals.ts';

const away = { activeLast14: false };
const usual = { effectivePeers: 3, inboundPeers: 2.5, voice: 1.3, liveRate: 0.6, answered: 1, answerable: 3 };
const week = (but: Partial<LearnerSignals>, of: Partial<LearnerSignals> = usual, count = 6) =>
  scoredFirst([learner('ana', { ...usual, ...but, ...away }), ...classmates(count, of)]);
const said = (...args: Parameters<typeof week>) => week(...args).reasons.map(reasonSentence);

test.each([
  [{ effectivePeers: 0.4 }, 'In touch with 0.4 classmates lately; the usual is 3.'],
  [{ effectivePeers: 1 }, 'In touch with 1 classmate lately; the usual is 3.'],
  [{ effectivePeers: 0 }, 'In touch with no classmate lately; the usual is 3.'],
  [{ inboundPeers: 0 }, 'No classmate has turned to them in six weeks; the usual is 2.5.'],
  [{ inboundPeers: 1 }, '1 classmate turned to them in six weeks; the usual is 2.5.'],
  [
    { answered: 0, answerable: 4 },
    'Wrote 4 posts in four weeks and no classmate answered; here about 1 post in 3 gets an answer.',
  ],
  [
    { answered: 1, answerable: 9 },
    'Wrote 9 posts in four weeks and classmates answered 1; here about 1 post in 3 gets an answer.',
  ],
  [{ voice: 0 }, 'Has not written to classmates lately; the usual is 1.3 replies.'],
  [{ voice: 0.5 }, 'Has written the equivalent of 0.5 replies to classmates lately; the usual is 1.3.'],
  [{ liveRate: 0 }, 'Came to none of the live sessions within reach in four weeks; the usual is 60 %.'],
  [{ liveRate: 0.25 }, 'Came to 25 % of the live sessions within reach in four weeks; the usual is 60 %.'],
  [{ recencyDays: 18 }, 'Not seen for 18 days.'],
  [{ weeklyActiveDays: [3, 3, 3, 1, 0] }, 'Here on 0.5 days a week lately, on 3 in the weeks before.'],
  [{ pulse: 2.5 }, 'Told us 2.5 of 5 on feeling part of this course.'],
])('%j', (but, sentence) => {
  expect(said(but)).toEqual([sentence]);
});

describe('a usual that was not measured is not claimed', () => {
  test('above the limit', () => {
    expect(said({ effectivePeers: 1 }, { ...usual, effectivePeers: 7 })[0]).toBe(
      'In touch with 1 classmate lately; 4 or more is usual.',
    );
  });
  test('below the limit', () => {
    expect(said({ effectivePeers: 0.2 }, { ...usual, effectivePeers: 0.3 })[0]).toBe(
      'In touch with 0.2 classmates lately; the usual is 0.3, and 1 is the measure.',
    );
    expect(said({ answered: 0, answerable: 4 }, { ...usual, answered: 0 })[0]).toBe(
      'Wrote 4 posts in four weeks and no classmate answered; here hardly any post gets an answer, and about 1 post in 5 is the measure.',
    );
  });
  test('too few to measure', () => {
    const sentences = said({ effectivePeers: 0.2, answered: 0, answerable: 4 }, usual, 3);
    expect(sentences).toContain(
      'In touch with 0.2 classmates lately; too few are active to say what is usual, so 2 is the measure.',
    );
    expect(sentences).toContain(
      'Wrote 4 posts in four weeks and no classmate answered; there are too few posts here to say what is usual.',
    );
  });
  test('in a reading week the class is named', () => {
    const reading = { ...usual, weeklyActiveDays: [4, 4, 4, 2, 2] };
    expect(said({ weeklyActiveDays: [4, 4, 4, 0, 0] }, reading)).toEqual([
      'Here on no day a week lately, on 4 in the weeks before; the class as a whole is down to 50 %.',
    ]);
  });
});

test('reasons come by points, with the numbers a translation needs', () => {
  const { reasons } = week({ effectivePeers: 1.5, answered: 0, answerable: 4, recencyDays: 14 });
  expect(reasons.map(({ component, contribution }) => [component, Math.round(contribution * 10) / 10])).toEqual([
    ['peer_contact', 12.5],
    ['being_answered', 10],
    ['recency', 10],
  ]);
  expect(reasons[1]).toMatchObject({
    messageKey: 'reason.being_answered',
    usualBasis: 'median',
    params: { answered: 0, answerable: 4, mu: 1 / 3, median: 1 / 3 },
  });
});

test('nothing adds to the score: no reason, and nothing to change', () => {
  expect(week({})).toMatchObject({ score: 0, reasons: [], wouldChange: null });
});

test.each([
  [{ effectivePeers: 0.4 }, 'contact with about 3 more classmates'],
  [{ inboundPeers: 2 }, 'hearing from 1 more classmate'],
  [{ answered: 0, answerable: 4 }, "a classmate's answer to 2 of the 4 posts still without one"],
  [{ voice: 0.5 }, 'about 1 more reply to classmates'],
  [{ liveRate: 0 }, 'coming to a live session'],
  [{ recencyDays: 18 }, 'being here again'],
  [{ weeklyActiveDays: [3, 3, 3, 1, 0] }, 'being here on about 3 days a week again'],
  [{ pulse: 2.5 }, 'a better answer, after a conversation, on feeling part of this course'],
])('what would change %j', (but, sentence) => {
  const scored = week(but);
  expect(changeSentence(scored.wouldChange!)).toBe(`What would change this: ${sentence}.`);
  expect(scored.wouldChange?.scoreThen).toBe(0);
});

test('what would change is true: with those answers the concern is gone', () => {
  fc.assert(
    fc.property(fc.nat(9), fc.nat(9), fc.nat(6), (one, other, classAnswered) => {
      const [answered, answerable] = [Math.min(one, other), Math.max(one, other)];
      const of = { ...usual, answered: classAnswered, answerable: 6 };
      const before = week({ answered, answerable }, of);
      fc.pre(before.wouldChange?.component === 'being_answered');
      const { missing = 0 } = before.wouldChange.params;
      const after = week({ answered: answered + missing, answerable }, of);
      expect(missing).toBeGreaterThan(0);
      // Where the usual is more than all posts answered could show, all of them is what is said.
      if (answered + missing < answerable) expect(after.concerns.being_answered).toBeCloseTo(0, 9);
      expect(week({ answered: answered + missing - 1, answerable }, of).concerns.being_answered).toBeGreaterThan(0);
    }),
    { numRuns: 300 },
  );
});

test.each([
  [0, 'hardly any post gets'],
  [0.05, 'about 1 post in 20 gets'],
  [0.31, 'about 1 post in 3 gets'],
  [0.5, 'about 1 post in 2 gets'],
  [0.68, 'about 2 posts in 3 get'],
  [1, 'nearly every post gets'],
])('%s reads as "%s an answer"', (value, words) => {
  const { share, verb } = often(value);
  expect(`${share} ${verb}`).toBe(words);
});

test('what is hidden says why', () => {
  const { hidden } = week({
    answered: 0,
    answerable: 1,
    pulse: null,
    visibility: seen('present', { live: 'not_connected', survey: 'opted_out' }),
  });
  expect(hidden.map(hiddenSentence)).toEqual([
    'Answers to their posts: fewer than 2 posts whose answers can be seen.',
    'Live sessions: attendance is not connected for this course.',
    'What they say about belonging: they opted out of the survey.',
  ]);
});

test('no sentence judges, whatever the numbers', () => {
  const judging = /lonel|at.risk|isolat|lazy|fail|poor|weak|bad|worse|problem|undefined|NaN|Infinity/i;
  const whatever = fc.double({ min: 0, max: 30, noNaN: true });
  const signals = fc.record({
    effectivePeers: whatever,
    inboundPeers: fc.nat(9),
    answerable: fc.integer({ min: 2, max: 9 }),
    voice: whatever,
    liveRate: fc.double({ min: 0, max: 1, noNaN: true }),
    recencyDays: fc.nat(40),
    weeklyActiveDays: fc.array(fc.nat(7), { minLength: 5, maxLength: 6 }),
    pulse: fc.double({ min: 1, max: 5, noNaN: true }),
    forumPresenceDays: fc.nat(28),
  });
  fc.assert(
    fc.property(signals, signals, fc.boolean(), fc.integer({ min: 1, max: 8 }), (but, of, presence, count) => {
      const scored = scoredFirst(
        [learner('ana', { ...but, ...away, answered: 0 }), ...classmates(count, { ...of, answered: 0 })],
        ...(presence ? [presenceSignal] : []),
      );
      const sentences = scored.reasons.map(reasonSentence);
      if (scored.wouldChange) sentences.push(changeSentence(scored.wouldChange));
      for (const sentence of sentences) {
        expect(sentence).not.toMatch(judging);
        expect(sentence).toMatch(/^[A-Z0-9][^.]*(\.\d[^.]*)*\.$/);
      }
    }),
    { numRuns: 1000 },
  );
  for (const component of [...isolationComponents, ...presenceComponents]) {
    for (const visibility of visibilities) {
      const hidden = sources.map((source) => ({ source, visibility }));
      expect(hiddenSentence({ component, weight: 10, sources: hidden })).not.toMatch(judging);
    }
  }
});
