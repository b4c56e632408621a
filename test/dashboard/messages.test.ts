import { expect, test } from 'vitest';
import { formatsFor } from '@kith/dashboard/lib/format/formats.ts';
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

const all = sentences(en(formatsFor('en-GB')));

test('there is a catalogue to look at', () => expect(all.length).toBeGreaterThan(250));

test.each([
  'at risk',
  'lonely',
  'flagged',
  'alarm',
  'suspicious',
  'failing',
  'warning',
  'isolated students',
  'problem',
])('nobody is called "%s"', (word) =>
  expect(all.filter(([, sentence]) => sentence.toLowerCase().includes(word))).toEqual([]),
);

test('no sentence has a hole in it', () => {
  expect(all.filter(([, sentence]) => /undefined|NaN|\[object|^\s*$/.test(sentence))).toEqual([]);
});

test('the same words for one and for many people would be wrong English', () => {
  const { home, course } = en(formatsFor('en-GB'));
  expect(home.mayBe(1)).toBe('1 person may be unconnected here');
  expect(home.mayBe(2)).toBe('2 people may be unconnected here');
  expect(course.sentence(1, 1)).toBe('1 of 1 learner may be unconnected here.');
  expect(course.sentence(0, 30)).toBe('Nobody of 30 learners stands out as unconnected.');
});
