import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { scoreCourseWeek } from '@kith/etl/score/course-week.ts';
import { redefine } from '@kith/etl/score/definition.ts';
import { isolation } from '@kith/etl/score/isolation.ts';
import { presenceSignal } from '@kith/etl/score/presence-signal.ts';
import type { ByComponent } from '@kith/etl/score/types.ts';
import { course, learner, seen } from './signals.ts';

interface GoldenStudent {
  readonly raw: {
    readonly effective_peers: number;
    readonly inbound_peers: number;
    readonly answered: number;
    readonly answerable_posts: number;
    readonly voice: number;
    readonly live_rate: number;
    readonly days_since_active: number;
    readonly weekly_active_days: readonly number[];
    readonly pulse: number | null;
  };
  readonly concern: ByComponent;
  readonly contribution: ByComponent;
  readonly score: number;
  readonly coverage: number;
  readonly raw_band: string;
}

const file = new URL('../fixtures/golden/score_reference.json', import.meta.url);
const golden = JSON.parse(readFileSync(file, 'utf8')) as {
  readonly expected: {
    readonly reference_students: readonly string[];
    readonly mu_peer_answered: number;
    readonly tau: ByComponent;
    readonly course_activity_factor: number;
    readonly students: Readonly<Record<string, GoldenStudent>>;
  };
};
const { expected } = golden;

/** The fixture was computed with a reference group of four. */
const forFour = redefine(isolation, { version: 3, reference: { minLearners: 1, minGroup: 8 } });

const signals = Object.entries(expected.students).map(([name, { raw }]) =>
  learner(name, {
    activeLast14: expected.reference_students.includes(name),
    effectivePeers: raw.effective_peers,
    inboundPeers: raw.inbound_peers,
    answered: raw.answered,
    answerable: raw.answerable_posts,
    voice: raw.voice,
    liveRate: raw.live_rate,
    recencyDays: raw.days_since_active,
    weeklyActiveDays: raw.weekly_active_days,
    pulse: raw.pulse,
    visibility: seen('present', { survey: raw.pulse === null ? 'true_zero' : 'present' }),
  }),
);
const scores = scoreCourseWeek(course(...signals), { isolation: forFour, presence_signal: presenceSignal });

test('the usual values of the golden course', () => {
  const reference = scores.references.all!;
  expect(reference).toMatchObject({ basis: 'course', learners: 4 });
  expect(reference.answered.mu).toBeCloseTo(expected.mu_peer_answered, 6);
  expect(reference.answered.value).toBeCloseTo(expected.tau.being_answered!, 6);
  expect(reference.presenceFactor).toBe(expected.course_activity_factor);
  for (const component of ['peer_contact', 'inbound_peers', 'voice', 'live_presence'] as const) {
    expect(reference.usual[component]?.value, component).toBeCloseTo(expected.tau[component]!, 6);
  }
});

describe.each(Object.entries(expected.students))('%s', (name, student) => {
  const week = scores.learners.find(({ learnerId }) => learnerId === name)!;

  test.each(['concern', 'contribution'] as const)('every %s', (what) => {
    const got = what === 'concern' ? week.concerns : week.contributions;
    expect(Object.keys(got)).toEqual(Object.keys(student[what]));
    for (const [component, wanted] of Object.entries(student[what])) {
      const value = got[component as keyof ByComponent];
      if (wanted === null) expect(value, component).toBeNull();
      else expect(Math.abs(value! - wanted), component).toBeLessThan(1e-6);
    }
  });

  test('score, coverage and band', () => {
    expect(week.state).toBe('scored');
    expect(Math.abs(week.score! - student.score)).toBeLessThan(1e-6);
    expect(week.coverage).toBeCloseTo(student.coverage, 12);
    expect(week.rawBand).toBe(student.raw_band);
  });
});

test('in production, four active learners are too few: fixed usual values and low confidence', () => {
  const { learners, references } = scoreCourseWeek(course(...signals));
  expect(references.all).toMatchObject({ basis: 'fallback', learners: 4 });
  expect(learners.every(({ confidenceLevel }) => confidenceLevel === 'low')).toBe(true);
});
