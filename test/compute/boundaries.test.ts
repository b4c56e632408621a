/**
 * The boundaries indicators §9.5 lists as not pinned by the golden course, where they are read from facts: each from
 * both sides. Those of the reference group (every tau, mu's floor, f, the base, the three weeks) stand in
 * test/score/usual.test.ts, concerns.test.ts and bands.test.ts; the mention guard, the reaction cap and the minutes of
 * rooms in test/fixtures/ties.
 */
import { describe, expect, test } from 'vitest';
import { calendarOf } from '@kith/etl/compute/calendar.ts';
import type { Member } from '@kith/etl/compute/facts/members.ts';
import type { Post } from '@kith/etl/compute/facts/posts.ts';
import { answeredAt } from '@kith/etl/compute/signals/answered.ts';
import { attendanceOf } from '@kith/etl/compute/signals/attendance.ts';
import { contactsAt } from '@kith/etl/compute/signals/contact.ts';
import { threadCopresence } from '@kith/etl/compute/signals/copresence.ts';
import { courseSignals } from '@kith/etl/compute/signals/course-signals.ts';
import { activeLast14 } from '@kith/etl/compute/signals/presence.ts';
import { noFacts } from '../support/no-facts.ts';

const hour = 3_600_000;
const day = 24 * hour;
/** T: the end of the sixth week. */
const asOf = Date.parse('2026-02-16T00:00:00Z');
const calendar = calendarOf({ startsOn: '2026-01-05', endsOn: null, timezone: 'UTC' }, new Date(asOf));
const week = calendar.weeks.at(-1)!;

const always = { from: -Infinity, to: Infinity };
const student = (personId: number): Member => ({
  personId,
  learner: always,
  staff: null,
  provisional: false,
  timezone: null,
});
const teacher = (personId: number): Member => ({ ...student(personId), learner: null, staff: always });
const known = (...members: readonly Member[]) => new Map(members.map((member) => [member.personId, member]));
const post = (postId: number, author: number, age: number, answers: number | null = null): Post => ({
  postId,
  author,
  thread: 't',
  at: asOf - age,
  deletedAt: null,
  answers,
  opener: answers === null,
  parentsKnown: true,
});

describe('which posts count as open to an answer (q)', () => {
  const q = (age: number) => answeredAt([post(1, 1, age)], known(student(1)), asOf).get(1)?.q ?? 0;

  test.each([
    ['48 hours old', 48 * hour, 1],
    ['a millisecond younger', 48 * hour - 1, 0],
    ['28 days old', 672 * hour, 1],
    ['a millisecond older', 672 * hour + 1, 0],
  ])('%s: %s ms', (_, age, expected) => expect(q(age)).toBe(expected));
});

describe('which answers count (k)', () => {
  const k = (delay: number, by: Member) => {
    const posts = [post(1, 1, 20 * day), post(2, by.personId, 20 * day - delay, 1)];
    return answeredAt(posts, known(student(1), by), asOf).get(1)!.k;
  };

  test.each([
    ['a classmate after exactly 7 days', 168 * hour, student(2), 1],
    ['a millisecond later', 168 * hour + 1, student(2), 0],
    ['oneself', hour, student(1), 0],
    ['the teacher', hour, teacher(2), 0],
  ])('%s', (_, delay, by, expected) => expect(k(delay, by)).toBe(expected));
});

