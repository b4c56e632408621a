import type { RecordInput, RecordType } from '../../records/record.ts';
import { type DateReading, type Field, fieldOf } from './fields.ts';
import type { Mapping, Template, Value } from './mapping-file.ts';
import { holds, missing, type ReadCell, type RowValue, rowValue } from './row-values.ts';

/** A record template, ready to be filled from rows. */
export interface Filler {
  readonly type: RecordType;
  readonly once: boolean;
  readonly columns: readonly string[];
  readonly dateColumns: readonly string[];
  /** Undefined: the template does not apply to this row. Throws BadCell. */
  readonly fill: (cell: ReadCell, dates: DateReading) => RecordInput | undefined;
}

interface Slot {
  readonly name: string;
  readonly field: Field;
  readonly value: RowValue;
}

/** Kinds of records that stand above courses, or beside them. */
const courseless: readonly RecordType[] = ['course', 'person', 'term', 'unit'];

export function filler({ type, once, when, needs, ...values }: Template, { course, vouches }: Mapping): Filler {
  const slots = Object.entries(values as Record<string, Value>).map(([name, value]): Slot => {
    return { name, field: fieldOf(type, name)!, value: rowValue(value) };
  });
  const base = courseless.includes(type) || course === undefined ? { type } : { type, course };
  return {
    type,
    once,
    columns: [...slots.flatMap(({ value }) => value.columns), ...(when ? [when.column] : []), ...needs],
    dateColumns: slots.flatMap(({ field, value }) => (field.isDate ? value.columns : [])),
    fill(cell, dates) {
      if (when && !holds(when, cell)) return undefined;
      for (const column of needs) if (cell(column) === undefined) missing(column);
      return filled(base, slots, cell, dates, vouches);
    },
  };
}

function filled(
  base: object,
  slots: readonly Slot[],
  cell: ReadCell,
  dates: DateReading,
  vouches: Mapping['vouches'],
): RecordInput {
  const record: Record<string, unknown> = { ...base };
  for (const { name, field, value } of slots) {
    const text = value.take(cell);
    if (text !== undefined) put(record, name, field.convert(value.label, text, dates), vouches);
    else if (field.required) missing(value.label);
  }
  // The loader checks every record against its schema; the mapping was checked for fields and constants.
  return record as RecordInput;
}

/** `a` or `a.b`; a claim and a survey item are entries of a list in the record. */
function put(record: Record<string, unknown>, name: string, value: unknown, vouches: Mapping['vouches']): void {
  const [outer = '', inner] = name.split('.', 2);
  if (inner === undefined) record[outer] = value;
  else if (outer === 'claims') push(record, outer, claim(inner, String(value), vouches));
  else if (outer === 'items') push(record, outer, { item: inner, ...answer(String(value)) });
  else record[outer] = { ...(record[outer] as object | undefined), [inner]: value };
}

/** An address is the same in upper and lower case, as in every other connector. */
function claim(scheme: string, value: string, vouches: readonly string[]): object {
  const written = scheme === 'email' || scheme === 'upn' ? value.toLowerCase() : value;
  return { scheme, value: written, ...(vouches.includes(scheme) && { verified: true }) };
}

function push(record: Record<string, unknown>, name: string, entry: object): void {
  record[name] = [...((record[name] as object[] | undefined) ?? []), entry];
}

function answer(text: string): { number: number } | { text: string } {
  return /^-?\d+(\.\d+)?$/.test(text) ? { number: Number(text) } : { text };
}
