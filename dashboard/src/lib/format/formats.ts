/**
 * Numbers, dates and lists as the reader is used to them. One set per page; every sentence of the catalogue uses it.
 * Days ("2026-10-12") are calendar days and never shift; instants are shown in the zone that is named.
 */
export interface Formats {
  /** 1234.5 → "1,234.5"; at most `digits` decimals (1). */
  number(value: number, digits?: number): string;
  /** 0.314 → "31%". */
  percent(share: number): string;
  /** "12 Oct" or, with the year, "12 Oct 2026". */
  day(day: string, year?: boolean): string;
  /** "12 – 18 Oct". */
  days(from: string, to: string): string;
  /** "Mon 12 Oct, 06:10". */
  moment(instant: string, zone: string): string;
  /** "6 days ago", "in 2 hours"; from the given now. */
  ago(instant: string, now: number): string;
  /** "1 post", "4 posts": picks the form by the language's plural rules and puts the number before it. */
  count(value: number, one: string, other: string): string;
  /** Only the word, where the sentence places the number itself. */
  plural(value: number, one: string, other: string): string;
  /** "forum, live sessions and groups". */
  list(items: readonly string[]): string;
  bytes(value: number): string;
  /** "fi" → "Finnish"; a tag nobody knows stays as it is. */
  language(tag: string): string;
}

export function formatsFor(locale: string): Formats {
  const languages = new Intl.DisplayNames([locale], { type: 'language' });
  const rules = new Intl.PluralRules(locale);
  const conjunction = new Intl.ListFormat(locale, { type: 'conjunction' });
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const share = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  const short = calendar(locale, { day: 'numeric', month: 'short' });
  const withYear = calendar(locale, { day: 'numeric', month: 'short', year: 'numeric' });
  const number = (value: number, digits = 1) =>
    new Intl.NumberFormat(locale, { maximumFractionDigits: digits }).format(value);
  const plural = (value: number, one: string, other: string) => (rules.select(value) === 'one' ? one : other);

  return {
    number,
    plural,
    percent: (value) => share.format(value),
    day: (day, year = false) => (year ? withYear : short).format(atNoon(day)),
    days: (from, to) => short.formatRange(atNoon(from), atNoon(to)),
    moment: (instant, zone) =>
      new Intl.DateTimeFormat(locale, { ...dayAndTime, timeZone: zone }).format(new Date(instant)),
    ago: (instant, now) => relative.format(...inWholeUnits(Date.parse(instant) - now)),
    count: (value, one, other) => `${number(value)} ${plural(value, one, other)}`,
    list: (items) => conjunction.format(items),
    language: (tag) => {
      try {
        return languages.of(tag) ?? tag;
      } catch {
        return tag; // learners type them
      }
    },
    bytes: (value) => {
      const [scaled, unit] = value >= 1e6 ? [value / 1e6, 'megabyte'] : [value / 1e3, 'kilobyte'];
      return new Intl.NumberFormat(locale, { style: 'unit', unit, maximumFractionDigits: 1 }).format(scaled);
    },
  };
}

const dayAndTime = { weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' } as const;

/** A calendar day has no zone: it is read and written in UTC, so that it is the same day everywhere. */
const calendar = (locale: string, options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });

const atNoon = (day: string) => new Date(`${day}T12:00:00Z`);

const hour = 3_600_000;

/** Milliseconds as a signed count of the unit a person would use: hours under two days, days under three months. */
function inWholeUnits(difference: number): [number, 'minute' | 'hour' | 'day' | 'month' | 'year'] {
  const size = Math.abs(difference);
  if (size < hour) return [Math.trunc(difference / 60_000), 'minute'];
  if (size < 48 * hour) return [Math.trunc(difference / hour), 'hour'];
  const days = Math.trunc(difference / (24 * hour));
  if (Math.abs(days) < 92) return [days, 'day'];
  const months = Math.trunc(days / 30.44);
  return Math.abs(months) < 24 ? [months, 'month'] : [Math.trunc(months / 12), 'year'];
}
