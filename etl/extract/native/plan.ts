import { type FileHead, type SourceFile, type SourceInput, UnreadableFile } from '../../connector.ts';
import { detectDelimiter } from '../../formats/csv.ts';
import { headText, refuseNoText } from '../../formats/encoding.ts';
import { headRows } from '../../formats/head-rows.ts';
import { head } from '../../formats/source.ts';
import { type Recognised, recognise, tableNamed, tables } from './tables.ts';

export interface TableReading {
  readonly file: SourceFile;
  readonly as: 'table';
  readonly fit: Recognised;
}

/** How one file of the batch is to be read. */
export type Reading =
  | TableReading
  | { readonly file: SourceFile; readonly as: 'records' }
  | { readonly file: SourceFile; readonly as: 'nothing'; readonly reason: string };

/** Every file is looked at before a row of any is read, so that a wrong header fails the batch at once. */
export async function planned({ files }: SourceInput): Promise<Reading[]> {
  return Promise.all(files.map(async (file) => readingOf(file, await head(file), files.length === 1)));
}

export function headerOf(bytes: Uint8Array): string[] {
  return headRows(bytes, detectDelimiter(headText(bytes)), 1)[0] ?? [];
}

export function looksLikeJson(bytes: Uint8Array): boolean {
  return /^\s*[[{]/.test(headText(bytes));
}

export function fitOf({ name, bytes }: Pick<FileHead, 'name' | 'bytes'>): Recognised | undefined {
  return recognise(headerOf(bytes), name);
}

function readingOf(file: SourceFile, bytes: Uint8Array, alone: boolean): Reading {
  const isTable = alone || /\.(csv|tsv|txt)$/i.test(file.name);
  const isRecords = alone || /\.(ndjson|jsonl|json)$/i.test(file.name);
  if (!isTable && !isRecords) return { file, as: 'nothing', reason: 'not a CSV or NDJSON file' };
  refuseNoText(file, bytes);
  if (isRecords && looksLikeJson(bytes)) return { file, as: 'records' };
  const fit = fitOf({ name: file.name, bytes });
  if (fit) return { file, as: 'table', fit };
  throw noTemplate(file, headerOf(bytes));
}

function noTemplate(file: SourceFile, header: readonly string[]): UnreadableFile {
  const found = header.map((name) => `"${name}"`).join(', ');
  const meant = tableNamed(file.name);
  if (!meant) {
    const hint = `Columns found: ${found}. The templates are ${tables.map((table) => table.file).join(', ')}.`;
    return new UnreadableFile('UNKNOWN_TABLE', file.name, 'Its columns are those of no native template.', hint, 1);
  }
  const message = `A ${meant.file} needs the columns ${meant.required.join(', ')}.`;
  return new UnreadableFile('MISSING_COLUMN', file.name, message, `Columns found: ${found}. Add what is missing.`, 1);
}
