import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { PoolClient } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';

export type Cell = string | number | boolean | null | undefined;

/** Large enough that the socket is not asked often, small enough that the last one is not mostly empty. */
const pieceBytes = 64 * 1024;

/**
 * Rows of one table in COPY's text format, as bytes. Kept as text, a load would be mostly garbage collection: rows
 * that are put together from many small strings live until they are sent.
 */
export class CopyText {
  readonly #full: Buffer[] = [];
  #piece: Buffer | undefined;
  #at = 0;
  rows = 0;
  /** Bytes of whole pieces. */
  length = 0;

  add(...cells: readonly Cell[]): void {
    this.line(cells.map(cellText).join('\t'));
  }

  /** One row whose cells are joined by tabs and escaped already: see {@link cellText}. */
  line(row: string): void {
    const most = row.length * 3 + 1; // what UTF-8 takes at most
    if (this.#piece === undefined || this.#at + most > this.#piece.length) {
      this.#cut();
      this.#piece = Buffer.allocUnsafe(Math.max(most, pieceBytes));
    }
    this.#at += this.#piece.write(row, this.#at);
    this.#piece[this.#at++] = lineEnd;
    this.rows += 1;
  }

  pieces(): readonly Buffer[] {
    this.#cut();
    return this.#full;
  }

  #cut(): void {
    if (this.#piece === undefined || this.#at === 0) return;
    this.#full.push(this.#piece.subarray(0, this.#at));
    this.length += this.#at;
    this.#piece = undefined;
    this.#at = 0;
  }
}

const lineEnd = 10;
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
