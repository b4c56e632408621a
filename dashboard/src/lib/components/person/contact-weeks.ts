const week = 7 * 86_400_000;

/** The course weeks in which somebody reached out; what lies after the last closed week stands on it. */
export function weeksOfContacts(
  contacts: readonly string[],
  weeks: readonly { readonly week: number; readonly weekStart: string }[],
): ReadonlySet<number> {
  const last = weeks.at(-1);
  return new Set(
    contacts.flatMap((at) => {
      const instant = Date.parse(at);
      const found = weeks.find(({ weekStart }) => {
        const start = Date.parse(`${weekStart}T00:00:00Z`);
        return instant >= start && instant < start + week;
      });
      if (found !== undefined) return found.week;
      return last !== undefined && instant > Date.parse(`${last.weekStart}T00:00:00Z`) ? last.week : [];
    }),
  );
}
