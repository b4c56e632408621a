import { z } from 'zod';
import { BadCell } from '../../formats/cell.ts';
import { claimSchemes } from '../../records/person.ts';
import { recordSchemas, type RecordType, recordTypes } from '../../records/record.ts';
import { Id, Zone } from '../../records/values.ts';
import { type DateReading, fieldNames, fieldOf, requiredFields } from './fields.ts';

/**
 * The shape of a mapping file: a little YAML that says how the columns of any CSV become canonical records. The
 * shipped ones in etl/extract/mappings are its examples.
 */

const Column = z.string().min(1);
const Constant = z.union([z.string(), z.number(), z.boolean()]);
/** Texts that mean "nothing here", besides the empty cell. */
const None = z.array(z.string());

export const Value = z.union(
  [
    Column,
    /** A key of several parts. */
    z.array(z.union([Column, z.strictObject({ constant: z.string() })])).min(2),
    z.strictObject({ constant: Constant }),
    z.strictObject({
      column: Column,
      none: None.optional(),
      /** Translation of what the cell says. What is not listed becomes `otherwise`, else it stays as it is. */
      values: z.record(z.string(), Constant).optional(),
      otherwise: Constant.optional(),
    }),
    /** A text of several columns; those that hold nothing are left out. */
    z.strictObject({ columns: z.array(Column).min(2), join: z.string(), none: None.optional() }),
  ],
  {
    error:
      'is not a value. Write the name of a column, a list of columns (a key), { constant: … }, ' +
      '{ column: …, none: […], values: { … }, otherwise: … } or { columns: […], join: … }',
  },
);
export type Value = z.infer<typeof Value>;

export const Condition = z.strictObject({
  column: Column,
  is: z.array(z.string()).optional(),
  not: z.array(z.string()).optional(),
  empty: z.boolean().optional(),
});
export type Condition = z.infer<typeof Condition>;

export const Template = z
  .object({
    type: z.enum(recordTypes as [RecordType, ...RecordType[]]),
    /** The first row with this key introduces the record; later rows do not repeat it. */
    once: z.boolean().default(false),
    when: Condition.optional(),
    /** Columns that must hold something, beyond those the record cannot do without. */
    needs: z.array(Column).default([]),
  })
  .catchall(Value)
  .superRefine((template, context) => {
    for (const issue of misfits(template)) context.addIssue({ code: 'custom', ...issue });
  });
export type Template = z.infer<typeof Template>;

export const Section = z.strictObject({
  name: z.string(),
  /** A file belongs to the section when its header has all of these. */
  columns: z.array(Column).min(1),
  /** Columns that are known and not read. Where this list is given, a column that nobody names ends the file. */
  unread: z.array(Column).optional(),
  skip: z.array(z.strictObject({ when: Condition, reason: z.string().min(1) })).default([]),
  records: z.array(Template).min(1),
});
export type Section = z.infer<typeof Section>;

/** A whole record, written out: the course itself, a space, a staff member. */
const ConstantRecord = z
  .looseObject({ type: z.enum(recordTypes as [RecordType, ...RecordType[]]) })
  .superRefine((record, context) => {
    for (const issue of recordSchemas[record.type].safeParse(record).error?.issues ?? []) {
      context.addIssue({ code: 'custom', path: issue.path, message: issue.message });
    }
  });

export const Mapping = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/, 'may have lower case letters, digits and hyphens'),
  title: z.string().min(1),
  /** What the source is, what it lacks, what was decided. */
  about: z.string().optional(),
  /** Key of the course of every record that names none. */
  course: Id.optional(),
  encoding: z.enum(['utf-8', 'utf-16le', 'utf-16be', 'windows-1252']).optional(),
  delimiter: z.enum([',', ';', '\t']).optional(),
  timezone: Zone.optional(),
  dates: z
    .strictObject({
      order: z.enum(['dmy', 'mdy', 'ymd', 'ydm']).optional(),
      unix: z.enum(['seconds', 'milliseconds']).optional(),
    })
    .default({}),
  none: None.default([]),
  /** Claims (`claims.email`) the source has checked itself, such as the address people sign in with. Others only suggest. */
  vouches: z.array(z.enum(claimSchemes)).default([]),
  /** People who are staff of `course`; they are enrolled as such, whatever the rows say. */
  staff: z
    .strictObject({ role: z.enum(['teacher', 'assistant']).default('teacher'), people: z.array(Id).min(1) })
    .optional(),
  records: z.array(ConstantRecord).default([]),
  files: z.array(Section).min(1),
});
export type Mapping = z.infer<typeof Mapping>;

interface Misfit {
  readonly path: string[];
  readonly message: string;
}

/** Fields a record of this type does not have, lacks, or cannot take the constant for. */
function misfits({
  type,
  once: _once,
  when: _when,
  needs: _needs,
  ...fields
}: { type: RecordType } & Record<string, unknown>): Misfit[] {
  const unknown = Object.keys(fields).filter((name) => !fieldOf(type, name));
  const outer = Object.keys(fields).map((name) => name.split('.')[0]);
  const missing = requiredFields(type).filter((name) => !outer.includes(name));
  return [
    ...unknown.map((name) => ({
      path: [name],
      message: `is no field of a ${type} that a cell can fill; there are ${fieldNames(type).join(', ')}`,
    })),
    ...missing.map((name) => ({ path: [], message: `a ${type} needs the field "${name}"` })),
    ...Object.entries(fields).flatMap(([name, value]) => badConstant(type, name, value)),
  ];
}

function badConstant(type: RecordType, name: string, value: unknown): Misfit[] {
  const { success, data } = z.strictObject({ constant: Constant }).safeParse(value);
  if (!success) return [];
  const anyDate: DateReading = { order: 'ymd', zone: 'UTC' };
  try {
    fieldOf(type, name)?.convert(name, String(data.constant), anyDate);
    return [];
  } catch (error) {
    if (!(error instanceof BadCell)) throw error;
    return [{ path: [name, 'constant'], message: error.message.replaceAll(/^Column "[^"]*" |\.$/g, '') }];
  }
}
