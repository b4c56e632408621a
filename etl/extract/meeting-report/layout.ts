import { UnreadableFile, type Context, type Extracted, type SourceFile } from '../../connector.ts';
import type { CsvRow } from '../../formats/csv-row.ts';

/** One way a report is laid out. A layout knows its columns and sections; times, persons and keys are shared. */
export interface Layout {
  /** Names the fixture folder and is shown by `kith detect`. */
  readonly variant: string;
  /** How sure that these first rows are of this layout, 0 (not at all) to 1. */
  recognise(rows: Rows): number;
  /** Date texts of the first rows, so that detection can say which order they have. */
  dates(rows: Rows): readonly string[];
  /** What the person should know before loading, besides an ambiguous date order. */
  problems?(rows: Rows): readonly string[];
  read(sheet: Sheet, context: Context): AsyncIterable<Extracted>;
}

/** Cells by row, trimmed, without blank rows. */
export type Rows = readonly (readonly string[])[];

/** A file whose delimiter is known. */
export interface Sheet {
  readonly file: SourceFile;
  /** All rows, the header too, in file order. */
  readonly rows: () => AsyncIterable<CsvRow>;
}

export type Line = Pick<CsvRow, 'line' | 'cells' | 'raw'>;

/** The largest online events have some 20,000 guests. */
const mostLines = 200_000;

/** A report of one meeting is read as a whole: its last line can close an interval of its first. */
export async function allLines({ file, rows }: Sheet): Promise<Line[]> {
  const lines: Line[] = [];
  for await (const { line, cells, raw } of rows()) {
    const trimmed = cells.map((cell) => cell.trim());
    if (trimmed.some((cell) => cell !== '')) lines.push({ line, cells: trimmed, raw });
    if (lines.length > mostLines) throw tooLong(file);
  }
  return lines;
}

function tooLong(file: SourceFile): UnreadableFile {
  const hint = 'If meetings were put together into one file, load their reports one by one.';
  return new UnreadableFile('TOO_MANY_ROWS', file.name, `No meeting has more than ${mostLines} rows.`, hint);
}
