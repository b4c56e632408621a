import fc from 'fast-check';
import { expect, test } from 'vitest';
import { scoreCourseWeek } from '@kith/etl/score/course-week.ts';
import { isolation } from '@kith/etl/score/isolation.ts';
import { learnerWeek } from '@kith/etl/score/learner-week.ts';
import { observe } from '@kith/etl/score/observed.ts';
import { references } from '@kith/etl/score/reference-group.ts';
import type { LearnerSignals, LearnerWeek } from '@kith/etl/score/types.ts';
import { sources, visibilities, type VisibilityBySource } from '@kith/etl/score/visibility.ts';
import { course } from './signals.ts';

const runs = { numRuns: 1000 };
const amount = (max: number) => fc.double({ min: 0, max, noNaN: true });
const unknownOr = <Value>(known: fc.Arbitrary<Value>) => fc.option(known, { nil: null, freq: 5 });

const visibility: fc.Arbitrary<VisibilityBySource> = fc.record(
  Object.fromEntries(
    sources.map((source) => [
      source,
      fc.oneof({ weight: 6, arbitrary: fc.constant('present' as const) }, fc.constantFrom(...visibilities)),
    ]),
  ) as unknown as { [S in keyof VisibilityBySource]: fc.Arbitrary<VisibilityBySource[S]> },
);

const signals: fc.Arbitrary<LearnerSignals> = fc
  .record({
    learnerId: fc.uuid(),
    eligible: fc.constant(true),
    unseen: fc.constant(false),
    optedOut: fc.constant(false),
    opportunityGroup: fc.constantFrom('day', 'evening'),
    activeLast14: fc.boolean(),
    effectivePeers: unknownOr(amount(12)),
    inboundPeers: unknownOr(fc.nat(12)),
    posts: unknownOr(fc.tuple(fc.nat(9), fc.nat(9))),
    voice: unknownOr(amount(8)),
    liveRate: unknownOr(amount(1)),
    recencyDays: unknownOr(fc.nat(60)),
    weeklyActiveDays: unknownOr(fc.array(fc.nat(7), { maxLength: 9 })),
    pulse: unknownOr(fc.double({ min: 1, max: 5, noNaN: true })),
    forumPresenceDays: unknownOr(fc.nat(28)),
    weeksObserved: fc.nat(6),
    visibility,
  })
  .map(({ posts, ...others }) => ({
    ...others,
    answered: posts === null ? null : Math.min(...posts),
    answerable: posts === null ? null : Math.max(...posts),
  }));

const someCourse = fc
  .uniqueArray(signals, { selector: ({ learnerId }) => learnerId, minLength: 1, maxLength: 24 })
  .map((learners) => course(...learners));

test('contributions sum to the score, and everything stays in bounds', () => {
  fc.assert(
    fc.property(someCourse, (signalsOfWeek) => {
      for (const week of scoreCourseWeek(signalsOfWeek).learners) {
        const parts = Object.values(week.contributions).filter((part) => part !== null);
        if (week.score === null) {
          expect([parts, week.reasons, week.wouldChange, week.rawBand]).toEqual([[], [], null, null]);
        } else {
          expect(week.score).toBeGreaterThanOrEqual(0);
          expect(week.score).toBeLessThanOrEqual(100);
          expect(Math.abs(parts.reduce((sum, part) => sum + part, 0) - week.score)).toBeLessThan(1e-9);
          expect(Math.abs(week.reasons.reduce((sum, one) => sum + one.contribution, 0) - week.score)).toBeLessThan(
            1e-9,
          );
          for (const concern of Object.values(week.concerns)) {
            if (concern !== null) expect(concern >= 0 && concern <= 1).toBe(true);
          }
        }
        expect(week.coverage! >= 0 && week.coverage! <= 1).toBe(true);
        expect(week.confidence! >= 0 && week.confidence! <= week.coverage!).toBe(true);
        expect(week.hidden.length + Object.values(week.values).filter((value) => value !== null).length).toBe(
          week.kind === 'isolation' ? 8 : 4,
        );
      }
    }),
    runs,
  );
});

/** One learner beside a class that is held fixed: the reading under which a single signal may be moved. */
function beside(others: readonly LearnerSignals[], one: LearnerSignals): LearnerWeek {
  const members = others.map((other) => ({ ...other, observed: observe(other, isolation) }));
  const reference = references([...members, { ...members[0]!, opportunityGroup: one.opportunityGroup }], isolation);
  return learnerWeek(one, observe(one, isolation), reference.get(one.opportunityGroup)!, isolation);
}
const others = fc.array(signals, { minLength: 1, maxLength: 12 });

