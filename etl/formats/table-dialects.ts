import { UnreadableFile, type SourceFile } from '../connector.ts';
import { csvTable, detectDelimiter } from './csv.ts';
import { headText } from './encoding.ts';
import { headRows } from './head-rows.ts';
import { lines } from './lines.ts';

/** How the tables of an export are written. */
export interface Dialect {
  /** The header as far as the head shows it; empty where there is none. Never throws. */
  header(head: Uint8Array): readonly string[];
  open(file: SourceFile): Promise<OpenTable>;
}

export interface OpenTable {
  readonly header: readonly string[];
  /** Can be read once. */
  readonly rows: AsyncIterable<{ readonly line: number; readonly cells: readonly string[] }>;
}

/** RFC 4180, or with commas exchanged for semicolons or tabs, as a spreadsheet leaves it. */
export const csv: Dialect = {
  header: (head) => headRows(head, detectDelimiter(headText(head)), 1)[0] ?? [],
  open: (file) => csvTable(file),
};

/** CSV whose quotes inside quotes are escaped by a backslash. */
export const backslashCsv: Dialect = {
  header: (head) => headRows(head, ',', 1)[0] ?? [],
  open: (file) => csvTable(file, { delimiter: ',', escape: '\\' }),
};

/**
 * What `mysql --batch` writes: a tab between cells, no quotes, and tab, line end and backslash inside a cell as two
 * characters. `NULL` stands for nothing.
 */
export const mysqlBatch: Dialect = {
  header: (head) => {
    const [first = ''] = headText(head)
      .replace(/^\ufeff/, '')
      .split(/\r?\n/, 1);
    return first.includes('\t') ? first.split('\t').map((name) => name.trim()) : [];
  },
  async open(file) {
    const all = lines(file);
    const first = await all.next();
    if (first.done) throw new UnreadableFile('EMPTY_FILE', file.name, 'The file is empty.', 'Export it again.');
    return { header: first.value.text.split('\t').map((name) => name.trim()), rows: cellsOf(all) };
  },
};

async function* cellsOf(rows: AsyncIterable<{ line: number; text: string }>) {
  for await (const { line, text } of rows) {
    if (text !== '') yield { line, cells: text.split('\t').map(unescaped) };
  }
}

const escapes: Readonly<Record<string, string>> = { t: '\t', n: '\n', r: '\r', '0': '\0', '\\': '\\' };

function unescaped(cell: string): string {
  return cell.includes('\\') ? cell.replaceAll(/\\([tnr0\\])/g, (_, sign: string) => escapes[sign]!) : cell;
}
