import type { Context } from '../../connector.ts';
import { refuseUnknown } from '../../formats/surprise.ts';
import type { Line } from './layout.ts';

/**
 * Ends a file with UNKNOWN_FIELD where its header has a column nobody knows: a new column may hold a new kind of fact.
 * `known` are names in lower case, separated by commas.
 */
export function requireKnown(
  header: Line | undefined,
  known: string,
  kind: string,
  file: string,
  context: Context,
): void {
  refuseUnknown(unknownIn(header, known), { name: kind }, { file, line: header?.line ?? 1 }, context);
}

export function unknownIn(header: Line | undefined, known: string): string[] {
  const names = new Set(known.split(',').map((name) => name.trim()));
  return (header?.cells ?? []).filter((name) => name !== '' && !names.has(name.trim().toLowerCase()));
}
