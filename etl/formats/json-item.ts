/** One value of a JSON file. `broken` says why it could not be parsed; the values after it are still read. */
export type JsonItem =
  | { readonly line: number; readonly value: unknown; readonly raw: string; readonly broken?: undefined }
  | { readonly line: number; readonly broken: string; readonly raw: string; readonly value?: undefined };

/** Levels of nesting that no honest export reaches; deeper values would overflow whoever walks them. */
export const maxDepth = 256;

export function parseItem(line: number, raw: string): JsonItem {
  try {
    const value: unknown = JSON.parse(raw);
    if (raw.length >= maxDepth * 2 && deeperThan(value, maxDepth)) {
      return { line, broken: `is nested more than ${maxDepth} levels deep`, raw };
    }
    return { line, value, raw };
  } catch (error) {
    return { line, broken: `is not JSON: ${withoutContent(error)}`, raw };
  }
}

function deeperThan(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((inner) => deeperThan(inner, levels - 1));
}

/** V8 quotes the text it stumbled over; a message must not carry what a learner wrote. */
function withoutContent(error: unknown): string {
  const message = error instanceof Error ? error.message : '';
  const position = / at position \d+/.exec(message)?.[0];
  return `it breaks off or has a wrong character${position ?? ''}`;
}
