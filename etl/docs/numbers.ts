/** Every leaf of a definition with its path, in order: `['bands.enter.watch', '30']`. */
export function numbersOf(part: unknown, path = ''): [path: string, value: string][] {
  if (typeof part !== 'object' || part === null) return [[path, String(part)]];
  return Object.entries(part).flatMap(([name, inner]) => numbersOf(inner, path === '' ? name : `${path}.${name}`));
}
