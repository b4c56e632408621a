import type { SourceFile } from '../../connector.ts';
import { recordTypes } from '../../records/record.ts';

export interface Mended {
  readonly rejectNo: number;
  readonly file: string;
  readonly text: string;
}

/** Mended rows as files that a connector reads, and where each row stands in them. */
export interface MendedPile {
  /** `native`: canonical records; else the connector that read them at first. */
  readonly readBy: 'native' | 'own';
  readonly files: readonly SourceFile[];
  /** Reject number by file and line. */
  readonly numberAt: ReadonlyMap<string, number>;
}

/**
 * Puts mended rows back into files: records that were refused for what they say as lines of canonical records, rows of
 * a table under the first line of their file, JSON as lines of JSON.
 */
export function mendedPiles(rows: readonly Mended[], headOf: ReadonlyMap<string, string>): MendedPile[] {
  const kinds = Map.groupBy(rows, (row) => (isRecord(row.text) ? 'native' : 'own'));
  return [...kinds].map(([readBy, own]) => {
    const numberAt = new Map<string, number>();
    const files = [...Map.groupBy(own, ({ file }) => (readBy === 'native' ? 'mended.ndjson' : file))].map(
      ([name, lines]) => {
        const texts = lines.map(({ text }) => text.replace(/(?<![\r\n])[\r\n]+$/, ''));
        const head = readBy === 'native' || texts.every(isJson) ? undefined : headOf.get(name);
        let line = head === undefined ? 1 : 2;
        for (const [at, { rejectNo }] of lines.entries()) {
          numberAt.set(`${name}\0${line}`, rejectNo);
          line += texts[at]!.split('\n').length;
        }
        return fileOf(name, [...(head === undefined ? [] : [head]), ...texts]);
      },
    );
    return { readBy, files, numberAt };
  });
}

function fileOf(name: string, lines: readonly string[]): SourceFile {
  const bytes = Buffer.from(`${lines.join('\n')}\n`);
  return {
    name,
    bytes: bytes.length,
    async *open() {
      await Promise.resolve();
      yield bytes;
    },
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const isJson = (text: string): boolean => typeof parsed(text) === 'object';

function isRecord(text: string): boolean {
  const value = parsed(text);
  if (typeof value !== 'object' || value === null || !('type' in value) || !('key' in value)) return false;
  return recordTypes.some((type) => type === value.type);
}
