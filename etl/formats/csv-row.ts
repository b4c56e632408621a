export interface CsvRow {
  /** Line on which the row begins; counts from 1. */
  readonly line: number;
  readonly cells: readonly string[];
  /** Cells by header name. A ragged row lacks names, or has more `cells` than the header. Empty without a header. */
  readonly row: Readonly<Record<string, string>>;
  /** The row as read, without its line end. */
  readonly raw: string;
}

/** A row as csv-parse hands it on. Naming its cells is work, and many a reader wants the cells only. */
export class ParsedRow implements CsvRow {
  readonly line: number;
  readonly cells: readonly string[];
  readonly raw: string;
  readonly #header: readonly string[];
  #row: Record<string, string> | undefined;

  constructor(cells: readonly string[], lastLine: number, raw: string, header: readonly string[]) {
    this.cells = cells;
    this.raw = withoutLineEnds(raw);
    this.line = lastLine - lineEndsInside(this.raw);
    this.#header = header;
  }

  get row(): Readonly<Record<string, string>> {
    this.#row ??= byName(this.#header, this.cells);
    return this.#row;
  }
}

/** From the right, so that of two columns of one name the first has it. */
function byName(header: readonly string[], cells: readonly string[]): Record<string, string> {
  const row: Record<string, string> = {};
  for (let at = Math.min(header.length, cells.length) - 1; at >= 0; at--) row[header[at]!] = cells[at]!;
  return row;
}

/** csv-parse hands on the row's own line end, and the blank lines before it that it left out. */
function withoutLineEnds(raw: string): string {
  let from = 0;
  let to = raw.length;
  while (from < to && isLineEnd(raw.charCodeAt(from))) from++;
  while (to > from && isLineEnd(raw.charCodeAt(to - 1))) to--;
  return raw.slice(from, to);
}

function isLineEnd(code: number): boolean {
  return code === 10 || code === 13;
}

/** csv-parse counts the lines up to a row's end; a quoted cell may hold some of them. */
function lineEndsInside(raw: string): number {
  return raw.includes('"') ? raw.split(/\r\n|\n|\r/).length - 1 : 0;
}
