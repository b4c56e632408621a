import { expect, test } from 'vitest';
import { lines } from '@kith/etl/formats/lines.ts';
import { collect, fileOf, inPieces } from '../support/bytes.ts';

test.each([
  ['\\n', 'a\nb\n\nc'],
  ['\\n and a last line end', 'a\nb\n\nc\n'],
  ['\\r\\n', 'a\r\nb\r\n\r\nc\r\n'],
  ['bare \\r', 'a\rb\r\rc\r'],
  ['mixed', 'a\r\nb\n\r\nc'],
])('lines end with %s', async (_, text) => {
  for (const pieces of [1, 2, 100]) {
    expect(await collect(lines(fileOf(inPieces(text, pieces))))).toEqual([
      { line: 1, text: 'a' },
      { line: 2, text: 'b' },
      { line: 3, text: '' },
      { line: 4, text: 'c' },
    ]);
  }
});

test('a line may lie over many reads', async () => {
  const long = 'x'.repeat(300_000);
  const read = await collect(lines(fileOf(inPieces(`a\n${long}\nb\n`, 70_000))));
  expect(read.map(({ text }) => text.length)).toEqual([1, 300_000, 1]);
});

test('a line of 200 MB is refused before it is held', async () => {
  const chunk = Buffer.alloc(1024 * 1024, 'x');
  let produced = 0;
  function* endless(): Generator<Uint8Array> {
    yield Buffer.from('a\n');
    for (; produced < 200; produced++) yield chunk;
  }
  await expect(collect(lines(fileOf(endless)))).rejects.toMatchObject({ code: 'LINE_TOO_LONG', line: 2 });
  expect(produced).toBeLessThan(20);
});

test('the limit holds for a line that does end, too', async () => {
  const file = fileOf(`short\n${'x'.repeat(50)}\n`);
  await expect(collect(lines(file, { maxLength: 40 }))).rejects.toMatchObject({ code: 'LINE_TOO_LONG', line: 2 });
});
