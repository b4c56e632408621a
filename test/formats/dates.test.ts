import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DateOrder } from '@kith/etl/connector.ts';
import { parseLocal, toInstant } from '@kith/etl/formats/dates.ts';

interface Moment {
  readonly y: number;
  readonly mo: number;
  readonly d: number;
  readonly h: number;
  readonly mi: number;
  readonly s: number;
}

const moment: fc.Arbitrary<Moment> = fc
  .date({ min: new Date('1970-01-01T00:00:00Z'), max: new Date('2069-12-31T23:59:59Z'), noInvalidDate: true })
  .map((date) => ({
    y: date.getUTCFullYear(),
    mo: date.getUTCMonth() + 1,
    d: date.getUTCDate(),
    h: date.getUTCHours(),
    mi: date.getUTCMinutes(),
    s: date.getUTCSeconds(),
  }));

const two = (value: number) => String(value).padStart(2, '0');
const day = ({ y, mo, d }: Moment) => `${String(y)}-${two(mo)}-${two(d)}`;
const time = ({ h, mi, s }: Moment) => `${two(h)}:${two(mi)}:${two(s)}`;
const twelve = ({ h, mi, s }: Moment, space: string) =>
  `${h % 12 === 0 ? 12 : h % 12}:${two(mi)}:${two(s)}${space}${h < 12 ? 'AM' : 'PM'}`;

/** Every shape of the catalogue: how it is written, and with which order it is read. */
const shapes: readonly (readonly [name: string, order: DateOrder, write: (m: Moment) => string])[] = [
  ['Teams en-US', 'mdy', (m) => `${m.mo}/${m.d}/${two(m.y % 100)}, ${twelve(m, '\u202f')}`],
  ['Teams en-US before ICU 72', 'mdy', (m) => `${m.mo}/${m.d}/${m.y}, ${twelve(m, ' ')}`],
  ['Teams en-GB', 'dmy', (m) => `${m.d}/${m.mo}/${m.y}, ${time(m)}`],
  ['Teams de', 'dmy', (m) => `${two(m.d)}.${two(m.mo)}.${two(m.y % 100)}, ${time(m)}`],
  ['Teams ja', 'ymd', (m) => `${two(m.y % 100)}/${m.mo}/${m.d} ${time(m)}`],
  ['Teams ko', 'ymd', (m) => `${m.y}. ${m.mo}. ${m.d}. ${m.h < 12 ? '오전' : '오후'} ${twelve(m, '').slice(0, -2)}`],
  ['Teams nl', 'dmy', (m) => `${m.d}-${m.mo}-${m.y} ${time(m)}`],
  ['Zoom', 'mdy', (m) => `${two(m.mo)}/${two(m.d)}/${m.y} ${two(m.h % 12 || 12)}${twelve(m, ' ').replace(/^\d+/, '')}`],
  ['ISO without a zone', 'ymd', (m) => `${day(m)}T${time(m)}`],
  ['ISO with a space', 'dmy', (m) => `${day(m)} ${time(m)}`],
  ['Jisc with day and month swapped', 'ydm', (m) => `${m.y}-${two(m.d)}-${two(m.mo)}T${time(m)}`],
];

describe('parse(format(x)) = x', () => {
  test.each(shapes)('%s (%s)', (_, order, write) => {
    fc.assert(
      fc.property(moment, (m) => {
        expect(parseLocal(write(m), order)).toEqual({ date: day(m), time: time(m), precision: 's' });
      }),
    );
  });

  test.each([
    ['register', 'ymd', (m: Moment) => `${m.y}.${two(m.mo)}.${two(m.d)}`],
    ['register re-typed', 'ymd', (m: Moment) => `${m.y}${two(m.mo)}${two(m.d)}`],
    ['OneRoster', 'mdy', (m: Moment) => `${m.mo}/${two(m.d)}/${m.y}`],
  ] as const)('%s, a day only', (_, order, write) => {
    fc.assert(
      fc.property(moment, (m) => {
        expect(parseLocal(write(m), order)).toEqual({ date: day(m), precision: 'day' });
      }),
    );
  });

  test('short US dates have no seconds', () => {
    expect(parseLocal('4/4/13 16:32', 'mdy')).toEqual({ date: '2013-04-04', time: '16:32', precision: 'min' });
  });

  test('an instant with 0 to 9 fractional digits keeps every one of them', () => {
    fc.assert(
      fc.property(moment, fc.stringMatching(/^\d{1,9}$/), (m, fraction) => {
        const text = `${day(m)}T${time(m)}.${fraction}Z`;
        const local = parseLocal(text, 'ymd');
        expect(local && toInstant(local, 'UTC')).toBe(`${day(m)}T${time(m)}.${fraction}Z`.replace(/\.?0+Z$/, 'Z'));
      }),
    );
  });
});

describe('what is no date', () => {
  test.each([
    ['13/13/2022', 'mdy'],
    ['31.02.2022', 'dmy'],
    ['2017-13-12T14:00:00', 'ymd'],
    ['9/22/26, 14:48:05', 'dmy'],
    ['2026-09-22, 13:05 PM', 'ymd'],
    ['2026-09-22 24:00', 'ymd'],
    ['2026-09-22 10:60', 'ymd'],
    ['22/9/2026', 'ymd'],
    ['202/9/22', 'ymd'],
    ['0022-09-22', 'ymd'],
    ['#N/A', 'dmy'],
    ['1', 'dmy'],
    ['', 'dmy'],
    ['9948298783', 'ymd'],
  ] as const)('%j under %s', (text, order) => {
    expect(parseLocal(text, order)).toBeUndefined();
  });
});

describe('toInstant', () => {
  const at = (text: string, zone: string) => {
    const local = parseLocal(text, 'ymd');
    return local && toInstant(local, zone);
  };

  test('uses the zone of the course, summer and winter', () => {
    expect(at('2026-07-01T12:00', 'Europe/Vienna')).toBe('2026-07-01T10:00:00Z');
    expect(at('2026-01-01T12:00', 'Europe/Vienna')).toBe('2026-01-01T11:00:00Z');
  });

  test('an offset in the text wins over the zone', () => {
    expect(at('2026-07-01T12:00:00+05:30', 'Europe/Vienna')).toBe('2026-07-01T06:30:00Z');
    expect(at('2026-07-01T12:00:00-0300', 'Europe/Vienna')).toBe('2026-07-01T15:00:00Z');
  });

  test('refuses the hour that spring leaves out and the hour that autumn has twice', () => {
    expect(at('2024-03-10T02:30:00', 'America/New_York')).toBeUndefined();
    expect(at('2024-11-03T01:30:00', 'America/New_York')).toBeUndefined();
    expect(at('2024-11-03T02:30:00', 'America/New_York')).toBe('2024-11-03T07:30:00Z');
  });

  test('a day begins at its first instant, also where midnight is skipped', () => {
    expect(at('2024-04-26', 'Africa/Cairo')).toBe('2024-04-25T22:00:00Z');
    expect(at('2026-07-01', 'Europe/Vienna')).toBe('2026-06-30T22:00:00Z');
  });
});
