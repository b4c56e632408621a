/** The properties of indicators §6 and §9.2.12 that begin at facts; those that begin at signals stand in test/score/properties.test.ts. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { calendarOf } from '@kith/etl/compute/calendar.ts';
import { computeWeeks } from '@kith/etl/compute/course.ts';
import type { CourseFacts } from '@kith/etl/compute/facts/course-facts.ts';
import { courseSignals } from '@kith/etl/compute/signals/course-signals.ts';
import { scoreCourseWeek } from '@kith/etl/score/course-week.ts';
import { isolation } from '@kith/etl/score/isolation.ts';
import { learnerWeek } from '@kith/etl/score/learner-week.ts';
import { observe } from '@kith/etl/score/observed.ts';
import { references } from '@kith/etl/score/reference-group.ts';
import type { LearnerSignals } from '@kith/etl/score/types.ts';
import { directedKinds, later, someFacts, someTie, startsOn } from '../support/some-facts.ts';

const runs = { numRuns: 1000 };
const end = Date.parse('2026-02-16T00:00:00Z');
const day = 86_400_000;

const calendarFrom = (days: number) =>
  calendarOf(
    {
      startsOn: new Date(Date.parse(startsOn) + days * day).toISOString().slice(0, 10),
      endsOn: null,
      timezone: 'UTC',
    },
    new Date(end + days * day),
  );
const calendar = calendarFrom(0);
const signalsAt = (facts: CourseFacts, at = calendar) => courseSignals(facts, at, at.weeks.at(-1)!);

test('whatever comes from a classmate never raises the concern of whom it reaches', () => {
  const withOneMore = someFacts.chain((facts) => {
    const people = facts.members.length - 1;
    const directed = someTie(people).filter(({ kind }) => directedKinds.some((one) => one === kind));
    return fc.tuple(fc.constant(facts), directed);
  });
  fc.assert(
    fc.property(withOneMore, ([facts, tie]) => {
      const before = signalsAt(facts).learners;
      const after = signalsAt({ ...facts, ties: [...facts.ties, tie] }).learners;
      // R, tau and mu are held as they were.
      const reference = references(
        before.map((one) => ({ ...one, observed: observe(one, isolation) })),
        isolation,
      );
      const concerns = (learners: readonly LearnerSignals[]) => {
        const one = learners.find(({ learnerId }) => learnerId === String(tie.target))!;
        return learnerWeek(one, observe(one, isolation), reference.get(one.opportunityGroup)!, isolation).concerns;
      };
      const [was, is] = [concerns(before), concerns(after)];
      expect(is.peer_contact ?? 0).toBeLessThanOrEqual(was.peer_contact ?? 0);
      expect(is.inbound_peers ?? 0).toBeLessThanOrEqual(was.inbound_peers ?? 0);
    }),
    runs,
  );
});

test('the same course whole weeks later has the same scores', () => {
  fc.assert(
    fc.property(someFacts, fc.integer({ min: -60, max: 60 }), (facts, weeks) => {
      const moved = signalsAt(later(facts, 7 * weeks), calendarFrom(7 * weeks));
      expect(scoreCourseWeek(moved)).toEqual(scoreCourseWeek(signalsAt(facts)));
    }),
    runs,
  );
});

test('and every other number of every week, bands, trends, alerts and health included', () => {
  const comparable = (facts: CourseFacts, days: number) =>
    computeWeeks(later(facts, days), calendarFrom(days)).map(
      ({ learners, indicators, firing, health, alerts, positions }) => ({
        learners,
        indicators,
        firing,
        health,
        alerts,
        positions,
      }),
    );
  fc.assert(
    fc.property(someFacts, fc.constantFrom(-364, 7, 357), (facts, days) => {
      expect(comparable(facts, days)).toEqual(comparable(facts, 0));
    }),
    { numRuns: 40 },
  );
});

test('these courses have something to say', () => {
  const scored = fc
    .sample(someFacts, { numRuns: 200, seed: 1 })
    .flatMap((facts) => scoreCourseWeek(signalsAt(facts)).learners)
    .filter(({ score }) => score !== null);
  expect(scored.length).toBeGreaterThan(500);
  expect(new Set(scored.map(({ rawBand }) => rawBand)).size).toBe(4);
});

test('the order in which facts of one instant are told changes no score', () => {
  fc.assert(
    fc.property(someFacts, (facts) => {
      const other = signalsAt({ ...facts, ties: facts.ties.toReversed(), sessions: facts.sessions.toReversed() });
      const [one, two] = [signalsAt(facts), other].map((signals) => scoreCourseWeek(signals).learners);
      one!.forEach((learner, index) => {
        expect(two![index]!.state).toBe(learner.state);
        expect(two![index]!.score ?? 0).toBeCloseTo(learner.score ?? 0, 9);
      });
    }),
    runs,
  );
});
