import type { Extracted, RowRef, SourceFile } from '../../connector.ts';
import { BadCell, refuseRagged } from '../../formats/cell.ts';
import { csvTable, requireColumns } from '../../formats/csv.ts';
import type { CsvRow } from '../../formats/csv-row.ts';
import type { RecordInput } from '../../records/record.ts';
import { notRead } from '../../formats/surprise.ts';
import type { DateReading } from './fields.ts';
import type { Mapping, Section } from './mapping-file.ts';
import { holds, type ReadCell } from './row-values.ts';
import type { Filler } from './template.ts';

/** One file, the section of the mapping it belongs to, and that section's templates. */
export interface Matched {
  readonly file: SourceFile;
  readonly section: Section;
  readonly fillers: readonly Filler[];
  /** Columns of the file that the mapping says nothing of. */
  readonly unnamed: readonly string[];
}

/** Tells of a record whether a row gives it now: not when it was introduced, or is said once and for all elsewhere. */
export type IsNew = (record: RecordInput, once: boolean) => boolean;

export async function* sectionRows(
  { file, section, fillers, unnamed }: Matched,
  mapping: Mapping,
  dates: DateReading,
  isNew: IsNew,
): AsyncGenerator<Extracted> {
  yield* notRead(unnamed, { file: file.name, line: 1 });
  for await (const { cell, row, ref, width } of readCells(file, section, fillers, mapping)) {
    const skip = section.skip.find(({ when }) => holds(when, cell));
    if (skip) {
      yield { skipped: { reason: skip.reason }, ref };
      continue;
    }
    try {
      refuseRagged(row.cells, width);
      // All are filled before one counts as introduced: a row that is refused introduces nobody.
      const filled = fillers.map(({ fill, once }) => ({ record: fill(cell, dates), once }));
      const records = filled.flatMap(({ record, once }) => (record && isNew(record, once) ? [record] : []));
      for (const record of records) yield { record, ref };
      if (records.length === 0) yield { skipped: { reason: 'the row says nothing that was not said before' }, ref };
    } catch (error) {
      if (!(error instanceof BadCell)) throw error;
      const { code, column, message } = error;
      yield { reject: { code, field: column === '' ? undefined : column, message, raw: row.raw }, ref };
    }
  }
}

/** Texts of all date columns, the day only: whole-file samples for the order of day, month and year. */
export async function dateTexts({ file, section, fillers }: Matched, mapping: Mapping): Promise<Set<string>> {
  const columns = new Set(fillers.flatMap(({ dateColumns }) => dateColumns));
  const texts = new Set<string>();
  if (columns.size === 0) return texts;
  for await (const { cell } of readCells(file, section, fillers, mapping)) {
    for (const column of columns) {
      const [day] = cell(column)?.split(/[T, ]/, 1) ?? [];
      if (day !== undefined) texts.add(day);
    }
  }
  return texts;
}

interface RowCells {
  readonly cell: ReadCell;
  readonly row: CsvRow;
  readonly ref: RowRef;
  readonly width: number;
}

async function* readCells(
  file: SourceFile,
  { columns, skip }: Section,
  fillers: readonly Filler[],
  { encoding, delimiter, none }: Mapping,
): AsyncGenerator<RowCells> {
  const { header, width, rows } = await csvTable(file, { encoding, delimiter });
  const needed = [...columns, ...skip.map(({ when }) => when.column), ...fillers.flatMap((each) => each.columns)];
  requireColumns(file, header, [...new Set(needed)]);
  const nothing = new Set(['', ...none]);
  for await (const row of rows) {
    const cell = (column: string) => {
      const text = row.row[column]?.trim();
      return text === undefined || nothing.has(text) ? undefined : text;
    };
    yield { cell, row, ref: { file: file.name, line: row.line }, width };
  }
}
