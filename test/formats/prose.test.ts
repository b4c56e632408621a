import { describe, expect, test } from 'vitest';
import { proseOf } from '@kith/etl/formats/prose.ts';

describe('what is kept of a text', () => {
  test.each([
    ['', { words: 0, chars: 0, hasQuestion: false }],
    ['Thank you, that helped.', { words: 4, chars: 23, hasQuestion: false }],
    ['<p>Does it <b>converge</b>?</p>', { words: 3, chars: 17, hasQuestion: true }],
    ["don't re-use", { words: 2, chars: 12, hasQuestion: false }],
    ['a &lt; b &amp;&#63;', { words: 2, chars: 8, hasQuestion: true }],
    ['1 < 2 and 3 > 2', { words: 5, chars: 15, hasQuestion: false }],
    ['<style>p { color: red }</style>Hi', { words: 1, chars: 2, hasQuestion: false }],
    ['これは何ですか？', { words: 7, chars: 8, hasQuestion: true }],
  ])('%j', (text, kept) => {
    expect(proseOf(text)).toEqual(kept);
  });

  test('a question mark in a link asks nothing', () => {
    expect(proseOf('see https://lms.example/view.php?id=3 for it').hasQuestion).toBe(false);
  });
});
