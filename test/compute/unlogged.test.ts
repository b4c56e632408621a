import { expect, test } from 'vitest';
import type { CourseWeek } from '@kith/etl/compute/calendar.ts';
import type { QuarterDay } from '@kith/etl/compute/facts/actions.ts';
import type { Member } from '@kith/etl/compute/facts/members.ts';
import { recencyDays } from '@kith/etl/compute/signals/presence.ts';
import { unloggedWeeks } from '@kith/etl/compute/signals/unlogged.ts';

const monday = Date.parse('2026-01-05T00:00:00Z');
const dayMs = 86_400_000;
const firstDay = monday / dayMs;
const weeks = Array.from({ length: 4 }, (_, at): CourseWeek => {
  const start = monday + at * 7 * dayMs;
  return { week: at + 1, monday: new Date(start).toISOString().slice(0, 10), start, end: start + 7 * dayMs };
});
const learner: Member = {
  personId: 1,
  staff: null,
  learner: { from: monday, to: Infinity },
  provisional: false,
  timezone: null,
};

/** So many people, each with one row of the log (or one post) on the Tuesday of each of these weeks. */
const logged = (people: number, in_: readonly number[], what: 'other' | 'social' = 'other') =>
  new Map(
    Array.from({ length: people }, (_, person) => [
      person,
      in_.map((week): QuarterDay => {
        const day = firstDay + (week - 1) * 7 + 1;
        return { day, part: 1, hours: 1, social: 0, other: 0, forum: false, [what]: 1 };
      }),
    ]),
  );

test.each([
  ['nobody is in the log after a week of five', logged(5, [1, 2, 4]), [3]],
  ['four are too few to tell', logged(4, [1, 2, 4]), []],
  ['the log has not begun', logged(9, [3, 4]), []],
  [
    'posts are no log',
    new Map([...logged(9, [1, 2]), ...[[99, logged(1, [3, 4], 'social').get(0)!] as const]]),
    [3, 4],
  ],
  ['one of nine is there', new Map([...logged(9, [1, 2]), ...[[99, logged(1, [3, 4]).get(0)!] as const]]), []],
])('a week was not logged: %s', (_, actions, expected) => {
  expect(unloggedWeeks(actions, weeks).map(({ week }) => week)).toEqual(expected);
});

test.each([
  ['the whole week, of somebody last seen before it', [firstDay + 11], 9],
  ['the rest of the week, of somebody who posted in it', [firstDay + 15], 7],
  ['nothing, of somebody seen after it', [firstDay + 22], 5],
  ['the whole week, of somebody never seen', [], 20],
])('days of a week that was not logged do not count: %s', (_, days, expected) => {
  expect(recencyDays(learner, days, weeks[3]!, firstDay, 'UTC', [weeks[2]!])).toBe(expected);
});
