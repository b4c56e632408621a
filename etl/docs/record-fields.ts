import { z } from 'zod';

import { Count, Day, Instant, Key, Zone } from '../records/values.ts';

/** One field of a record, ready to be shown. Members of a field that is an object or a list of them follow it. */
export interface Field {
  /** `claims`, `claims[].scheme`. */
  readonly path: string;
  readonly type: string;
  readonly required: boolean;
  /** As JSON; undefined: there is none. */
  readonly fallback: string | undefined;
}

/** What of JSON Schema our records use. */
interface Shape {
  readonly title?: string;
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly string[];
  readonly format?: string;
  readonly minimum?: number;
  readonly default?: unknown;
  readonly items?: Shape;
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly additionalProperties?: Shape;
  readonly required?: readonly string[];
}

/** Schemas with a name of their own in records/values.ts. */
const named = new Map<unknown, string>([
  [Count, 'count'],
  [Day, 'day'],
  [Instant, 'instant'],
  [Key, 'key'],
  [Zone, 'time zone'],
]);

/** The fields of a record's schema, as a connector writes them: what has a default may be left out. */
export function fieldsOf(schema: z.ZodType): Field[] {
  const shape = z.toJSONSchema(schema, {
    io: 'input',
    override({ zodSchema, jsonSchema }) {
      const name = named.get(zodSchema);
      if (name !== undefined) jsonSchema.title = name;
    },
  }) as Shape;
  return membersOf(shape, '');
}

/** Sentences of the rules that hold between fields. */
export function rulesOf(schema: z.ZodType): string[] {
  return (schema.def.checks ?? []).flatMap(({ _zod: { def } }) => {
    const said = def.error?.({} as never);
    return typeof said === 'string' ? [said] : [];
  });
}

function membersOf({ properties = {}, required = [] }: Shape, prefix: string): Field[] {
  return Object.entries(properties).flatMap(([name, shape]) => {
    const path = prefix + name;
    const fallback = shape.default === undefined ? undefined : JSON.stringify(shape.default);
    const field = { path, type: typeOf(shape), required: required.includes(name), fallback };
    return [field, ...membersOf(shape, `${path}.`), ...membersOf(shape.items ?? {}, `${path}[].`)];
  });
}

function typeOf(shape: Shape): string {
  if (shape.title !== undefined) return shape.title;
  if (shape.const !== undefined) return JSON.stringify(shape.const);
  if (shape.enum !== undefined) return shape.enum.join(', ');
  if (shape.items !== undefined)
    return `list of ${shape.items.properties === undefined ? typeOf(shape.items) : 'objects'}`;
  if (shape.additionalProperties !== undefined) return `object of ${typeOf(shape.additionalProperties)}`;
  if (shape.format === 'uri') return 'link';
  if (shape.type === 'string') return 'text';
  if (shape.type === 'boolean') return 'true or false';
  return shape.minimum === 0 ? `${shape.type ?? 'any'}, 0 or more` : (shape.type ?? 'any');
}
