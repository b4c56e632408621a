import type { Reject, RowRef, SourceFile } from '../connector.ts';
import { jsonItems } from './json.ts';

/** A JSON value of a file: a line, an item of the list that is the file, or the whole file. */
export interface JsonRow {
  readonly value: unknown;
  readonly ref: RowRef;
}

/** The values of a JSON file. A broken one is a reject without its text, which may hold what somebody wrote. */
export async function* jsonRows(file: SourceFile): AsyncGenerator<JsonRow | Reject> {
  for await (const item of jsonItems(file)) {
    const ref = { file: file.name, line: item.line };
    if (item.broken === undefined) yield { value: item.value, ref };
    else yield { reject: { code: 'BAD_JSON', message: `The line ${item.broken}.` }, ref };
  }
}
