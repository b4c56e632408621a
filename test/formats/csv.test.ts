import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csvRows, csvTable, detectDelimiter, requireColumns } from '@kith/etl/formats/csv.ts';
import { collect, fileOf, inPieces } from '../support/bytes.ts';

const cells = async (text: string, options = {}) =>
  (await collect(csvRows(fileOf(text), options))).map((row) => row.cells);

test('rows are named by the header and know their lines', async () => {
  const file = fileOf('\ufeffid, note ,\n\n1,"two\nlines",\n2,"a ""word""",\n');
  const { header, headerLine, delimiter, rows } = await csvTable(file);
  expect({ header, headerLine, delimiter }).toEqual({ header: ['id', 'note'], headerLine: 1, delimiter: ',' });
  expect((await collect(rows)).map(({ line, row }) => ({ line, row }))).toEqual([
    { line: 3, row: { id: '1', note: 'two\nlines' } },
    { line: 5, row: { id: '2', note: 'a "word"' } },
  ]);
});

test.each(['\n', '\r\n', '\r'])('rows end with %j', async (end) => {
  const text = ['a,b', '1,"x"', '2,y', ''].join(end);
  for (const pieces of [1, 3, 100]) {
    const rows = await collect(csvRows(fileOf(inPieces(text, pieces))));
    expect(rows.map(({ line, cells }) => [line, ...cells])).toEqual([
      [2, '1', 'x'],
      [3, '2', 'y'],
    ]);
  }
});

test('a ragged row is yielded as it is', async () => {
  const [short, long] = await collect(csvRows(fileOf('a,b\n1\n1,2,3\n')));
  expect(short).toMatchObject({ cells: ['1'], row: { a: '1' } });
  expect(long).toMatchObject({ cells: ['1', '2', '3'], row: { a: '1', b: '2' } });
});

test('of two columns of one name the first has it', async () => {
  const [row] = await collect(csvRows(fileOf('a,a\n1,2\n')));
  expect(row).toMatchObject({ cells: ['1', '2'], row: { a: '1' } });
});

test('a header further down, and none', async () => {
  expect(await cells('Meeting,x\n\nName,Mail\nAna,a@x\n', { header: 3 })).toEqual([['Ana', 'a@x']]);
  expect(await cells('1,2\n3,4\n', { header: 'none' })).toEqual([
    ['1', '2'],
    ['3', '4'],
  ]);
});

test('quotes escaped by a backslash, as Coursera does', async () => {
  expect(await cells('id,t\n"a","I said \\"no\\"\\\\\ntwice"\n', { escape: '\\' })).toEqual([
    ['a', 'I said "no"\\\ntwice'],
  ]);
});

describe('what no row can be read from', () => {
  test('an unclosed quote, with its line', async () => {
    const file = fileOf('a,b\n1,"open\n2,x\n3,y\n');
    await expect(collect(csvRows(file))).rejects.toMatchObject({ code: 'UNCLOSED_QUOTE', file: 'file.csv' });
  });

  test('a quote that is not doubled', async () => {
    const file = fileOf('a,b\n1,ok\n2,"x"y\n');
    await expect(collect(csvRows(file))).rejects.toMatchObject({ code: 'UNCLOSED_QUOTE', line: 3 });
    expect(await cells('a,b\n1,x "y" z\n', { relaxQuotes: true })).toEqual([['1', 'x "y" z']]);
  });

  test('an unclosed quote does not hold the rest of a large file', async () => {
    const chunk = Buffer.from('1,2\n'.repeat(100_000));
    let produced = 0;
    function* endless(): Generator<Uint8Array> {
      yield Buffer.from('a,b\n1,"');
      for (; produced < 500; produced++) yield chunk;
    }
    await expect(collect(csvRows(fileOf(endless)))).rejects.toMatchObject({ code: 'LINE_TOO_LONG' });
    expect(produced).toBeLessThan(100);
  });

  test('errors of the bytes below come through', async () => {
    await expect(collect(csvRows(fileOf('')))).rejects.toMatchObject({ code: 'EMPTY_FILE' });
    const late = Buffer.concat([Buffer.from('a,b\n1,2\n'.repeat(20_000)), Buffer.from([0xff])]);
    await expect(collect(csvRows(fileOf(inPieces(late, 4096))))).rejects.toMatchObject({ code: 'WRONG_ENCODING' });
  });

  test('a missing column, with those that were found', () => {
    const file = fileOf('');
    expect(() => requireColumns(file, ['a', 'b'], ['b', 'c'])).toThrow(
      expect.objectContaining({ code: 'MISSING_COLUMN', hint: expect.stringContaining('"a", "b"') as string }),
    );
    expect(() => requireColumns(file, ['a', 'b'], ['b'])).not.toThrow();
  });
});

test.each([
  ['a,b;c,d', ','],
  ['a;b;c', ';'],
  ['"x;y;z",b', ','],
  ['title\nName\tMail', '\t'],
  ['alone', ','],
] as const)('the delimiter of %j is %j', (text, delimiter) => {
  expect(detectDelimiter(text)).toBe(delimiter);
});

test('a reader that stops early closes the file', async () => {
  let closed = false;
  const file = {
    name: 'endless.csv',
    bytes: undefined,
    async *open() {
      try {
        for (;;) yield Buffer.from('a,b\n'.repeat(1000));
      } finally {
        closed = true;
      }
    },
  };
  for await (const _row of csvRows(file)) break;
  await expect.poll(() => closed).toBe(true);
});

test('rows that were written are read again', async () => {
  const cell = fc.string({
    unit: fc.constantFrom('a', 'ü', '"', ',', ';', '\t', '\n', ' ', '\u{1f600}'),
    maxLength: 6,
  });
  const table = fc
    .integer({ min: 2, max: 5 })
    .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width })));
  const delimiters = fc.constantFrom(',', ';', '\t');
  await fc.assert(
    fc.asyncProperty(table, delimiters, fc.constantFrom('\n', '\r\n', '\r'), async (rows, delimiter, end) => {
      const text = rows
        .map((row) => row.map((each) => `"${each.replaceAll('"', '""')}"`).join(delimiter) + end)
        .join('');
      if (text === '') return;
      const read = await cells(text, { header: 'none', delimiter });
      expect(read).toEqual(rows);
    }),
    { numRuns: 300 },
  );
});
