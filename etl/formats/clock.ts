/** A time of day. `time` is HH:MM, HH:MM:SS or HH:MM:SS.f with 1 to 9 digits; `offset` is Z or ±HH:MM. */
export interface Clock {
  readonly time: string;
  readonly offset?: string;
  readonly precision: 'min' | 's' | 'ms' | 'us' | 'ns';
}

const half = String.raw`[ap]\.?\s?m\.?|午前|午後|上午|下午|오전|오후`;
const shape = new RegExp(
  String.raw`^(?:(?<before>${half})\s?)?(?<hour>\d{1,2})[:.](?<minute>\d{2})` +
    String.raw`(?:[:.](?<second>\d{2})(?:[.,](?<fraction>\d{1,9}))?)?` +
    String.raw`(?:\s?(?<after>${half}))?(?:\s?(?<offset>Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?))?$`,
  'i',
);
const secondHalf = /^p|午後|下午|오후/i;

/** Spaces that only look like one (since ICU 72 a U+202F stands before AM and PM) become one; direction marks go. */
export function plainSpaces(text: string): string {
  return text
    .replaceAll(/[\u200b-\u200f\u202a-\u202e\u2060\ufeff]/g, '')
    .replaceAll(/\s+/g, ' ') // \s holds U+00A0, U+202F and U+3000
    .trim();
}

/** Reads `17:58`, `2:48:05 PM`, `午後2:48`, `14.48`, `08:01:05.123+02:00`. Undefined: not a time that exists. */
export function parseClock(text: string): Clock | undefined {
  const parts = shape.exec(plainSpaces(text))?.groups;
  if (!parts) return undefined;
  const { minute = '', second, fraction } = parts as Partial<Record<string, string>>;
  const hour = fullHour(Number(parts.hour), parts.before ?? parts.after);
  if (hour === undefined || Number(minute) > 59 || Number(second ?? 0) > 59) return undefined;

  const seconds = second === undefined ? '' : `:${second}${fraction === undefined ? '' : `.${fraction}`}`;
  return {
    time: `${String(hour).padStart(2, '0')}:${minute}${seconds}`,
    precision: precisionOf(second, fraction),
    ...(parts.offset === undefined ? {} : { offset: colonOffset(parts.offset) }),
  };
}

/** 0 to 23. A clock of twelve hours has no hour 0 and no hour 13. */
function fullHour(hour: number, halfDay: string | undefined): number | undefined {
  if (halfDay === undefined) return hour < 24 ? hour : undefined;
  if (hour < 1 || hour > 12) return undefined;
  return (hour % 12) + (secondHalf.test(halfDay) ? 12 : 0);
}

function precisionOf(second: string | undefined, fraction: string | undefined): Clock['precision'] {
  if (second === undefined) return 'min';
  if (fraction === undefined) return 's';
  return fraction.length <= 3 ? 'ms' : fraction.length <= 6 ? 'us' : 'ns';
}

function colonOffset(offset: string): string {
  if (/^[a-z]/i.test(offset)) return 'Z';
  const digits = offset.replaceAll(/\D/g, '').padEnd(4, '0');
  return `${offset.slice(0, 1)}${digits.slice(0, 2)}:${digits.slice(2)}`;
}