type Move = (one: LearnerSignals, by: number) => LearnerSignals;
const more = (value: number | null, by: number): number | null => (value === null ? null : value + by);
const protective: Record<string, Move> = {
  effectivePeers: (one, by) => ({ ...one, effectivePeers: more(one.effectivePeers, by) }),
  inboundPeers: (one, by) => ({ ...one, inboundPeers: more(one.inboundPeers, Math.ceil(by)) }),
  answered: (one) => ({
    ...one,
    answered: one.answered === null ? null : Math.min(one.answered + 1, one.answerable ?? 0),
  }),
  voice: (one, by) => ({ ...one, voice: more(one.voice, by) }),
  liveRate: (one, by) => ({ ...one, liveRate: more(one.liveRate, by) }),
  recencyDays: (one, by) => ({
    ...one,
    recencyDays: one.recencyDays === null ? null : Math.max(0, one.recencyDays - Math.ceil(by)),
  }),
  recentActiveDays: (one) => ({
    ...one,
    weeklyActiveDays: one.weeklyActiveDays?.with(-1, (one.weeklyActiveDays.at(-1) ?? 0) + 1) ?? null,
  }),
  pulse: (one, by) => ({ ...one, pulse: more(one.pulse, by) }),
};

test.each(Object.entries(protective))('more of a good sign never raises the score: %s', (_, move) => {
  fc.assert(
    fc.property(others, signals, amount(5), (mates, one, by) => {
      fc.pre(one.weeklyActiveDays?.length !== 0);
      const before = beside(mates, one);
      const after = beside(mates, move(one, by));
      expect(after.state).toBe(before.state);
      expect(after.score ?? 0).toBeLessThanOrEqual((before.score ?? 0) + 1e-9);
    }),
    runs,
  );
});

test('removing a source never raises confidence or coverage', () => {
  fc.assert(
    fc.property(others, signals, fc.constantFrom(...sources), (mates, one, source) => {
      const before = beside(mates, one);
      const after = beside(mates, { ...one, visibility: { ...one.visibility, [source]: 'not_connected' } });
      expect(after.coverage).toBeLessThanOrEqual(before.coverage!);
      expect(after.confidence).toBeLessThanOrEqual(before.confidence!);
    }),
    runs,
  );
});

test('order and ids change nothing', () => {
  fc.assert(
    fc.property(someCourse, fc.integer(), (signalsOfWeek, seed) => {
      const renamed = signalsOfWeek.learners
        .map((one, index) => ({ one: { ...one, learnerId: `x${index}` }, key: Math.imul(index + 1, seed | 1) }))
        .sort((a, b) => a.key - b.key)
        .map(({ one }) => one);
      const before = scoreCourseWeek(signalsOfWeek).learners;
      const after = scoreCourseWeek({ ...signalsOfWeek, learners: renamed }).learners;
      before.forEach((week, index) => {
        const twin = after.find(({ learnerId }) => learnerId === `x${index}`)!;
        expect({ ...twin, learnerId: week.learnerId }).toEqual(week);
      });
    }),
    runs,
  );
});

test('who opted out, left or cannot be seen has no number anywhere, and weighs on nobody', () => {
  const state = fc.constantFrom(
    ['opted_out', { optedOut: true }] as const,
    ['not_enrolled', { eligible: false }] as const,
    ['unseen', { unseen: true }] as const,
  );
  fc.assert(
    fc.property(someCourse, signals, state, (signalsOfWeek, one, [expected, change]) => {
      const [week, ...rest] = scoreCourseWeek(
        course({ ...one, learnerId: 'gone', ...change }, ...signalsOfWeek.learners),
      ).learners;
      expect(week).toMatchObject({ state: expected, score: null, coverage: null, values: {}, contributions: {} });
      expect(rest).toEqual(scoreCourseWeek(signalsOfWeek).learners);
    }),
    runs,
  );
});

test('an unknown signal is never counted as a zero', () => {
  fc.assert(
    fc.property(others, signals, (mates, one) => {
      const week = beside(mates, one);
      for (const { component } of week.hidden) {
        expect(week.values[component]).toBeNull();
        expect(week.contributions[component] ?? null).toBeNull();
      }
    }),
    runs,
  );
});
