import { z } from 'zod';
import { expect, test } from 'vitest';
import { checked, known } from '@kith/etl/formats/known.ts';
import { news, noticed } from '@kith/etl/formats/news.ts';
import { instantOfMillis, instantOfSeconds } from '@kith/etl/formats/unix-time.ts';

const Row = known(
  { id: z.string(), kind: z.enum(['a', 'b']).optional(), who: known({ id: z.string() }, 'avatar').optional() },
  'blocks files',
);
const ref = { file: 'x.json', line: 3 };

test('what is read and what is known not to be read pass; null is absent', () => {
  const row = { id: '1', kind: null, blocks: [1], who: { id: '2', avatar: 'x' } };
  expect(checked(Row, row, ref, {})).toMatchObject({ value: { id: '1', who: { id: '2' } } });
});

test('a field nobody knows ends the file and is named, wherever it stands', () => {
  const refusal = { code: 'UNKNOWN_FIELD', line: 3, hint: expect.stringContaining('ignore=mood') as string };
  expect(() => checked(Row, { id: '1', mood: 'x' }, ref, {})).toThrow(expect.objectContaining(refusal));
  expect(() => checked(Row, { id: '1', who: { id: '2', mood: 'x' } }, ref, {})).toThrow(/"who\.mood"/);
});

test('of an object with many settings a new one is named, and the file is read', () => {
  const Settings = noticed({ id: z.string() }, 'colour');
  expect(news(Settings, { id: '1', colour: 'x', mood: 'y' }, {})).toEqual(['mood']);
  expect(news(Settings, { id: '1', mood: 'y' }, { options: { ignore: 'mood' } })).toEqual([]);
  expect(checked(Settings, { id: '1', mood: 'y' }, ref, {})).toMatchObject({ value: { id: '1' } });
});

test('who has looked at it says so, and the file is read', () => {
  const row = { id: '1', mood: 'x', who: { id: '2', mood: 'x' } };
  expect(checked(Row, row, ref, { options: { ignore: 'mood' } })).toMatchObject({ value: { id: '1' } });
  expect(checked(Row, row, ref, { options: { ignore: 'mood,who.mood' } })).toMatchObject({ value: { id: '1' } });
});

test('an unknown word is named, a text that somebody wrote is not', () => {
  expect(checked(Row, { id: '1', kind: 'huddle' }, ref, {})).toMatchObject({
    reject: { code: 'UNKNOWN_WORD', field: 'kind', message: expect.stringContaining('"huddle"') as string },
  });
  const told = JSON.stringify(checked(Row, { id: '1', kind: 'I feel alone' }, ref, {}));
  expect(told).not.toContain('alone');
  expect(checked(Row, { id: 1 }, ref, {})).toMatchObject({ reject: { code: 'BAD_VALUE', field: 'id' } });
});

test('times since 1970 keep their digits, and what is none is none', () => {
  expect(instantOfSeconds('1458969700.000002')).toBe('2016-03-26T05:21:40.000002Z');
  expect(instantOfSeconds(1_767_261_000)).toBe('2026-01-01T09:50:00Z');
  expect(instantOfMillis('1767261000123')).toBe('2026-01-01T09:50:00.123Z');
  expect([instantOfSeconds('12'), instantOfSeconds('x'), instantOfMillis('x')]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});
