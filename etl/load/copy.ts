import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { PoolClient } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';

export type Cell = string | number | boolean | null | undefined;

/** Large enough that the socket is not asked often, small enough to stay out of large-object space. */
const pieceLength = 64 * 1024;

/** Rows of one table in COPY's text format, in pieces of about 64 kB. */
export class CopyText {
  readonly #pieces: string[] = [];
  #piece = '';
  rows = 0;
  length = 0;

  add(...cells: readonly Cell[]): void {
    this.line(cells.map(cellText).join('\t'));
  }

  /** One row whose cells are joined by tabs and escaped already: see {@link cellText}. */
  line(row: string): void {
    this.#piece += row + '\n';
    this.rows += 1;
    if (this.#piece.length >= pieceLength) this.#cut();
  }

  pieces(): readonly string[] {
    this.#cut();
    return this.#pieces;
  }

  #cut(): void {
    if (this.#piece === '') return;
    this.length += this.#piece.length;
    this.#pieces.push(this.#piece);
    this.#piece = '';
  }
}

const special = /[\\\n\r\t]/;
const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** A cell in COPY's text format. */
export function cellText(cell: Cell): string {
  if (cell === null || cell === undefined) return '\\N';
  if (typeof cell !== 'string') return String(cell);
  return special.test(cell) ? cell.replace(/[\\\n\r\t]/g, (character) => escapes[character]!) : cell;
}

/** Sends the rows to `table`; `columns` in the order of the cells. */
export async function copyRows(client: PoolClient, table: string, columns: string, text: CopyText): Promise<void> {
  if (text.rows === 0) return;
  const stream = client.query(copyFrom(`copy ${table} (${columns}) from stdin`));
  await pipeline(Readable.from(text.pieces(), { objectMode: true }), stream);
}
