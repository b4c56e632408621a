import { isObject } from './fields.ts';
import type { Shape } from './shape.ts';

/** Names in the parts of an item that are new, as `members.shoe_size`. Each is given once. */
export function unknownInParts({ parts }: Pick<Shape<never>, 'parts'>, item: unknown): string[] {
  const unknown = new Set<string>();
  const walk = (value: unknown, part: string | undefined): void => {
    if (Array.isArray(value)) for (const inner of value as unknown[]) walk(inner, part);
    if (!isObject(value)) return;
    const known = part === undefined ? undefined : parts[part];
    for (const [name, inner] of Object.entries(value)) {
      if (known && !known.includes(name)) unknown.add(`${part}.${name}`);
      if (part === undefined || known) walk(inner, Object.hasOwn(parts, name) ? name : '');
    }
  };
  if (Object.keys(parts).length > 0) walk(item, undefined);
  return [...unknown];
}
