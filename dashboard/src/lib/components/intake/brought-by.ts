/** What a preview brings, in words, the most first: "562 presences", "9 sessions". */
export function broughtBy(
  records: Readonly<Record<string, number>>,
  say: Readonly<Record<string, (count: number) => string>>,
): string[] {
  return Object.entries(records)
    .toSorted(([, a], [, b]) => b - a)
    .flatMap(([type, count]) => say[type]?.(count) ?? []);
}
