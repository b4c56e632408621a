import {
  type Context,
  type Detection,
  type Extracted,
  type FileHead,
  type SourceFile,
  type SourceInput,
  UnreadableFile,
} from '../connector.ts';
import { csvLine, isShifted, shiftedMessage } from './csv-line.ts';
import { decode } from './encoding.ts';
import { Fields } from './fields.ts';
import { head } from './source.ts';
import { olderRows } from './newest.ts';
import { leftOut, refuseUnknown } from './surprise.ts';
import { itemsOf, LookAhead, type Meant, type Shape, shapeFor, unknownNames } from './shape.ts';
import type { Dialect } from './table-dialects.ts';

/** The tables one export is made of, and how they are written. */
export interface TableSource<Batch> {
  /** In the order they are to be read: what refers comes after what it refers to, whatever the order of the files. */
  readonly tables: readonly Shape<Batch>[];
  readonly dialect: Dialect;
  /** Files of the same export that give no record, by their names without ending, lower case. */
  readonly unread?: readonly string[];
  /** What the source writes for nothing besides the empty cell. */
  readonly nothing?: readonly string[];
  /** A column whose name depends on the institution, by the name it has here. */
  readonly columnName?: (written: string) => string;
}

interface Known<Batch> {
  readonly file: SourceFile;
  readonly shape: Shape<Batch>;
}

/**
 * Reads the tables of a batch, each known by its header. A file of no known table is a reject that names it. Throws
 * UnreadableFile MISSING_COLUMN, UNKNOWN_FIELD, or UNKNOWN_LAYOUT where no table is known.
 */
export async function* readTables<Batch>(
  source: TableSource<Batch>,
  input: SourceInput,
  context: Context,
  batch: Batch,
): AsyncGenerator<Extracted> {
  const known: Known<Batch>[] = [];
  const others: SourceFile[] = [];
  for (const file of input.files) {
    const shape = shapeOf(source, await head(file), file, context);
    if (shape) known.push({ file, shape });
    else others.push(file);
  }
  if (known.length === 0) await refuseAll(source, input, others);
  for (const file of others) yield notRead(source, file);
  const ahead = new LookAhead();
  for (const shape of source.tables) {
    for (const { file } of shape.index ? known.filter((each) => each.shape === shape) : []) {
      for await (const { fields, line } of fieldsOf(source, file)) {
        ahead.look(placeOf(file, line), () => shape.index?.(fields, batch));
      }
    }
  }
  for (const shape of source.tables) {
    const files = known.filter((each) => each.shape === shape).map(({ file }) => file);
    const isOld = await olderRows(shape, files, (file) => fieldsOf(source, file));
    const read = (fields: Fields, file: string, line: number) => {
      ahead.refuse(placeOf({ name: file }, line));
      return shape.read(fields, batch, file);
    };
    for (const file of files) yield* rowsOf(source, file, { shape, isOld, read });
  }
}

/** Known by its columns, whatever it is called; the more of a header is known, the surer. */
export function detectTable<Batch>(
  source: TableSource<Batch>,
  { bytes }: Pick<FileHead, 'bytes'>,
): Detection | undefined {
  const header = headerOf(source, bytes);
  const shape = shapeFor(source.tables, (name) => header.includes(name));
  if (!shape) return undefined;
  const surprises = unknownNames(shape, header);
  const confidence = Math.max(0.5, Math.min(0.96, 0.8 + shape.needs.length / 30) - surprises.length / 20);
  return { variant: shape.variant, confidence, problems: surprises.map((name) => `Column "${name}" is not known.`) };
}

function headerOf<Batch>({ dialect, columnName }: TableSource<Batch>, bytes: Uint8Array): string[] {
  return dialect.header(bytes).map((name) => columnName?.(name) ?? name);
}

