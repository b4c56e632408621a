import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decideDateOrder } from '@kith/etl/formats/date-order.ts';
import { parseLocal } from '@kith/etl/formats/dates.ts';

describe('one value that fits one order decides for the whole file', () => {
  test.each([
    [['9/22/26, 2:48:05\u202fPM', '9/10/26, 2:48:05\u202fPM'], 'mdy'],
    [['22/9/2026, 14:48:05', '10/9/2026, 14:48:05'], 'dmy'],
    [['10.09.26, 14:48:05'], 'dmy'],
    [['98/7/11 18:29:28'], 'ymd'],
    [['2022.02.07', '20220214'], 'ymd'],
    [['2017-13-12T14:00:00', '2017-10-12T14:00:00'], 'ymd'],
    [['4/4/13 16:32'], 'dmy'],
  ] as const)('%j is %s', (samples, order) => {
    expect(decideDateOrder(samples)).toEqual({ order });
  });

  test('a value that is no date under any order decides nothing', () => {
    expect(decideDateOrder(['#N/A', '13/13/2022', '4/13/2022'])).toEqual({ order: 'mdy' });
  });
});

describe('a file that could be read in more than one way', () => {
  const texts = ['09/10/26, 14:48:05', '09/09/26, 14:48:05'];

  test('is refused with every reading named', () => {
    expect(decideDateOrder(texts)).toEqual({
      ambiguous: ['dmy', 'mdy', 'ymd'],
      readings: [
        '09/10/26, 14:48:05 is 9 October 2026 (dmy)',
        '09/10/26, 14:48:05 is 10 September 2026 (mdy)',
        '09/10/26, 14:48:05 is 26 October 2009 (ymd)',
      ],
    });
  });

  test('is read as the person says', () => {
    expect(decideDateOrder(texts, { known: 'ymd' })).toEqual({ order: 'ymd' });
  });

  test('is decided by the day of the session, if that day fits exactly one order', () => {
    expect(decideDateOrder(texts, { sessionDate: '2026-09-10' })).toEqual({ order: 'mdy' });
    expect(decideDateOrder(texts, { sessionDate: '2026-10-09' })).toEqual({ order: 'dmy' });
    expect(decideDateOrder(texts, { sessionDate: '2026-09-09' })).toMatchObject({ ambiguous: ['dmy', 'mdy', 'ymd'] });
    expect(decideDateOrder(['9/10/26'])).toMatchObject({ ambiguous: ['dmy', 'mdy'] }); // a year has two digits
  });

  test('loses the orders that leave the term', () => {
    expect(decideDateOrder(texts, { termFrom: '2019-01-01' })).toMatchObject({ ambiguous: ['dmy', 'mdy'] });
    expect(decideDateOrder(texts, { termFrom: '2026-09-01', termTo: '2026-09-30' })).toEqual({ order: 'mdy' });
    expect(decideDateOrder(['22/7/11 18:29:28'], { termFrom: '2019-01-01' })).toEqual({ order: 'ymd' });
  });
});

test('no order fits: two customs in one file, or no date at all', () => {
  expect(decideDateOrder(['9/22/2026', '22/9/2026'])).toEqual({ impossible: true, sample: '9/22/2026' });
  expect(decideDateOrder(['N/A', ''])).toEqual({ impossible: true, sample: 'N/A' });
  expect(decideDateOrder([])).toEqual({ impossible: true, sample: undefined });
  expect(decideDateOrder(['9/22/2026'], { known: 'dmy' })).toEqual({ impossible: true, sample: '9/22/2026' });
});

test('never decides against a file that was written in one of the customs', () => {
  const days = fc.array(fc.date({ min: new Date('2019-01-01'), max: new Date('2030-12-31'), noInvalidDate: true }), {
    minLength: 1,
    maxLength: 5,
  });
  fc.assert(
    fc.property(days, fc.constantFrom('dmy', 'mdy', 'ymd'), (dates, custom) => {
      const written = dates.map((date) => {
        const [y, m, d] = date.toISOString().slice(2, 10).split('-') as [string, string, string];
        return { dmy: [d, m, y], mdy: [m, d, y], ymd: [y, m, d] }[custom].join('/');
      });
      const decision = decideDateOrder(written);
      const read = 'order' in decision ? decision.order : custom;
      expect('impossible' in decision).toBe(false);
      expect(written.map((text) => parseLocal(text, read)?.date)).toEqual(
        dates.map((date) => date.toISOString().slice(0, 10)),
      );
    }),
  );
});
