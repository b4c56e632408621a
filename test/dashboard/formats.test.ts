import { describe, expect, test } from 'vitest';
import { dayAfter, lastDayOf } from '@kith/dashboard/lib/format/days.ts';
import { formatsFor } from '@kith/dashboard/lib/format/formats.ts';
import { localeOf } from '@kith/dashboard/lib/format/locale.ts';
import { zoneOf } from '@kith/dashboard/lib/format/zone.ts';

const british = formatsFor('en-GB');
const austrian = formatsFor('en-AT');

/** Intl writes thin and unbreakable spaces; what is asserted is what is read. */
const read = (text: string) => text.replaceAll(/\s/gu, ' ');

describe('the language of the page with the region of the reader', () => {
  test.each([
    ['en-GB,en;q=0.9', 'en-GB'],
    ['de-AT,de;q=0.9,en;q=0.8', 'en-AT'],
    ['pt', 'en-BR'],
    ['*', 'en'],
    ['', 'en'],
    ['not_a_language!', 'en'],
    [null, 'en'],
  ])('%s is %s', (header, locale) => expect(localeOf(header)).toBe(locale));
});

test('a number follows the region: a comma is no thousands mark in Vienna', () => {
  expect(read(british.number(1234.56))).toBe('1,234.6');
  expect(read(austrian.number(1234.56))).toMatch(/^1[. ]234,6$/);
  expect(british.number(56.6, 0)).toBe('57');
});

test('one is one and zero is many', () => {
  expect(british.count(1, 'post', 'posts')).toBe('1 post');
  expect(british.count(0, 'post', 'posts')).toBe('0 posts');
  expect(british.count(1200, 'post', 'posts')).toBe('1,200 posts');
});

test('a calendar day stays that day wherever the server stands', () => {
  const before = process.env.TZ;
  try {
    for (const zone of ['Pacific/Kiritimati', 'Pacific/Pago_Pago', 'UTC']) {
      process.env.TZ = zone;
      expect(formatsFor('en-GB').day('2026-10-12')).toBe('12 Oct');
    }
  } finally {
    if (before === undefined) delete process.env.TZ;
    else process.env.TZ = before;
  }
});

test('a week is written once where both days are in one month', () => {
  expect(read(british.days('2026-10-12', '2026-10-18'))).toMatch(/^12 ?– ?18 Oct$/);
  expect(read(british.days('2026-09-28', '2026-10-04'))).toMatch(/^28 Sept? – 4 Oct$/);
});

test('an instant is read in the zone that is named, across the end of summer time', () => {
  expect(read(british.moment('2026-10-24T23:30:00Z', 'Europe/Berlin'))).toBe('Sun 25 Oct, 01:30');
  expect(read(british.moment('2026-10-25T23:30:00Z', 'Europe/Berlin'))).toBe('Mon 26 Oct, 00:30');
});

test.each([
  ['2026-11-20T12:00:00Z', '12 minutes ago', 12 * 60_000],
  ['2026-11-20T12:00:00Z', '47 hours ago', 47 * 3_600_000],
  ['2026-11-20T12:00:00Z', '6 days ago', 6 * 86_400_000],
  ['2026-11-20T12:00:00Z', '91 days ago', 91 * 86_400_000],
  ['2026-11-20T12:00:00Z', '10 months ago', 325 * 86_400_000],
  ['2026-11-20T12:00:00Z', '4 years ago', 1684 * 86_400_000],
])('%s is %s', (instant, words, later) => expect(british.ago(instant, Date.parse(instant) + later)).toBe(words));

test('a Sunday closes the week, over a year end and a leap day', () => {
  expect(lastDayOf('2026-12-28')).toBe('2027-01-03');
  expect(dayAfter('2028-02-28', 1)).toBe('2028-02-29');
});

test('a zone nobody knows is UTC, not an error page', () => {
  expect(zoneOf('Europe/Berlin')).toBe('Europe/Berlin');
  expect(zoneOf('Middle/Earth')).toBe('UTC');
  expect(zoneOf(undefined)).toBe('UTC');
});
