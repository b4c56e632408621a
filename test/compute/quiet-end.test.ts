import { describe, expect, test } from 'vitest';
import { calendarOf } from '@kith/etl/compute/calendar.ts';
import type { Course, CourseFacts } from '@kith/etl/compute/facts/course-facts.ts';
import { withEnd } from '@kith/etl/compute/quiet-end.ts';
import { sources } from '@kith/etl/score/visibility.ts';

const course: Course = { institutionId: 1, courseId: 1, startsOn: '2013-04-04', endsOn: null, timezone: 'Asia/Tokyo' };

const traces = (...instants: readonly (string | null)[]): Pick<CourseFacts, 'connections'> => ({
  connections: Object.fromEntries(
    sources.map((source, index) => {
      const at = instants[index] ?? null;
      const lastAt = at === null ? null : at === '-infinity' ? -Infinity : Date.parse(at);
      return [source, { since: lastAt, lastAt, from: [], matched: new Map(), firstAt: new Map() }];
    }),
  ) as unknown as CourseFacts['connections'],
});

describe('a course without an end', () => {
  test('is over 28 days after the last trace of any kind, by its own clock', () => {
    expect(withEnd(course, traces('2013-06-01T00:00:00Z', '2013-06-16T20:00:00Z')).endsOn).toBe('2013-07-15');
  });

  test('counts from its start while nothing has happened', () => {
    expect(withEnd(course, traces()).endsOn).toBe('2013-05-02');
    expect(withEnd(course, traces('-infinity')).endsOn).toBe('2013-05-02');
  });

  test('has closed weeks up to now while it runs, and no endless row of them after', () => {
    const running = withEnd(course, traces('2013-04-20T12:00:00Z'));
    expect(calendarOf(running, new Date('2013-04-30T00:00:00Z')).weeks).toHaveLength(4);
    expect(calendarOf(running, new Date('2026-01-01T00:00:00Z')).weeks).toHaveLength(7);
  });
});

test('an end that was said stands, whatever comes after it', () => {
  const said = { ...course, endsOn: '2013-05-01' };
  expect(withEnd(said, traces('2013-06-01T00:00:00Z'))).toEqual(said);
});
