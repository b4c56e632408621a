import { loadDe } from '@kith/api/words/de/loads.ts';
import { inPageWords } from '@kith/dashboard/lib/format/in-page-words.ts';
import { formatsFor } from '@kith/dashboard/lib/format/formats.ts';
import { de } from '@kith/dashboard/messages/de.ts';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const words = de(formatsFor('de-DE')).data;
const shown = (english: string): string => inPageWords(loadDe(english), words);

test.each([
  [
    '10 of 25 rows (40.5 %) were refused, so nothing of this load is visible yet. Most often: The post has no id. Read them with "kith rejects 3", then take it with "kith runs accept 3" or drop it with "kith runs drop 3".',
    '10 von 25 Zeilen wurden abgelehnt (40,5 %); deshalb ist von dieser Ladung noch nichts zu sehen. Warum, steht bei jeder Zeile.',
  ],
  [
    'This load has 900 rows, and the last 5 of its source had 300 to 310: far more than ever, so nothing of it is visible yet. See whether the export is whole and of the right courses, then take it with "kith runs accept 3" or drop it with "kith runs drop 3".',
    'Diese Ladung hat 900 Zeilen, und die letzten 5 ihrer Quelle hatten 300 bis 310: weit mehr als je zuvor. Deshalb ist noch nichts davon zu sehen. Sehen Sie nach, ob der Export vollständig und von den richtigen Kursen ist.',
  ],
  [
    '40 of the 60 post records that are known for these courses are absent from this full load. If they are really gone, take it with "kith runs accept"; if the file is only a part, load it with --mode delta.',
    '40 der 60 Einträge, die von diesen Kursen bekannt sind (Art: post), fehlen in dieser vollständigen Ladung. Nehmen Sie sie nur an, wenn sie wirklich nicht mehr da sind.',
  ],
  [
    'The load ended with an unexpected database error 22003. Load it again, and report it if it comes back. Nothing of it is visible.',
    'Die Ladung endete unerwartet (database error 22003). Laden Sie noch einmal, und melden Sie es, wenn es wiederkommt. Es ist nichts davon zu sehen.',
  ],
])('%s', (english, german) => expect(shown(english)).toBe(german));

/** Texts of a message that a load gives, as they stand in its code, put together; what is put in is a 7. */
const ofCode = (file: string, begins: string): string => {
  const code = readFileSync(path.join(import.meta.dirname, '../../etl', file), 'utf8');
  const from = code.indexOf(begins);
  expect(from, `${file}: ${begins}`).toBeGreaterThan(-1);
  const sentence = /(['`])((?:(?!\1)[^])*)\1/.exec(code.slice(from - 1))![2]!;
  return sentence.replaceAll(/\$\{[^}]*\}/g, '7');
};

test.each([
  ['load/lost.ts', 'It was cut off, and nothing'],
  ['load/lost.ts', 'The fetching was cut off'],
  ['load/lost.ts', 'It was cut off, and nobody'],
  ['intake/load-upload.ts', 'Stopped on the data page'],
])('what %s says has its German: %s', (file, begins) => {
  const english = ofCode(file, begins);
  expect(loadDe(english)).not.toBe(english);
});

test('what a connector says of a file stays as it is', () =>
  expect(loadDe('posts.csv: The file is empty. Export it again.')).toBe(
    'posts.csv: The file is empty. Export it again.',
  ));
