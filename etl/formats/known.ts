import { z } from 'zod';
import type { Context, Reject, RowRef } from '../connector.ts';
import { ignoredNames, refuseUnknown } from './surprise.ts';

type Fields = Readonly<Record<string, z.ZodType>>;

/**
 * An object of an export whose every field is known: those that are read, and by name those that are not. A field that
 * is neither is a change of the format, and {@link checked} says its name. `null` is as good as absent; OData's notes (`@odata.…`) are no
 * fields.
 */
export function known<const Read extends Fields>(read: Read, notRead = '') {
  const names = notRead.split(/\s+/).filter((name) => name !== '');
  const all: Fields = { ...Object.fromEntries(names.map((name) => [name, z.unknown().optional()])), ...read };
  return z.preprocess(tidied, z.strictObject(all as Read));
}

/**
 * The value as its schema says. A value of the wrong type or an unknown word of a list is a reject that names the field;
 * a field nobody knows ends the file, because its format has changed and silence could lose a kind of fact. The person
 * can look at it and say `ignore=<name>,<name>` among the options. Throws UnreadableFile: UNKNOWN_FIELD.
 */
export function checked<Value>(
  schema: z.ZodType<Value>,
  value: unknown,
  ref: RowRef,
  context: Pick<Context, 'options'>,
): { readonly value: Value } | Reject {
  const ignored = ignoredNames(context);
  const result = schema.safeParse(ignored.size > 0 ? without(value, ignored) : value);
  if (result.success) return { value: result.data };
  const issues = result.error.issues.flatMap(flat);
  const unknown = issues.flatMap((issue) => (issue.code === 'unrecognized_keys' ? namesOf(issue) : []));
  refuseUnknown(unknown, { name: 'an item' }, ref, {});
  const [issue] = issues;
  const field = issue?.path.map(String).join('.') ?? '';
  if (issue?.code === 'invalid_value') return { reject: unknownWord(field, at(issue.path, value), issue.values), ref };
  const message = `The field "${field}" cannot be used: ${issue?.message ?? 'it is of another type'}.`;
  return { reject: { code: 'BAD_VALUE', field, message }, ref };
}

export function isChecked<Value>(result: { readonly value: Value } | Reject): result is { readonly value: Value } {
  return 'value' in result;
}

/** Of a choice between shapes the issues of each stand one level down. */
function flat(issue: z.core.$ZodIssue): z.core.$ZodIssue[] {
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [issue];
  return (issue.errors.at(-1) ?? []).map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] }));
}

/** As `who.mood`, whatever number the item has in its list. */
function namesOf({ keys, path }: z.core.$ZodIssueUnrecognizedKeys): string[] {
  const place = path.filter((part) => typeof part === 'string');
  return keys.map((key) => [...place, key].join('.'));
}

function at(path: readonly PropertyKey[], value: unknown): unknown {
  return path.reduce<unknown>((inner, part) => (inner as Record<PropertyKey, unknown> | null)?.[part], value);
}

/** Refuses a word that is in no list. It is named as long as it looks like a word: what somebody wrote is personal. */
export function unknownWord(field: string, found: unknown, values: readonly unknown[]): Reject['reject'] {
  const word = isWord(found) ? ` "${found}"` : '';
  return {
    code: 'UNKNOWN_WORD',
    message: `The field "${field}" has a word${word} that is not known. Known are: ${values.join(', ')}.`,
    field,
  };
}

function isWord(found: unknown): found is string | number {
  return (typeof found === 'string' || typeof found === 'number') && /^[\w.:-]{1,60}$/.test(String(found));
}

function tidied(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(
    Object.entries(value).filter(([name, inner]) => inner !== null && !name.includes('@odata.')),
  );
}

function without(value: unknown, names: ReadonlySet<string>): unknown {
  if (Array.isArray(value)) return value.map((each) => without(each, names));
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([name]) => !names.has(name));
  return Object.fromEntries(kept.map(([name, inner]) => [name, without(inner, names)]));
}
