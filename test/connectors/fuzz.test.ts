import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Connector, type SourceFile, UnreadableFile } from '@kith/etl/connector.ts';
import { connectors } from '@kith/etl/extract/index.ts';
import { openInput } from '@kith/etl/formats/source.ts';
import { type RecordInput, recordSchemas } from '@kith/etl/records/record.ts';
import { rejectCodes } from '@kith/etl/reject-codes.ts';
import { fileOf } from '../support/bytes.ts';
import { type Fixture, fixtures } from '../support/connector-fixtures.ts';

/** What can happen to a file between a system and Kith, and what somebody who means harm would do. `at` is 0 to 1. */
const harms = {
  truncate: (bytes, at) => bytes.subarray(0, Math.floor(at * bytes.length)),
  flipBits: (bytes, at, seed) => {
    const hit = Buffer.from(bytes);
    for (let n = 0; n < 4 && hit.length > 0; n++) {
      const place = (Math.floor(at * hit.length) + n * seed) % hit.length;
      hit[place] = hit[place]! ^ (1 << ((seed + n) % 8));
    }
    return hit;
  },
  asUtf16: (bytes) => Buffer.from(`\ufeff${bytes.toString('utf8')}`, 'utf16le'),
  asLatin1: (bytes) => Buffer.from(bytes.toString('utf8').replaceAll('a', 'ä'), 'latin1'),
  utf16AsUtf8: (bytes) => Buffer.from(bytes.toString('utf16le'), 'utf8'),
  hugeField: (bytes, at) => insert(bytes, at, Buffer.alloc(20_000, 'x')),
  hugeNumber: (bytes, at) => insert(bytes, at, Buffer.from('99999999999999999999999999')),
  deepNesting: (bytes, at) => insert(bytes, at, Buffer.from('['.repeat(5_000))),
  stray: (bytes, at, seed) =>
    insert(bytes, at, Buffer.from([[',', '"', '\n', '\t', '\0', '{', '}', '\\'][seed % 8]!].join(''))),
  twice: (bytes) => Buffer.concat([bytes, bytes]),
} satisfies Record<string, (bytes: Buffer, at: number, seed: number) => Buffer>;

const harm = fc.record({
  kind: fc.constantFrom(...(Object.keys(harms) as (keyof typeof harms)[])),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  seed: fc.nat(255),
  file: fc.nat(40),
});

function insert(bytes: Buffer, at: number, what: Buffer): Buffer {
  const place = Math.floor(at * bytes.length);
  return Buffer.concat([bytes.subarray(0, place), what, bytes.subarray(place)]);
}

async function bytesOf(fixture: Fixture): Promise<{ name: string; bytes: Buffer }[]> {
  const { files } = await openInput([fixture.input]);
  return Promise.all(
    files.map(async (file) => ({ name: file.name, bytes: Buffer.concat(await Array.fromAsync(file.open())) })),
  );
}

/** No crash and no record that is not valid; what is refused says why, by a code that has its paragraph. */
async function survives(connector: Connector, files: readonly SourceFile[], { context }: Fixture): Promise<void> {
  try {
    for await (const item of connector.extract(
      { path: 'harmed', files },
      typeof context.map === 'string' ? {} : context,
    )) {
      if ('record' in item) expect(misfits(item.record)).toEqual([]);
      if ('reject' in item) {
        expect(Object.keys(rejectCodes)).toContain(item.reject.code);
        expect(item.reject.message).toMatch(/\w/);
      }
    }
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    expect(Object.keys(rejectCodes)).toContain(error.code);
    expect(error.hint).toMatch(/\w/);
  }
}

/** A key longer than any id is refused by the load, which names it; everything else a connector has to see itself. */
function misfits(record: RecordInput): unknown[] {
  const { error } = recordSchemas[record.type].safeParse(record);
  return error?.issues.filter(({ code }) => code !== 'too_big') ?? [];
}

describe.each(connectors as readonly Connector[])('$id', (connector) => {
  test.each(fixtures(connector.id))(
    'a harmed $variant is read or refused, with a reason',
    { timeout: 120_000 },
    async (fixture) => {
      const intact = await bytesOf(fixture);
      await fc.assert(
        fc.asyncProperty(harm, async ({ kind, at, seed, file }) => {
          const hit = file % intact.length;
          const harmed = intact.map(({ name, bytes }, n) =>
            fileOf(n === hit ? harms[kind](bytes, at, seed) : bytes, name),
          );
          for (const [n, each] of harmed.entries()) {
            const bytes = n === hit ? harms[kind](intact[n]!.bytes, at, seed) : intact[n]!.bytes;
            connector.detect({ name: 'export.dat', bytes: bytes.subarray(0, 65_536), siblings: [each.name] });
          }
          await survives(connector, harmed, fixture);
        }),
        { numRuns: 15, seed: 20_260_201 },
      );
    },
  );
});
