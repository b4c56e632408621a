import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseDuration } from '@kith/etl/formats/durations.ts';

const parts = fc.tuple(fc.nat(30), fc.nat(59), fc.nat(59));
const two = (value: number) => String(value).padStart(2, '0');

test.each([
  ['en', (h: number, m: number, s: number) => `${h}h ${m}m ${s}s`],
  ['fr', (h: number, m: number, s: number) => `${h} h ${m} min ${s} s`],
  ['de', (h: number, m: number, s: number) => `${h} Std. ${m} Min. ${s} Sek.`],
  ['ja', (h: number, m: number, s: number) => `${h}時間 ${m}分 ${s}秒`],
  ['clock', (h: number, m: number, s: number) => `${two(h)}:${two(m)}:${two(s)}`],
])('parse(format(x)) = x, %s', (_, write) => {
  fc.assert(
    fc.property(parts, ([h, m, s]) => {
      expect(parseDuration(write(h, m, s))).toBe(h * 3600 + m * 60 + s);
    }),
  );
});

test.each([
  ['58 min', 3480],
  ['1 hr 2 min', 3720],
  ['42m', 2520],
  ['14s', 14],
  ['12:05', 725],
])('%s is %d s', (text, seconds) => {
  expect(parseDuration(text)).toBe(seconds);
});

test('a bare number needs a unit', () => {
  expect(parseDuration('128', 60)).toBe(7680);
  expect(parseDuration('210', 1)).toBe(210);
  expect(parseDuration('128')).toBeUndefined();
});

test.each(['', 'Presenter', 'ana@uni.example.edu', '3 apples', '9/22/26', 'Yes', '1h and 2m', '-'])(
  '%j is no duration',
  (text) => {
    expect(parseDuration(text, 60)).toBeUndefined();
  },
);
