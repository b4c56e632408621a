import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Connector, type SourceFile, UnreadableFile } from '@kith/etl/connector.ts';
import { connectors } from '@kith/etl/extract/index.ts';
import { openInput } from '@kith/etl/formats/source.ts';
import { recordSchemas } from '@kith/etl/records/record.ts';
import { type Fixture, fixtures } from '../support/connector-fixtures.ts';

/** What happens to files on their way: cut off, a byte lost, a byte changed, a piece twice. Positions are 0 to 1. */
const damages = {
  cut: (bytes: Buffer, at: number) => bytes.subarray(0, at),
  lose: (bytes: Buffer, at: number) => Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1)]),
  change: (bytes: Buffer, at: number, to: number) =>
    Buffer.concat([bytes.subarray(0, at), Buffer.from([to]), bytes.subarray(at + 1)]),
  repeat: (bytes: Buffer, at: number) => Buffer.concat([bytes.subarray(0, at), bytes.subarray(Math.max(0, at - 40))]),
} as const;
const damage = fc.record({
  kind: fc.constantFrom(...(Object.keys(damages) as (keyof typeof damages)[])),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  to: fc.constantFrom(...Buffer.from('",;\t\n0/ax:\0\xff', 'latin1')),
  file: fc.nat(10),
});

function fileOf(name: string, bytes: Buffer): SourceFile {
  return {
    name,
    bytes: bytes.length,
    async *open() {
      if (bytes.length > 0) yield new Uint8Array(bytes);
    },
  };
}

async function whole(file: SourceFile): Promise<Buffer> {
  return Buffer.concat(await Array.fromAsync(file.open()));
}

/** Either every record is valid, or the file as a whole is refused with a code and a next step. */
async function readsOrRefuses(connector: Connector, files: readonly SourceFile[], fixture: Fixture): Promise<void> {
  try {
    for await (const item of connector.extract({ path: 'damaged', files }, fixture.context)) {
      if ('record' in item) expect(recordSchemas[item.record.type].safeParse(item.record).error).toBeUndefined();
    }
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    expect(error.hint).not.toBe('');
  }
}

/** What a mapping makes of a file is its author's affair. */
const all: readonly Connector[] = connectors.filter(({ id }) => id !== 'mapping');

describe.each(all)('$id', (connector: Connector) => {
  const own = fixtures(connector.id).filter(({ errorCode }) => errorCode === undefined);

  test.each(own)('a damaged $variant is read or refused, and gives no record that is not valid', async (fixture) => {
    const { files } = await openInput([fixture.input]);
    const intact = await Promise.all(files.map(async (file) => ({ name: file.name, bytes: await whole(file) })));
    await fc.assert(
      fc.asyncProperty(damage, async ({ kind, at, to, file }) => {
        const hit = file % intact.length;
        const damaged = intact.map(({ name, bytes }, index) => {
          const position = Math.floor(at * bytes.length);
          return fileOf(name, index === hit ? damages[kind](bytes, position, to) : bytes);
        });
        for (const each of damaged) connector.detect({ name: each.name, bytes: await whole(each), siblings: [] });
        await readsOrRefuses(connector, damaged, fixture);
      }),
      { numRuns: 40, seed: 7 },
    );
  });
});
