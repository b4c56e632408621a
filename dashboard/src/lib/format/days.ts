const oneDay = 86_400_000;

/** The calendar day some days later: `dayAfter('2026-10-05', 6)` is '2026-10-11'. */
export const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * oneDay).toISOString().slice(0, 10);

/** The last calendar day, UTC, that is over at an instant: of a midnight the day before it. */
export const dayBefore = (instant: string): string => new Date(Date.parse(instant) - 1).toISOString().slice(0, 10);

/** The Sunday of a course week that begins on this Monday. */
export const lastDayOf = (weekStart: string): string => dayAfter(weekStart, 6);

/** The calendar day of an instant in a zone: Monday evening in California is Tuesday in UTC. */
export const dayIn = (instant: string | number, zone: string): string =>
  // Swedish writes it as ISO 8601 does.
  new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' }).format(new Date(instant));
