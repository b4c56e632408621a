/** The first instant of a day as a form sends it, "2026-02-03", in UTC; null: none was given. */
export const instantOf = (day: string): string | null =>
  /^\d{4}-\d\d-\d\d$/.test(day) && !Number.isNaN(Date.parse(day)) ? new Date(day).toISOString() : null;
