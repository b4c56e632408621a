import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { jsonItems, shapeOf } from '@kith/etl/formats/json.ts';
import { collect, fileOf, inPieces } from '../support/bytes.ts';

const values = async (text: string, pieces = text.length) =>
  (await collect(jsonItems(fileOf(inPieces(text, pieces), 'x.json')))).map((item) => [
    item.line,
    item.broken ?? item.value,
  ]);

test.each([
  ['lines', '{"a":1}\n{"a":2}\n'],
  ['lines', '{"a":1}'],
  ['lines', '{"a":\n{"a":2}\n'],
  ['array', ' \n[{"a":1}]'],
  ['object', '{\n  "a": 1\n}\n'],
  ['lines', `{"a":"${'x'.repeat(100)}`],
] as const)('%s: %j', (shape, text) => {
  expect(shapeOf(text)).toBe(shape);
});

test('one object per line; a broken line is one item and not the end', async () => {
  expect(await values('{"a":1}\n\n{"a":\r\n{"a":3}')).toEqual([
    [1, { a: 1 }],
    [3, expect.stringMatching(/^is not JSON/)],
    [4, { a: 3 }],
  ]);
});

test('what is broken is not quoted in the message', async () => {
  const [[, message] = []] = await values('{"secret": Ana}\n{}\n');
  expect(message).not.toContain('Ana');
});

test('the file as one object', async () => {
  expect(await values('{\n "statements": [1, 2],\n "more": ""\n}\n')).toEqual([[1, { statements: [1, 2], more: '' }]]);
});

describe('one array', () => {
  const text = '[\n  {"a": "x]}\\"\\\\", "b": [1, {"c": 2}]},\n  2, "three",\n  {"a": nope},\n  null\n]\n';

  test.each([1, 2, 3, 5, 1000])('items with their lines, in pieces of %i bytes', async (pieces) => {
    expect(await values(text, pieces)).toEqual([
      [2, { a: 'x]}"\\', b: [1, { c: 2 }] }],
      [3, 2],
      [3, 'three'],
      [4, expect.stringMatching(/^is not JSON/)],
      [5, null],
    ]);
  });

  test('an empty one, and several after each other', async () => {
    expect(await values('[]')).toEqual([]);
    expect(await values('[1,2]\n[3]\n')).toEqual([
      [1, 1],
      [1, 2],
      [2, 3],
    ]);
  });

  test('cut off: what is whole is read, then the file is refused', async () => {
    await expect(values('[{"a":1},{"a"')).rejects.toMatchObject({ code: 'TRUNCATED_JSON', line: 1 });
    await expect(values('[1]]')).rejects.toMatchObject({ code: 'BROKEN_JSON' });
  });

  test('an item without end is not held', async () => {
    const chunk = Buffer.alloc(1024 * 1024, 'x');
    let produced = 0;
    function* endless(): Generator<Uint8Array> {
      yield Buffer.from('["');
      for (; produced < 200; produced++) yield chunk;
    }
    await expect(collect(jsonItems(fileOf(endless)))).rejects.toMatchObject({ code: 'ITEM_TOO_LONG' });
    expect(produced).toBeLessThan(20);
  });

  test('values that were written are read again, in any pieces', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.jsonValue()),
        fc.constantFrom(undefined, 2),
        fc.integer({ min: 1, max: 50 }),
        async (items, indent, pieces) => {
          const read = await values(JSON.stringify(items, undefined, indent), pieces);
          expect(read.map(([, value]) => value)).toEqual(JSON.parse(JSON.stringify(items)));
        },
      ),
      { numRuns: 200 },
    );
  });
});

test.each([
  ['a line', (deep: string) => `${deep}\n{"a":1}\n`],
  ['an item', (deep: string) => `[\n${deep},\n{"a":1}]`],
])('%s nested 100,000 levels deep is broken, not a crash', async (_, file) => {
  const deep = `{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}`;
  const read = await values(file(deep));
  expect(read.map(([, value]) => value)).toEqual([expect.stringMatching(/nested more than/), { a: 1 }]);
});
