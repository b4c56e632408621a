import { z } from 'zod';
import { amountIn, choiceIn, countIn, dayIn, flagIn, instantIn, linkIn, numberIn, zoneIn } from '../../formats/cell.ts';
import type { DateOrder } from '../../connector.ts';
import { claimSchemes } from '../../records/person.ts';
import { recordSchemas, type RecordType } from '../../records/record.ts';
import { Count, Zone } from '../../records/values.ts';

/** How the dates of a file are written. */
export interface DateReading {
  readonly order: DateOrder;
  readonly zone: string | undefined;
  readonly unix?: 'seconds' | 'milliseconds' | undefined;
}

/** A field of a canonical record, as far as a text can fill it. */
export interface Field {
  readonly required: boolean;
  readonly isDate: boolean;
  /** Throws BadCell, which names `column`. */
  convert(column: string, text: string, dates: DateReading): unknown;
}

/** A field by its name in the record, with a dot where it lies deeper: `createdAt`, `attributes.region`, `claims.email`. */
export function fieldOf(type: RecordType, name: string): Field | undefined {
  const [outer = '', inner] = name.split('.', 2);
  const shape: Readonly<Record<string, z.core.$ZodType>> = recordSchemas[type].shape;
  const schema = Object.hasOwn(shape, outer) && outer !== 'type' ? shape[outer] : undefined;
  if (!schema) return undefined;
  return inner === undefined ? fieldOfSchema(schema) : deeperField(type, outer, inner, schema);
}

export function fieldNames(type: RecordType): string[] {
  return Object.keys(recordSchemas[type].shape).filter((name) => name !== 'type');
}

export function requiredFields(type: RecordType): string[] {
  const shape: Readonly<Record<string, z.core.$ZodType>> = recordSchemas[type].shape;
  return fieldNames(type).filter((name) => unwrapped(shape[name]!).required);
}

function deeperField(type: RecordType, outer: string, inner: string, schema: z.core.$ZodType): Field | undefined {
  if (type === 'person' && outer === 'claims') {
    return claimSchemes.some((scheme) => scheme === inner) ? optionalText : undefined;
  }
  if (type === 'survey_response' && outer === 'items') return optionalText;
  const bare = unwrapped(schema).inner;
  if (bare instanceof z.ZodRecord) return optionalText;
  const within = bare instanceof z.ZodObject ? (bare.shape as Record<string, z.core.$ZodType>)[inner] : undefined;
  return within && fieldOfSchema(within);
}

const optionalText: Field = { required: false, isDate: false, convert: (_, text) => text };

function fieldOfSchema(schema: z.core.$ZodType): Field | undefined {
  const { inner, required } = unwrapped(schema);
  const convert = converter(inner);
  return convert && { required, isDate: inner instanceof z.ZodISODateTime || inner instanceof z.ZodISODate, convert };
}

function unwrapped(schema: z.core.$ZodType): { inner: z.core.$ZodType; required: boolean } {
  let inner = schema;
  let required = true;
  while (inner instanceof z.ZodOptional || inner instanceof z.ZodDefault) {
    required = false;
    inner = inner.def.innerType;
  }
  return { inner, required };
}

function converter(schema: z.core.$ZodType): Field['convert'] | undefined {
  if (schema === Zone) return zoneIn;
  if (schema === Count) return countIn;
  if (schema instanceof z.ZodISODateTime) return instantOf;
  if (schema instanceof z.ZodISODate) return (column, text, { order }) => dayIn(column, text, order);
  if (schema instanceof z.ZodURL) return linkIn;
  if (schema instanceof z.ZodNumber) return schema.minValue === 0 ? amountIn : numberIn;
  if (schema instanceof z.ZodBoolean) return flagIn;
  if (schema instanceof z.ZodString) return (_, text) => text;
  if (schema instanceof z.ZodEnum) return (column, text) => choiceIn(column, text, schema.options as string[]);
  if (schema instanceof z.ZodArray && schema.element instanceof z.ZodString) return (_, text) => listOf(text);
  return undefined;
}

function instantOf(column: string, text: string, { order, zone, unix }: DateReading): string {
  if (unix === undefined) return instantIn(column, text, order, zone);
  return new Date(amountIn(column, text) * (unix === 'seconds' ? 1000 : 1)).toISOString();
}

function listOf(text: string): string[] {
  const parts = text.split(';').map((part) => part.trim());
  return parts.filter((part) => part !== '');
}
