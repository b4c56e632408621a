import type { Context, Extracted, Reject, RowRef } from '../../connector.ts';
import { BadCell, refuseRagged } from '../../formats/cell.ts';
import { csvTable } from '../../formats/csv.ts';
import type { RecordInput } from '../../records/record.ts';
import { Zone } from '../../records/values.ts';
import { Cells } from './cells.ts';
import { courses } from './places.ts';
import type { TableReading } from './plan.ts';
import type { Batch } from './table.ts';

/** A row of a native table as read: its records, or why there are none. */
export interface ReadRow {
  readonly ref: RowRef;
  readonly raw: string;
  readonly records: readonly RecordInput[];
  readonly bad?: BadCell;
  /** The row's cells, for what a group of rows has in common. */
  readonly cells: Cells;
}

/** IANA zone of a course, as the batch's own courses.csv says it. */
export type ZoneOf = (course: string | undefined) => string | undefined;

export async function* readRows(
  { file, fit: { table, positions } }: TableReading,
  context: Context,
  batch: Batch,
  zoneOf: ZoneOf,
): AsyncGenerator<ReadRow> {
  const { width, rows } = await csvTable(file);
  const courseAt = positions.get('course_id') ?? -1;
  for await (const row of rows) {
    // A day without a time begins in the course's zone, else in the load's; UTC is off by hours, never by a refusal.
    const dayZone = zoneOf(row.cells[courseAt]?.trim()) ?? context.timezone ?? 'UTC';
    const cells = new Cells(row.cells, positions, context.timezone, dayZone);
    const ref = { file: file.name, line: row.line };
    try {
      refuseRagged(row.cells, width);
      yield { ref, raw: row.raw, cells, records: table.records(cells, batch) };
    } catch (error) {
      if (!(error instanceof BadCell)) throw error;
      yield { ref, raw: row.raw, cells, records: [], bad: error };
    }
  }
}

/**
 * Read ahead of everything else, so that the order of the files does not matter. Where all courses of the batch share
 * a zone, it is also that of rows that name no course (a group's members).
 */
export async function courseZones(readings: readonly TableReading[]): Promise<ZoneOf> {
  const zones = new Map<string, string>();
  for (const { file, fit } of readings.filter(({ fit: { table } }) => table === courses)) {
    for await (const { cells } of (await csvTable(file)).rows) {
      const read = new Cells(cells, fit.positions, undefined, 'UTC');
      const zone = Zone.safeParse(read.text('timezone'));
      if (zone.success) zones.set(read.text('course_id') ?? '', zone.data);
    }
  }
  const [only, ...others] = new Set(zones.values());
  return (course) => zones.get(course ?? '') ?? (others.length === 0 ? only : undefined);
}

export function* itemsOf({ ref, raw, records, bad }: ReadRow): Generator<Extracted> {
  if (bad) yield rejected(ref, raw, bad);
  for (const record of records) yield { record, ref };
}

export function rejected(ref: RowRef, raw: string, { code, column, message }: BadCell): Reject {
  return { reject: { code, field: column === '' ? undefined : column, message, raw }, ref };
}
