import type { Connector, Context, Extracted } from '@kith/etl/connector.ts';
import type { RecordInput } from '@kith/etl/records/record.ts';
import { fileOf } from './bytes.ts';

/** Files by name, as a folder holds them. */
export type Folder = Readonly<Record<string, string | Uint8Array>>;

export async function extract(connector: Connector, files: Folder, context: Context = {}): Promise<Extracted[]> {
  const input = { path: 'test', files: Object.entries(files).map(([name, content]) => fileOf(content, name)) };
  return Array.fromAsync(connector.extract(input, context));
}

export function recordsIn(items: readonly Extracted[]): RecordInput[] {
  return items.flatMap((item) => ('record' in item ? [item.record] : []));
}

export function codesIn(items: readonly Extracted[]): string[] {
  return items.flatMap((item) => ('reject' in item ? [item.reject.code] : []));
}