describe('writing in the same thread', () => {
  /** A thread to which everybody wrote an hour after the other, none as an answer. */
  const thread = (authors: readonly number[]) =>
    authors.map((author, index) => post(index, author, (50 - index) * hour));
  const students = Array.from({ length: 13 }, (_, index) => student(index + 1));
  const everybody = known(...students, teacher(99));
  const ties = (authors: readonly number[]) => threadCopresence(thread(authors), everybody, asOf);

  test('of twelve classmates ties every pair, a quarter of a reply shared among the eleven others', () => {
    const twelve = ties(students.slice(0, 12).map(({ personId }) => personId));
    expect(twelve).toHaveLength(66);
    expect(new Set(twelve.map(({ weight }) => weight))).toEqual(new Set([0.25 / 11]));
  });

  test('of thirteen ties nobody', () => {
    expect(ties(students.map(({ personId }) => personId))).toEqual([]);
  });

  test('does not count the teacher in m, nor tie anybody to them', () => {
    expect(ties([1, 99, 2])).toMatchObject([{ source: 1, target: 2, weight: 0.25 }]);
    expect(ties([1, 99])).toEqual([]);
  });

  test('is stamped when the later of two came, and forgotten 42 days after that', () => {
    const pairAt = (age: number) => threadCopresence([post(1, 1, 60 * day), post(2, 2, age)], everybody, asOf);
    expect(pairAt(1008 * hour)).toHaveLength(1);
    expect(pairAt(1008 * hour + 1)).toEqual([]);
  });
});

describe('the window of 42 days', () => {
  const given = (age: number) => {
    const tie = {
      kind: 'reply',
      layer: 'direct_peer',
      source: 1,
      target: 2,
      directed: true,
      at: asOf - age,
      weight: 1,
    } as const;
    return contactsAt({ ...noFacts, ties: [tie] }, [], asOf)
      .given.get(1)
      ?.get(2);
  };

  test('takes in what is 1008 hours old, worth an eighth', () => expect(given(1008 * hour)).toBe(0.125));
  test('leaves out what is a millisecond older', () => expect(given(1008 * hour + 1)).toBeUndefined());
  test('leaves out what happened at T itself', () => expect(given(0)).toBeUndefined());
  test('takes in the last millisecond before T', () => expect(given(1)).toBeCloseTo(1, 6));
});

describe('sessions of the last 28 days', () => {
  const rate = (age: number) => {
    const end = asOf - age;
    const noon = { sessionId: 1, start: end - 12 * hour, end, group: null, marked: false, presence: new Map() };
    return attendanceOf(student(1), new Set(), [noon], asOf, 'UTC').rate;
  };

  test.each([
    ['ended exactly 28 days before T: offered, and missed', 672 * hour, 0],
    ['ended a millisecond earlier: not asked of anybody', 672 * hour + 1, null],
    ['ends at T: belongs to the next week', 0, null],
  ])('%s', (_, age, expected) => expect(rate(age)).toBe(expected));
});

describe('an answer to the pulse', () => {
  const pulse = (age: number) => {
    const facts = { ...noFacts, members: [student(1)], pulses: [{ personId: 1, at: asOf - age, mean: 2 }] };
    return courseSignals(facts, calendar, week).learners[0]!.pulse;
  };

  test.each([
    ['speaks for 35 days', 840 * hour, 2],
    ['and not a millisecond longer', 840 * hour + 1, null],
    ['is not heard before it is given', 0, null],
  ])('%s', (_, age, expected) => expect(pulse(age)).toBe(expected));
});

describe('who is active, and so says what is usual', () => {
  /** The last day of week 6 is 15 February 2026; 14 days end on it. */
  const dayNumber = (date: string) => Date.parse(date) / day;

  test.each([
    ['2026-02-15', true],
    ['2026-02-02', true],
    ['2026-02-01', false],
    ['2026-02-16', false],
  ])('one active day, %s: %s', (date, active) => {
    expect(activeLast14([dayNumber(date)], week)).toBe(active);
  });
});

describe('a forum says something about silence', () => {
  const inbound = (age: number) => {
    const forum = {
      since: asOf - age,
      lastAt: asOf,
      from: [1],
      matched: new Map([[1, -Infinity]]),
      firstAt: new Map(),
    };
    const facts = { ...noFacts, members: [student(1)], connections: { ...noFacts.connections, forum } };
    return courseSignals(facts, calendar, week).learners[0]!.inboundPeers;
  };

  test('from two weeks after its first post on', () => expect(inbound(336 * hour)).toBe(0));
  test('and not a millisecond before', () => expect(inbound(336 * hour - 1)).toBeNull());
});
