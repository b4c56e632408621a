/** The week of the address; undefined where there is none or where it is no week, which means the last closed one. */
export function weekOf(url: URL): number | undefined {
  const week = Number(url.searchParams.get('week') ?? Number.NaN);
  return Number.isInteger(week) && week >= 1 ? week : undefined;
}
