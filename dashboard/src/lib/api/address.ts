/** Where the API lives on this origin. */
const base = '/api/v1';

export type Values = Readonly<Record<string, string | number | undefined>>;

/**
 * The path and query of one call.
 *
 *     address('/courses/:courseId', { courseId: 7 }, { week: 3, kinds: undefined })  // /api/v1/courses/7?week=3
 *
 * @throws when the path names a parameter that is not given.
 */
export function address(url: string, params: Values = {}, query: Values = {}): string {
  const path = url.replace(/:(\w+)/g, (_, name: string) => {
    const value = params[name];
    if (value === undefined) throw new Error(`${url} needs ${name}`);
    return encodeURIComponent(String(value));
  });
  const search = new URLSearchParams(
    Object.entries(query).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, String(value)] as [string, string]],
    ),
  );
  return base + path + (search.size > 0 ? `?${search}` : '');
}
