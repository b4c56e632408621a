import { defineConnector, type Extracted, type SourceInput } from '@kith/etl/connector.ts';
import { load } from '@kith/etl/load/load.ts';
import type { LoadRequest, RunReport } from '@kith/etl/load/request.ts';
import { ensureSource } from '@kith/etl/load/source.ts';
import { recordTypes, type RecordInput } from '@kith/etl/records/record.ts';
import type { Db } from '@kith/sql/connect.ts';

/** Reads lines of JSON that are what a connector gives: the loader's tests say exactly what comes in. */
export const given = defineConnector({
  id: 'given',
  title: 'What a test gives',
  about: { howToExport: '', records: recordTypes, gives: [], cannotGive: [], verifiedOn: 'unverified', variants: [] },
  detect: () => undefined,
  async *extract(input: SourceInput) {
    for (const file of input.files) {
      for await (const piece of file.open()) {
        for (const line of Buffer.from(piece).toString('utf8').split('\n')) {
          if (line !== '') yield JSON.parse(line) as Extracted;
        }
      }
    }
  },
});

/** One file of a name with these items. */
export function inputOf(items: readonly Extracted[], name = 'given.ndjson'): SourceInput {
  const bytes = Buffer.from(items.map((item) => JSON.stringify(item)).join('\n'));
  // Whole lines in a piece: the connector above does not join them.
  const open = async function* () {
    await Promise.resolve();
    yield bytes;
  };
  return { path: name, files: [{ name, bytes: bytes.length, open }] };
}

/** Records in rows of their own, from line 1. */
export const rows = (records: readonly RecordInput[], file = 'given.ndjson'): Extracted[] =>
  records.map((record, index) => ({ record, ref: { file, line: index + 1 } }));

/** An institution, as `kith init` makes one. */
export async function institution(db: Db, timezone = 'Europe/Vienna'): Promise<number> {
  const { institutionId } = await db
    .insertInto('core.institution')
    .values({ key: `i${String(Date.now())}${String(count++)}`, title: 'University', timezone, createdAt: new Date() })
    .returning('institutionId')
    .executeTakeFirstOrThrow();
  return institutionId;
}

let count = 0;

export interface Given extends Partial<Omit<LoadRequest, 'institutionId' | 'connector' | 'input'>> {
  readonly items?: readonly Extracted[];
  readonly records?: readonly RecordInput[];
}

/** Loads records, one a row, into the source "given" unless told otherwise. */
export async function loadGiven(db: Db, institutionId: number, request: Given): Promise<RunReport> {
  const { records = [], items = rows(records), source = 'given', ...rest } = request;
  await ensureSource(db, institutionId, { name: source, connector: 'given' });
  return load(db, {
    institutionId,
    source,
    connector: given,
    input: inputOf(items),
    context: {},
    mode: 'event',
    ...rest,
  });
}
