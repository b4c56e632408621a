/** One number of a definition by its path: `weights.voice` is to be 15. */
export interface Change {
  readonly path: string;
  readonly value: unknown;
}

/** The definition with some members replaced; a path that is not there yet is added, and left to the schema to refuse. */
export function changed<Definition extends object>(base: Definition, changes: readonly Change[]): Definition {
  const copy = structuredClone(base);
  for (const { path, value } of changes) {
    const names = path.split('.');
    const last = names.pop() ?? '';
    let part = copy as Record<string, unknown>;
    for (const name of names) {
      const inner = part[name];
      part[name] = typeof inner === 'object' && inner !== null ? inner : {};
      part = part[name] as Record<string, unknown>;
    }
    part[last] = value;
  }
  return copy;
}

/** Every number in which two definitions differ, by path. The version always does and is left out. */
export function differences(before: object, after: object): readonly (Change & { readonly before: unknown })[] {
  const [one, other] = [leaves(before), leaves(after)];
  return [...new Set([...one.keys(), ...other.keys()])]
    .filter((path) => path !== 'version' && one.get(path) !== other.get(path))
    .map((path) => ({ path, before: one.get(path) ?? null, value: other.get(path) ?? null }));
}

function leaves(part: unknown, path = ''): Map<string, unknown> {
  if (typeof part !== 'object' || part === null) return new Map([[path, part]]);
  return new Map(
    Object.entries(part).flatMap(([name, inner]) => [...leaves(inner, path === '' ? name : `${path}.${name}`)]),
  );
}

/** The same with its members in the order of a model: jsonb forgets the order, and components are shown in it. */
export function inOrderOf(model: unknown, body: unknown): unknown {
  if (!isPlain(model) || !isPlain(body)) return body;
  const names = [...Object.keys(model).filter((name) => name in body), ...Object.keys(body)];
  return Object.fromEntries([...new Set(names)].map((name) => [name, inOrderOf(model[name], body[name])]));
}

const isPlain = (part: unknown): part is Record<string, unknown> =>
  typeof part === 'object' && part !== null && !Array.isArray(part);