function shapeOf<Batch>(
  source: TableSource<Batch>,
  bytes: Uint8Array,
  file: SourceFile,
  context: Context,
): Shape<Batch> | undefined {
  const header = headerOf(source, bytes);
  const shape = shapeFor(source.tables, (name) => header.includes(name));
  if (!shape) {
    const named = source.tables.find(({ name }) => name === baseName(file));
    const missing = named?.needs.filter((name) => !header.includes(name)) ?? [];
    if (!named) return undefined;
    const hint = `Columns found: ${header.map(quoted).join(', ') || 'none'}. Export again with this column, or name it so.`;
    throw new UnreadableFile(
      'MISSING_COLUMN',
      file.name,
      `Column ${missing.map(quoted).join(', ')} is missing.`,
      hint,
      1,
    );
  }
  refuseUnknown(unknownNames(shape, header), shape, { file: file.name, line: 1 }, context);
  return shape;
}

interface TableRow {
  readonly fields: Fields;
  readonly names: readonly string[];
  readonly cells: readonly string[];
  readonly line: number;
}

async function* fieldsOf<Batch>(source: TableSource<Batch>, file: SourceFile): AsyncGenerator<TableRow> {
  const { header, rows } = await source.dialect.open(file);
  const names = header.map((name) => source.columnName?.(name) ?? name);
  const columns = new Map(names.map((name, at) => [name, at]));
  for await (const { line, cells } of rows) {
    const fields = new Fields((name) => {
      const cell = cells[columns.get(name) ?? -1];
      return cell !== undefined && source.nothing?.includes(cell) ? undefined : cell;
    });
    yield { fields, names, cells, line };
  }
}

const placeOf = ({ name }: Pick<SourceFile, 'name'>, line: number) => `${line} ${name}`;

interface Reading<Batch> {
  readonly shape: Shape<Batch>;
  readonly isOld: (row: Fields) => boolean;
  readonly read: (row: Fields, file: string, line: number) => Iterable<Meant>;
}

async function* rowsOf<Batch>(
  source: TableSource<Batch>,
  file: SourceFile,
  { shape, isOld, read }: Reading<Batch>,
): AsyncGenerator<Extracted> {
  for await (const { fields, names, cells, line } of fieldsOf(source, file)) {
    const ref = { file: file.name, line };
    const raw = () => csvLine(names.map((name, at) => (shape.hides.includes(name) ? '' : (cells[at] ?? ''))));
    if (isShifted(cells, names.length)) yield { reject: { code: 'TOO_MANY_CELLS', message: shiftedMessage }, ref };
    else if (isOld(fields)) yield { skipped: { reason: 'an older version of a row that comes again' }, ref };
    else yield* itemsOf(() => read(fields, file.name, line), ref, raw);
  }
}

function notRead<Batch>({ unread = [] }: TableSource<Batch>, file: SourceFile): Extracted {
  const ref = { file: file.name, line: 1 };
  if (unread.includes(baseName(file).toLowerCase())) return leftOut(file, 'a table that is not read');
  const message = `The file ${file.name} is no table that Kith knows in this export; nothing of it was read.`;
  return { reject: { code: 'UNKNOWN_SECTION', field: file.name, message }, ref };
}

async function refuseAll<Batch>(
  { tables }: TableSource<Batch>,
  { path }: SourceInput,
  [first]: readonly SourceFile[],
): Promise<void> {
  if (first) await decode(first).next(); // says so where the file is empty, binary or in a wrong encoding
  const hint = `It reads ${tables.map(({ name }) => name).join(', ')}.`;
  throw new UnreadableFile('UNKNOWN_LAYOUT', first?.name ?? path, 'This is no table of this export.', hint);
}

/** Letters of a file's name on any disk; a name in an archive may be longer. */
const longestName = 255;

function baseName({ name }: SourceFile): string {
  return /([^/]*?)(?:\.\w+)*$/.exec(name.slice(-longestName))?.[1] ?? name;
}

function quoted(name: string): string {
  return `"${name}"`;
}
