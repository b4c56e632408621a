import type { RecordInput } from '@kith/etl/records/record.ts';
import fc from 'fast-check';

import { courseStart } from '../support/small-course.ts';

/** One load of a few records, and the week of the course in which it comes. */
export interface Step {
  readonly records: readonly RecordInput[];
  readonly week: number;
}

export const lastWeek = 9;
const start = Date.parse(`${courseStart}T00:00:00Z`);
const course = 'c';

const pool = (prefix: string, size: number) =>
  fc.constantFrom(...Array.from({ length: size }, (_, index) => `${prefix}${String(index)}`));
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });

// Ten of the small course, and two whom its roster does not know.
const person = pool('l', 12);
const [post, session, group] = [pool('x', 9), pool('m', 4), pool('g', 2)];
/** Any minute from a week before the course to a week after it: late rows are the rule. */
const instant = fc
  .integer({ min: -7 * 1440, max: (lastWeek + 1) * 7 * 1440 })
  .map((minute) => new Date(start + minute * 60_000).toISOString());

const record: fc.Arbitrary<RecordInput> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .record({ key: post, parent: maybe(post), author: person, createdAt: instant, addressee: maybe(person) })
      .map((one) => ({ type: 'post' as const, course, thread: `t${one.key.slice(-1)}`, ...one })),
  },
  {
    weight: 3,
    arbitrary: fc
      .record({
        key: pool('a', 40),
        person,
        at: instant,
        verb: fc.constantFrom('viewed' as const, 'submitted' as const),
        objectType: fc.constantFrom('page', 'forum', 'group'),
      })
      .map((one) => ({ type: 'activity' as const, course, object: 'g0', ...one })),
  },
  fc
    .record({ key: pool('r', 9), post, person, at: instant })
    .map((one) => ({ type: 'reaction' as const, course, kind: 'like' as const, ...one })),
  fc
    .record({
      key: session,
      startsAt: instant,
      hours: fc.integer({ min: 1, max: 30 }),
      kind: fc.constantFrom('class' as const, 'breakout' as const, 'study_group' as const),
      group: maybe(group),
    })
    .map(({ hours, ...one }) => ({
      type: 'session' as const,
      course,
      endsAt: after(one.startsAt, hours * 60),
      ...one,
    })),
  {
    weight: 2,
    arbitrary: fc
      .record({
        session,
        person,
        joinAt: instant,
        minutes: fc.integer({ min: 1, max: 90 }),
        status: fc.constantFrom('present' as const, 'excused' as const),
      })
      .map(({ minutes, ...one }) => ({
        type: 'presence' as const,
        course,
        key: `${one.session} ${one.person}`,
        precision: 'interval' as const,
        leaveAt: after(one.joinAt, minutes),
        ...one,
      })),
  },
  fc
    .record({
      person,
      role: fc.constantFrom('learner' as const, 'teacher' as const),
      status: fc.constantFrom('active' as const, 'withdrawn' as const),
      from: maybe(instant),
    })
    .map((one) => ({ type: 'enrolment' as const, course, key: `${one.person} ${one.role}`, ...one })),
  fc
    .record({ key: pool('k', 4), person, granted: fc.boolean(), at: instant })
    .map((one) => ({ type: 'consent' as const, course, purpose: 'analytics' as const, ...one })),
  fc
    .record({ key: pool('s', 6), person, answeredAt: instant, number: fc.integer({ min: 1, max: 5 }) })
    .map(({ number, ...one }) => ({
      type: 'survey_response' as const,
      course,
      survey: 'pulse',
      items: [{ item: 'i', number }],
      ...one,
    })),
  fc.record({ key: group, from: maybe(instant) }).map((one) => ({ type: 'group' as const, course, ...one })),
  fc
    .record({ group, person, from: maybe(instant), to: maybe(instant) })
    .map((one) => ({ type: 'membership' as const, course, key: `${one.group} ${one.person}`, ...one })),
  fc
    .record({ key: pool('f', 5), giver: person, receiver: person, givenAt: maybe(instant) })
    .map((one) => ({ type: 'feedback' as const, course, kind: 'peer' as const, ...one })),
);

/** A few loads, each at its own time: the course goes on between them, or does not. */
export const loads: fc.Arbitrary<readonly Step[]> = fc
  .array(
    fc.record({
      records: fc.uniqueArray(record, { minLength: 1, maxLength: 6, selector: ({ type, key }) => `${type} ${key}` }),
      passes: fc.integer({ min: 0, max: 2 }),
    }),
    { minLength: 1, maxLength: 5 },
  )
  .map((steps) => {
    let week = 4;
    return steps.map(({ records, passes }) => ({ records, week: (week = Math.min(lastWeek, week + passes)) }));
  });

const after = (instantBefore: string, minutes: number): string =>
  new Date(Date.parse(instantBefore) + minutes * 60_000).toISOString();
