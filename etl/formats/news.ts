import { z } from 'zod';
import type { Context, Extracted } from '../connector.ts';
import type { JsonRow } from './json-rows.ts';
import { ignoredNames, notRead } from './surprise.ts';

/** What of a value is looked at for new names: its own, and those of the objects and lists below it. */
interface Watch {
  readonly names?: ReadonlySet<string> | undefined;
  readonly members?: ReadonlyMap<string, Watch> | undefined;
  readonly items?: Watch | undefined;
  /** Of an object whose names are ids. */
  readonly values?: Watch | undefined;
}

const noticing = new WeakMap<z.core.$ZodType, ReadonlySet<string>>();
const watches = new WeakMap<z.core.$ZodType, Watch>();

/**
 * An object with dozens of settings, to which plugins add more, or what stands around the items of an answer: a field
 * nobody knows is named by {@link news} and does not end the file. For what people said and did, `known` is the stricter.
 */
export function noticed<const Read extends z.ZodRawShape>(read: Read, notRead = '') {
  const schema = z.looseObject(read);
  noticing.set(schema, new Set([...Object.keys(read), ...notRead.split(/\s+/)]));
  return schema;
}

/** Names in such objects that nobody knows, as `profile.mood`, unless the person said to ignore them. */
export function news(schema: z.ZodType, value: unknown, context: Pick<Context, 'options'>): string[] {
  const found = new Set<string>();
  look(watchOf(schema), value, '', found);
  if (found.size === 0) return [];
  const ignored = ignoredNames(context);
  return [...found].filter((name) => !ignored.has(name.replace(/^.*\./, '')));
}

/** The same, told. */
export function* toldNews(schema: z.ZodType, { value, ref }: JsonRow, context: Context): Generator<Extracted> {
  yield* notRead(news(schema, value, context), ref, 'fields');
}

function look({ names, members, items, values }: Watch, value: unknown, place: string, found: Set<string>): void {
  if (typeof value !== 'object' || value === null) return;
  const each = Array.isArray(value) ? items : values;
  if (each) for (const inner of Object.values(value)) look(each, inner, place, found);
  if (Array.isArray(value)) return;
  if (names) {
    for (const name of Object.keys(value)) {
      if (!names.has(name) && !name.includes('@odata.')) found.add(`${place}${name}`);
    }
  }
  for (const [name, watch] of members ?? []) {
    look(watch, (value as Readonly<Record<string, unknown>>)[name], `${place}${name}.`, found);
  }
}

const nothing: Watch = {};

/** Worked out once for a schema; one without such objects costs nothing. */
function watchOf(schema: z.core.$ZodType): Watch {
  const known = watches.get(schema);
  if (known) return known;
  const made = madeFrom(schema);
  watches.set(schema, made);
  return made;
}

function madeFrom(schema: z.core.$ZodType): Watch {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  switch (def.type) {
    case 'object': {
      const inner = Object.entries(def.shape).map(([name, each]) => [name, watchOf(each)] as const);
      const members = new Map(inner.filter(([, watch]) => watch !== nothing));
      const names = noticing.get(schema);
      return names || members.size > 0 ? { names, members } : nothing;
    }
    case 'array':
      return below('items', watchOf(def.element));
    case 'record':
      return below('values', watchOf(def.valueType));
    case 'optional':
    case 'nullable':
    case 'default':
      return watchOf(def.innerType);
    case 'pipe':
      return [watchOf(def.in), watchOf(def.out)].find((watch) => watch !== nothing) ?? nothing;
    case 'union':
      return def.options.map(watchOf).find((watch) => watch !== nothing) ?? nothing;
    default:
      return nothing;
  }
}

function below(where: 'items' | 'values', each: Watch): Watch {
  return each === nothing ? nothing : { [where]: each };
}
