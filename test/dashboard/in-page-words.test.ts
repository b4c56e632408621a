import { inPageWords } from '@kith/dashboard/lib/format/in-page-words.ts';
import { expect, test } from 'vitest';

const words = { chooseOrder: 'choose the order', chooseZone: 'choose the zone' };

test.each([
  [
    '10 of 25 rows (40.0 %) were refused. Most often: There is no such month: try --date-order ydm. Read them with "kith rejects 3", then take it with "kith runs accept 3" or drop it with "kith runs drop 3".',
    '10 of 25 rows (40.0 %) were refused. Most often: There is no such month: choose the order.',
  ],
  [
    'Say --date-order dmy, mdy, ymd or ydm; if two were pasted, split them.',
    'Choose the order; if two were pasted, split them.',
  ],
  [
    "Say --date-order dmy or mdy, or put the day in the file's name.",
    "Choose the order, or put the day in the file's name.",
  ],
  ['Its times state no zone: say --timezone Europe/London.', 'Its times state no zone: choose the zone.'],
  ['Put the day into the name of the file, or say --option date=2026-02-01.', 'Put the day into the name of the file.'],
  ['Found: a, b. Ask "kith detect" which connector reads it.', 'Found: a, b.'],
  ['The post has no id.', 'The post has no id.'],
])('%s', (said, shown) => {
  expect(inPageWords(said, words)).toBe(shown);
});
