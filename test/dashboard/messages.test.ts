import { describe, expect, test } from 'vitest';
import { formatsFor } from '@kith/dashboard/lib/format/formats.ts';
import { de } from '@kith/dashboard/messages/de.ts';
import { en } from '@kith/dashboard/messages/en.ts';

type Say = (...given: (number | string)[]) => unknown;

/** A function of the catalogue takes numbers; where it cannot, words. */
function said(say: Say): unknown {
  try {
    return say(3, 4, 5);
  } catch {
    return say('one', 'two', 'three');
  }
}

/** Every sentence of a catalogue with its way there. */
function sentences(node: unknown, path = ''): [path: string, sentence: string][] {
  if (typeof node === 'string') return [[path, node]];
  if (typeof node === 'function') return sentences(said(node as Say), `${path}()`);
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, child]) => sentences(child, `${path}.${key}`));
}

const catalogues = {
  en: sentences(en(formatsFor('en-GB'))),
  de: sentences(de(formatsFor('de-DE'))),
};

/** What nobody is called: names for a person, and words that frighten. */
const unsaid = {
  en: ['at risk', 'lonely', 'flagged', 'alarm', 'suspicious', 'failing', 'warning', 'isolated students', 'problem'],
  de: [
    'gefährdet',
    'isoliert',
    'vereinsamt',
    'einsamkeit',
    'alarm',
    'verdächtig',
    'versag',
    'warnung',
    'problem',
    'abgehängt',
    'risiko',
  ],
};

describe.each(['en', 'de'] as const)('the catalogue %s', (language) => {
  const all = catalogues[language];

  test('is there', () => expect(all.length).toBeGreaterThan(250));

  test.each(unsaid[language])('calls nobody "%s"', (word) =>
    expect(all.filter(([, sentence]) => sentence.toLowerCase().includes(word))).toEqual([]),
  );

  test('has no hole in a sentence', () => {
    expect(all.filter(([, sentence]) => /undefined|NaN|\[object|^\s*$/.test(sentence))).toEqual([]);
  });
});

/** What is the same in both: names, formats, commands, and words that German took over. */
const same = new Set(
  (
    'Kith CSV JSON Parquet SHA-256 Forum forum Mentoring mentoring English Deutsch Name Code Filter none ' +
    'Version Excel XLSX Export Matrix one'
  ).split(' '),
);

test('no sentence was left in English', () => {
  const english = new Map(catalogues.en);
  const left = catalogues.de.filter(
    ([path, sentence]) =>
      english.get(path) === sentence &&
      sentence.split(/[\s()]+/).some((word) => /\p{L}{3}/u.test(word) && !same.has(word)),
  );
  expect(left).toEqual([]);
});

test('German speaks to people as "Sie", never as "du"', () => {
  expect(catalogues.de.filter(([, sentence]) => /\b(?:du|dich|dir|dein(?:e|en|er|es)?)\b/i.test(sentence))).toEqual([]);
});

test('the same words for none, one and many people would be wrong German', () => {
  const { home, course } = de(formatsFor('de-DE'));
  expect([0, 1, 2].map(home.headline)).toEqual([
    'Niemand fällt als ohne Anschluss auf',
    '1 Person könnte ohne Anschluss sein',
    '2 Personen könnten ohne Anschluss sein',
  ]);
  expect(course.sentence(1, 1)).toBe('1 von 1 lernenden Person könnte hier ohne Anschluss sein.');
  expect(course.sentence(2, 30)).toBe('2 von 30 Lernenden könnten hier ohne Anschluss sein.');
});

test('the same words for one and for many people would be wrong English', () => {
  const { home, course } = en(formatsFor('en-GB'));
  expect(home.mayBe(1)).toBe('1 person may be unconnected here');
  expect(home.mayBe(2)).toBe('2 people may be unconnected here');
  expect(course.sentence(1, 1)).toBe('1 of 1 learner may be unconnected here.');
  expect(course.sentence(0, 30)).toBe('Nobody of 30 learners stands out as unconnected.');
});

test('inside a sentence English writes a channel small, and German as it is', () => {
  const [english, german] = [en(formatsFor('en-GB')).monday, de(formatsFor('de-DE')).monday];
  expect(english.lastContact('6 Oct', english.channel.mail, null)).toBe('Last contact: 6 Oct, e-mail');
  expect(german.lastContact('6. Okt.', german.channel.mail, null)).toBe('Letzter Kontakt: 6. Okt., E-Mail');
});
