import { type Context, UnreadableFile, type RowRef, type SourceFile } from '../../connector.ts';
import { csvLine, isShifted } from '../../formats/csv-line.ts';
import { csvTable, requireColumns } from '../../formats/csv.ts';
import { headText } from '../../formats/encoding.ts';
import { jsonItems } from '../../formats/json.ts';
import { head } from '../../formats/source.ts';
import { refuseUnknown } from '../../formats/surprise.ts';

/** One post of the export, by Moodle's column names. */
export interface ForumRow {
  readonly ref: RowRef;
  /** An empty cell and a JSON null are undefined. */
  cell(name: string): string | undefined;
  readonly isShifted: boolean;
  /**
   * The row for the list of rejects, without the message: what a learner wrote is not kept, in a refused row neither. Of
   * a shifted row nothing is: nobody knows where the message stands.
   */
  raw(): string | undefined;
}

/** Without these a file is no forum export; `subject`, `message` and the counts may be missing in older ones. */
export const needed = ['id', 'discussion', 'parent', 'userid', 'created'];

/** The columns of mod/forum/export.php, and those older and newer Moodles have beside them. */
const known = [
  ...needed,
  ...'userfullname modified mailed subject message messageformat messagetrust attachment totalscore mailnow'.split(' '),
  ...'deleted privatereplyto privatereplytofullname wordcount charcount'.split(' '),
];

function requireKnown(file: SourceFile, header: readonly string[], context: Context): void {
  requireColumns(file, header, needed);
  const unknown = header.filter((name) => name !== '' && !known.includes(name));
  refuseUnknown(unknown, { name: 'the export' }, { file: file.name, line: 1 }, context);
}

export async function* forumRows(file: SourceFile, context: Context): AsyncGenerator<ForumRow> {
  yield* looksLikeJson(headText(await head(file))) ? jsonRows(file, context) : csvRows(file, context);
}

export function looksLikeJson(text: string): boolean {
  return /^\s*[[{]/.test(text.replace(/^\ufeff/, ''));
}

async function* csvRows(file: SourceFile, context: Context): AsyncGenerator<ForumRow> {
  const { header, rows } = await csvTable(file);
  requireKnown(file, header, context);
  for await (const { line, cells, row } of rows) {
    yield {
      ref: { file: file.name, line },
      cell: (name) => filled(row[name]),
      isShifted: isShifted(cells, header.length),
      raw: () =>
        isShifted(cells, header.length)
          ? undefined
          : csvLine(header.map((name, at) => (name === 'message' ? '' : (cells[at] ?? '')))),
    };
  }
}

/** Moodle writes an array of sheets, each an array of posts; there is one sheet. `line` counts the posts. */
async function* jsonRows(file: SourceFile, context: Context): AsyncGenerator<ForumRow> {
  let line = 0;
  for await (const item of jsonItems(file)) {
    if (item.broken !== undefined) {
      const hint = 'Export it again, or choose the format CSV.';
      throw new UnreadableFile('BROKEN_JSON', file.name, 'The file is not complete JSON.', hint, item.line);
    }
    for (const post of [item.value].flat()) {
      const cells = new Map<string, unknown>(typeof post === 'object' && post !== null ? Object.entries(post) : []);
      if (++line === 1) requireKnown(file, [...cells.keys()], context);
      yield {
        ref: { file: file.name, line },
        cell: (name) => filled(text(cells.get(name))),
        isShifted: false,
        raw: () => JSON.stringify({ ...Object.fromEntries(cells), message: undefined }),
      };
    }
  }
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}

function filled(cell: string | undefined): string | undefined {
  const trimmed = cell?.trim();
  return trimmed === '' ? undefined : trimmed;
}
