import { beforeAll, describe, expect, test } from 'vitest';
import { backtest } from '@kith/etl/backtest/backtest.ts';
import { labelsOf } from '@kith/etl/backtest/labels.ts';
import { cameOf, standingOf } from '@kith/etl/backtest/planted.ts';
import { asMarkdown } from '@kith/etl/backtest/report/markdown.ts';
import { cutAt } from '@kith/etl/backtest/snapshots/cut.ts';
import { baselines, score, type Feature } from '@kith/etl/backtest/snapshots/feature.ts';
import { LooksAhead, snapshotsOf } from '@kith/etl/backtest/snapshots/snapshots.ts';
import { calendarOf, type Calendar } from '@kith/etl/compute/calendar.ts';
import type { CourseFacts } from '@kith/etl/compute/facts/course-facts.ts';
import { readFacts } from '@kith/etl/compute/facts/course-facts.ts';
import { compute } from '@kith/etl/compute/compute.ts';

import { freshDatabase } from '../support/database.ts';
import { university } from '../support/university.ts';

let facts: CourseFacts;
let calendar: Calendar;
beforeAll(async () => {
  const { db, owner, drop } = await freshDatabase();
  try {
    const { institutionId, own } = await university(db);
    await compute(db, institutionId);
    const course = await owner
      .selectFrom('core.course')
      .select(['institutionId', 'courseId', 'startsOn', 'endsOn', 'timezone'])
      .where('courseId', '=', own.courseId)
      .executeTakeFirstOrThrow();
    const place = { ...course, startsOn: course.startsOn!, timezone: course.timezone ?? 'UTC' };
    facts = await readFacts(db, place);
    calendar = calendarOf(place, new Date());
  } finally {
    await drop();
  }
});

describe('a snapshot', () => {
  test('of everything Kith ranks by says the same when the future is taken away', () => {
    const snapshots = snapshotsOf(facts, calendar, [score, ...baselines]);
    expect(snapshots.length).toBeGreaterThan(30);
    expect(snapshots.some(({ ranks }) => ranks.score !== null)).toBe(true);
  });

  test.each<[string, Feature['rank']]>([
    [
      'all posts of the term',
      (all) =>
        counted(
          all,
          all.posts.map(({ author }) => author),
        ),
    ],
    [
      'the last day somebody was ever seen',
      (all) => new Map([...all.activeDays].map(([person, days]) => [person, days.at(-1) ?? 0])),
    ],
    [
      'a post on the Monday after',
      (all, _, { end }) =>
        counted(
          all,
          all.posts.filter(({ at }) => at >= end && at < end + 86_400_000).map(({ author }) => author),
        ),
    ],
  ])('finds out a feature that looks ahead: %s', (id, rank) => {
    const leaking: Feature = { id, title: id, rank };
    expect(() => snapshotsOf(facts, calendar, [score, leaking])).toThrow(LooksAhead);
    expect(() => snapshotsOf(facts, calendar, [score, leaking])).toThrow(id);
  });

  test('is made from facts that end before T', () => {
    const { end } = calendar.weeks[2]!;
    const known = cutAt(facts, end, calendar.zone);
    const instants = [...known.posts, ...known.ties, ...known.pulses].map(({ at }) => at);
    expect(Math.max(...instants)).toBeLessThan(end);
    expect(facts.posts.some(({ at }) => at >= end)).toBe(true);
    expect(Object.values(known.connections).every(({ lastAt }) => lastAt === null || lastAt < end)).toBe(true);
  });

  test('knows of no withdrawal that lies ahead', () => {
    const { end } = calendar.weeks[2]!;
    const leaving = facts.members.map((member, at) =>
      at === 0 ? member : { ...member, learner: member.learner && { ...member.learner, to: end + 1 } },
    );
    const known = cutAt({ ...facts, members: leaving }, end, calendar.zone);
    expect(known.members.filter(({ learner }) => learner !== null && learner.to !== Infinity)).toEqual([]);
  });
});

describe('labels', () => {
  test('look only after T', () => {
    const quiet = { ...facts, activeDays: new Map([...facts.activeDays].map(([person]) => [person, []])), ties: [] };
    const ids = (labels: readonly { id: string }[]) => labels.map(({ id }) => id);
    expect(ids(labelsOf(quiet, calendar))).toContain('L2');
    const [week] = calendar.weeks;
    for (const { id, came } of labelsOf(quiet, calendar)) {
      const [learner] = quiet.members.filter((member) => member.learner !== null);
      if (id === 'L2') expect(came(learner!.personId, week!)).toBe(true);
      if (id === 'L3') expect(came(learner!.personId, week!)).toBeNull();
    }
  });

  test('somebody who fades is connected, then on the way, then isolated', () => {
    const fading = { archetype: 'fading', truth: 'isolated', fadesFrom: 5, fromWeek: 7, joinsWeek: 1 } as const;
    const learner = { ...fading, person: 'S1', region: 'north' };
    expect([4, 5, 6, 7].map((week) => standingOf(learner, week))).toEqual([
      'connected',
      'borderline',
      'borderline',
      'isolated',
    ]);
    expect([4, 5, 7].map((week) => cameOf(learner, week))).toEqual([false, null, true]);
    expect(cameOf(undefined, 3)).toBeNull();
  });
});

test('a back-test compares rankings on the same learner-weeks, in both populations', () => {
  const ranked = snapshotsOf(facts, calendar, [score]).filter(({ ranks }) => ranks.score !== null);
  const highest = ranked.reduce((one, other) => (one.ranks.score! >= other.ranks.score! ? one : other)).person;
  const tested = { facts, calendar, planted: (person: number) => person === highest };
  const report = backtest(
    [
      { ...tested, name: 'one' },
      { ...tested, name: 'two' },
    ],
    { draws: 20 },
  );
  const l5 = report.results.filter(
    ({ label, population, split }) => label === 'L5' && population === 'all' && split === 'one course left out',
  );
  expect(l5).toHaveLength(6);
  expect(new Set(l5.map(({ figures }) => figures.cases)).size).toBe(1);
  const { figures } = l5.find(({ ranking }) => ranking.startsWith('Kith'))!;
  expect(figures.auc).toBeGreaterThan(0.5);
  expect(figures.interval!.low).toBeLessThanOrEqual(figures.auc);
  expect(figures.prevalence).toBeLessThan(0.2);
  expect(report.stability.learnerWeeks).toBeGreaterThan(30);
  expect(report.leadTimes.map(({ label }) => label)).toContain('L5');
  expect(asMarkdown(report)).toContain('alerts per 100 learners and week');
});

function counted(all: CourseFacts, people: readonly number[]): ReadonlyMap<number, number> {
  return new Map(all.members.map(({ personId }) => [personId, people.filter((person) => person === personId).length]));
}
