import { pipeline, Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { UnreadableFile, type SourceFile } from '../connector.ts';
import { type CsvRow, ParsedRow } from './csv-row.ts';
import { decode, type Encoding } from './encoding.ts';
import { lineTooLong, maxLineLength } from './lines.ts';

export type Delimiter = ',' | ';' | '\t';

export interface CsvOptions {
  /** "sniff" (default) counts the candidates in the first line. */
  readonly delimiter?: Delimiter | 'sniff' | undefined;
  /** Character that escapes a quote inside quotes: `"` (default), or `\` for Coursera. */
  readonly escape?: '"' | '\\' | undefined;
  /** "first" (default): the first row that is not blank; a number: the first row from that line on; "none". */
  readonly header?: 'first' | 'none' | number | undefined;
  /** Quotes inside an unquoted cell are letters; for exports that never quote. */
  readonly relaxQuotes?: boolean | undefined;
  readonly encoding?: Encoding | undefined;
}

export interface CsvTable {
  /** Column names, trimmed; trailing empty ones are dropped. Empty for `header: 'none'`. */
  readonly header: readonly string[];
  readonly headerLine: number;
  /** Cells of the header row, the trailing empty ones counted: a row with more of them is out of step. */
  readonly width: number;
  readonly delimiter: Delimiter;
  /** The rows below the header; can be read once. */
  readonly rows: AsyncIterable<CsvRow>;
}

interface Parsed {
  readonly record: string[];
  readonly info: { readonly lines: number };
  readonly raw: string;
}

/**
 * Rows of a delimited text file, in file order, at constant memory, without the header row and blank lines.
 * \n, \r\n and the bare \r of old Macs end a row. A quote that never closes ends the file with UNCLOSED_QUOTE.
 */
export async function* csvRows(file: SourceFile, options: CsvOptions = {}): AsyncGenerator<CsvRow> {
  yield* (await csvTable(file, options)).rows;
}

/** The header of a delimited text file and, still unread, its rows. */
export async function csvTable(file: SourceFile, options: CsvOptions = {}): Promise<CsvTable> {
  const text = decode(file, options.encoding);
  const start = await text.next();
  if (start.done === true) return { header: [], headerLine: 1, width: 0, delimiter: ',', rows: nothing() };
  const delimiter =
    options.delimiter === undefined || options.delimiter === 'sniff' ? detectDelimiter(start.value) : options.delimiter;
  const headerAt = options.header ?? 'first';
  const parsed = parsedRows(file, prepend(start.value, text), delimiter, options);
  if (headerAt === 'none') return { header: [], headerLine: 0, width: 0, delimiter, rows: parsed([]) };

  const header: string[] = [];
  const rows = parsed(header);
  for (;;) {
    const next = await rows.next();
    if (next.done === true) return { header, headerLine: 1, width: 0, delimiter, rows: nothing() };
    const { cells, line } = next.value;
    if (headerAt === 'first' || line >= headerAt) {
      header.push(...columnNames(cells));
      return { header, headerLine: line, width: cells.length, delimiter, rows };
    }
  }
}

/** The candidate that stands most often in the first line that has any, outside quotes; else the comma. */
export function detectDelimiter(head: string): Delimiter {
  for (const line of head.slice(0, 64 * 1024).split(/[\r\n]+/, 20)) {
    const bare = line.replaceAll(/"[^"]*"/g, '');
    const counts = ([',', ';', '\t'] as const).map((delimiter) => [bare.split(delimiter).length, delimiter] as const);
    const [most] = counts.sort(([a], [b]) => b - a);
    if (most && most[0] > 1) return most[1];
  }
  return ',';
}

/** Fails the file when a column is missing, and says which ones were found instead. */
export function requireColumns(file: SourceFile, header: readonly string[], names: readonly string[]): void {
  const missing = names.filter((name) => !header.includes(name));
  if (missing.length === 0) return;
  const message = `Column ${missing.map(quoted).join(', ')} is missing.`;
  const hint = `Columns found: ${header.map(quoted).join(', ') || 'none'}. Export again with this column, or name it so.`;
  throw new UnreadableFile('MISSING_COLUMN', file.name, message, hint, 1);
}

/** All rows, the header among them; `header` is read when a row's `row` is, so it may be filled in between. */
function parsedRows(
  file: SourceFile,
  text: AsyncIterable<string>,
  delimiter: Delimiter,
  { escape = '"', relaxQuotes = false }: CsvOptions,
): (header: readonly string[]) => AsyncGenerator<CsvRow> {
  const parser = parse({
    delimiter,
    escape,
    info: true,
    max_record_size: maxLineLength,
    raw: true,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    relax_quotes: relaxQuotes,
    skip_empty_lines: true,
  });
  return async function* (header) {
    // An error of the source reaches the reader through the parser, which pipeline destroys with it.
    pipeline(Readable.from(text, { highWaterMark: 1 }), parser, () => undefined);
    try {
      for await (const { record, info, raw } of parser as AsyncIterable<Parsed>) {
        yield new ParsedRow(record, info.lines, raw, header);
      }
    } catch (error) {
      throw error instanceof CsvError ? unreadable(file, error) : error;
    }
  };
}

function columnNames(cells: readonly string[]): string[] {
  const names = cells.map((cell) => cell.trim());
  while (names.at(-1) === '') names.pop();
  return names;
}

function unreadable(file: SourceFile, error: CsvError): UnreadableFile {
  const { lines } = error as unknown as { lines?: number };
  if (error.code === 'CSV_MAX_RECORD_SIZE') return lineTooLong(file, lines ?? 1, maxLineLength);
  const hint = 'Open the file at this line and close or double the quote ("), or export it again.';
  const message =
    error.code === 'CSV_QUOTE_NOT_CLOSED'
      ? `A quote that opens at or before line ${lines ?? 1} is never closed.`
      : `Line ${lines ?? 1} has a quote inside a cell that is not doubled.`;
  return new UnreadableFile('UNCLOSED_QUOTE', file.name, message, hint, lines);
}

async function* prepend(first: string, rest: AsyncIterable<string>): AsyncGenerator<string> {
  yield first;
  yield* rest;
}

async function* nothing(): AsyncGenerator<never> {
  // a file without rows
}

function quoted(name: string): string {
  return `"${name}"`;
}
