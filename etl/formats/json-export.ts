import type { Context, Extracted, Reject, RowRef, SourceFile } from '../connector.ts';
import { Introduced } from '../records/introduced.ts';
import type { RecordInput } from '../records/record.ts';
import type { z } from 'zod';
import { type JsonRow, jsonRows } from './json-rows.ts';
import { checked } from './known.ts';
import { toldNews } from './news.ts';

/**
 * What `read` makes of every value of every file, in order. People, spaces and courses that many values speak of are
 * told once, and so is what is not read.
 */
export async function* jsonExport(
  files: readonly SourceFile[],
  read: (row: JsonRow) => Iterable<Extracted>,
): AsyncGenerator<Extracted> {
  const introduced = new Introduced();
  const named = new Set<string>();
  for (const file of files) {
    for await (const row of jsonRows(file)) {
      if ('reject' in row) yield row;
      else for (const item of read(row)) if (isNews(item, introduced, named)) yield item;
    }
  }
}

function isNews(item: Extracted, introduced: Introduced, named: Set<string>): boolean {
  if ('record' in item) return introduced.isNews(item.record);
  if (!('skipped' in item) || item.skipped.count !== 0) return true;
  return named.size < named.add(item.skipped.reason).size;
}

/** The records of one value, or why it has none: its schema refuses it, or `records` says a reason to leave it out. */
export function* believed<Value>(
  schema: z.ZodType<Value>,
  row: JsonRow,
  context: Context,
  records: (value: Value) => readonly RecordInput[] | string | Omit<Reject['reject'], 'raw'>,
): Generator<Extracted> {
  yield* toldNews(schema, row, context);
  const { value, ref } = row;
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
