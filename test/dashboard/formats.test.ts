import { describe, expect, test } from 'vitest';
import { languageOf } from '@kith/api/contract/language.ts';
import { dayAfter, dayIn, lastDayOf } from '@kith/dashboard/lib/format/days.ts';
import { formatsFor } from '@kith/dashboard/lib/format/formats.ts';
import { localeOf } from '@kith/dashboard/lib/format/locale.ts';
import { zoneOf } from '@kith/dashboard/lib/format/zone.ts';

const british = formatsFor('en-GB');
const austrian = formatsFor('en-AT');

/** Intl writes thin and unbreakable spaces; what is asserted is what is read. */
const read = (text: string) => text.replaceAll(/\s/gu, ' ');

describe('the language of the page with the region of the reader', () => {
  test.each([
    ['en', 'en-GB,en;q=0.9', 'en-GB'],
    ['en', 'de-AT,de;q=0.9,en;q=0.8', 'en-AT'],
    ['en', 'de-AT,en-GB;q=0.8', 'en-GB'],
    ['de', 'en-US,en;q=0.9,de-CH;q=0.5', 'de-CH'],
    ['de', 'de', 'de-DE'],
    ['en', 'pt', 'en-BR'],
    ['en', '*', 'en'],
    ['de', '', 'de'],
    ['en', 'not_a_language!', 'en'],
    ['de', null, 'de'],
  ])('%s for a browser that says %s is %s', (language, header, locale) =>
    expect(localeOf(language, header)).toBe(locale),
  );
});

describe('which language Kith speaks', () => {
  test.each([
    [null, 'de-AT,de;q=0.9,en;q=0.8', 'de'],
    [null, 'en-US,en;q=0.9', 'en'],
    [null, 'fr;q=0.9, de-AT;q=0.8, en;q=0.7', 'de'],
    [null, 'en;q=0.3, de;q=0.4', 'de'],
    [null, 'de;q=0, en', 'en'],
    [null, 'fi', 'en'],
    [null, '*', 'en'],
    [null, null, 'en'],
    ['en', 'de', 'en'],
    ['de', 'en-US,en', 'de'],
  ] as const)('chosen %s, the browser says %s: %s', (chosen, header, language) =>
    expect(languageOf(chosen, header)).toBe(language),
  );
});

describe('German', () => {
  const german = formatsFor('de-DE');
  test('numbers, shares, plurals and lists', () => {
    expect(german.number(1234.56)).toBe('1.234,6');
    expect(read(german.percent(0.314))).toBe('31 %');
    expect([0, 1, 2].map((posts) => german.count(posts, 'Beitrag', 'Beiträge'))).toEqual([
      '0 Beiträge',
      '1 Beitrag',
      '2 Beiträge',
    ]);
    expect(german.list(['Forum', 'Gruppen', 'Sitzungen'])).toBe('Forum, Gruppen und Sitzungen');
  });

  test('days, moments and how long ago, by the clock of a day of 24 hours', () => {
    expect(german.day('2026-10-12')).toBe('12. Okt.');
    expect(read(german.days('2026-10-12', '2026-10-18'))).toBe('12.–18. Okt.');
    expect(read(german.moment('2026-10-24T13:30:00Z', 'Europe/Berlin'))).toBe('Sa., 24. Okt., 15:30');
    expect(read(formatsFor(localeOf('de', 'en-US')).moment('2026-10-24T13:30:00Z', 'UTC'))).toContain('13:30');
    expect(german.ago('2026-10-12T00:00:00Z', Date.parse('2026-10-18T00:00:00Z'))).toBe('vor 6 Tagen');
  });
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

test('an instant lies on the day of who reads it', () => {
  expect(dayIn('2026-11-24T02:00:00Z', 'America/Los_Angeles')).toBe('2026-11-23');
  expect(dayIn('2026-11-22T22:00:00Z', 'Australia/Sydney')).toBe('2026-11-23');
  expect(dayIn(Date.parse('2026-01-01T00:00:00Z'), 'UTC')).toBe('2026-01-01');
});

test('a zone nobody knows is UTC, not an error page', () => {
  expect(zoneOf('Europe/Berlin')).toBe('Europe/Berlin');
  expect(zoneOf('Middle/Earth')).toBe('UTC');
  expect(zoneOf(undefined)).toBe('UTC');
});
