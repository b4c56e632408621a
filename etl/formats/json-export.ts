import type { Context, Extracted, Reject, RowRef, SourceFile } from '../connector.ts';
import { Introduced } from '../records/introduced.ts';
import type { RecordInput } from '../records/record.ts';
import type { z } from 'zod';
import { type JsonRow, jsonRows } from './json-rows.ts';
import { checked } from './known.ts';

/**
 * What `read` makes of every value of every file, in order. People, spaces and courses that many values speak of are
 * told once.
 */
export async function* jsonExport(
  files: readonly SourceFile[],
  read: (row: JsonRow) => Iterable<Extracted>,
): AsyncGenerator<Extracted> {
  const introduced = new Introduced();
  for (const file of files) {
    for await (const row of jsonRows(file)) {
      if ('reject' in row) yield row;
      else for (const item of read(row)) if (!('record' in item) || introduced.isNews(item.record)) yield item;
    }
  }
}

/** The records of one value, or why it has none: its schema refuses it, or `records` says a reason to leave it out. */
export function* believed<Value>(
  schema: z.ZodType<Value>,
  { value, ref }: JsonRow,
  context: Context,
  records: (value: Value) => readonly RecordInput[] | string | Omit<Reject['reject'], 'raw'>,
): Generator<Extracted> {
  const result = checked(schema, value, ref, context);
  if ('reject' in result) {
    yield result;
    return;
  }
  yield* told(records(result.value), ref);
}

function* told(made: readonly RecordInput[] | string | Reject['reject'], ref: RowRef): Generator<Extracted> {
  if (typeof made === 'string') yield { skipped: { reason: made }, ref };
  else if ('code' in made) yield { reject: made, ref };
  else for (const record of made) yield { record, ref };
}
