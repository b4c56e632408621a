import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calendarOf, localDay, localHour } from '@kith/etl/compute/calendar.ts';

const hours = (week: { start: number; end: number }): number => (week.end - week.start) / 3_600_000;

describe('course weeks', () => {
  test('week 1 is the Monday-to-Sunday week that holds the start, in the course zone', () => {
    const { weeks } = calendarOf(
      { startsOn: '2026-01-08', endsOn: null, timezone: 'Europe/Vienna' },
      new Date('2026-01-20T12:00:00Z'),
    );
    expect(weeks.map(({ week, monday }) => [week, monday])).toEqual([
      [1, '2026-01-05'],
      [2, '2026-01-12'],
    ]);
    expect(new Date(weeks[0]!.start).toISOString()).toBe('2026-01-04T23:00:00.000Z');
  });

  test('a week is closed at its last instant, not before', () => {
    const course = { startsOn: '2026-01-05', endsOn: null, timezone: 'UTC' };
    expect(calendarOf(course, new Date('2026-01-11T23:59:59.999Z')).weeks).toHaveLength(0);
    expect(calendarOf(course, new Date('2026-01-12T00:00:00Z')).weeks).toHaveLength(1);
  });

  test('the week of the last day is the last', () => {
    const { weeks } = calendarOf(
      { startsOn: '2026-01-05', endsOn: '2026-01-14', timezone: 'UTC' },
      new Date('2026-03-01T00:00:00Z'),
    );
    expect(weeks.at(-1)!.monday).toBe('2026-01-12');
  });

  test.each([
    ['spring, New York', 'America/New_York', '2026-03-02', 167],
    ['autumn, New York', 'America/New_York', '2026-10-26', 169],
    ['spring, Lord Howe: half an hour', 'Australia/Lord_Howe', '2026-09-28', 167.5],
    ['no change, Kolkata', 'Asia/Kolkata', '2026-03-02', 168],
  ])('clocks change: %s', (_, timezone, startsOn, expected) => {
    const { weeks } = calendarOf({ startsOn, endsOn: null, timezone }, new Date('2026-12-31T00:00:00Z'));
    expect(hours(weeks[0]!)).toBe(expected);
  });

  test('the year ends in the middle of a week', () => {
    const { weeks } = calendarOf(
      { startsOn: '2025-12-29', endsOn: null, timezone: 'Pacific/Auckland' },
      new Date('2026-01-12T00:00:00Z'),
    );
    expect(weeks.map(({ monday }) => monday)).toEqual(['2025-12-29', '2026-01-05']);
  });
});

test('a day and an hour belong to a zone', () => {
  const at = Date.parse('2026-01-01T04:30:00Z');
  expect(localDay(at, 'UTC') - localDay(at, 'America/New_York')).toBe(1);
  expect(localHour(at, 'Asia/Kolkata')).toBe(10);
});

test('the quick clock tells the time that the platform tells, also on the days on which clocks change', () => {
  const zones = [
    'UTC',
    'Europe/Berlin',
    'Asia/Kolkata',
    'Australia/Lord_Howe',
    'America/St_Johns',
    'Africa/Casablanca',
  ];
  const instant = fc.integer({ min: Date.parse('1965-01-01'), max: Date.parse('2035-01-01') });
  const change = fc
    .integer({ min: -7_200_000, max: 7_200_000 })
    .map((near) => Date.parse('2026-03-29T01:00:00Z') + near);
  fc.assert(
    fc.property(fc.oneof(instant, change), fc.constantFrom(...zones), (at, zone) => {
      const told = Object.fromEntries(
        new Intl.DateTimeFormat('en', {
          timeZone: zone,
          hourCycle: 'h23',
          hour: 'numeric',
          year: 'numeric',
          month: 'numeric',
          day: 'numeric',
        })
          .formatToParts(at)
          .map(({ type, value }) => [type, Number(value)]),
      );
      expect(localHour(at, zone)).toBe(told.hour);
      expect(localDay(at, zone)).toBe(Date.UTC(told.year!, told.month! - 1, told.day) / 86_400_000);
    }),
    { numRuns: 1000 },
  );
});
