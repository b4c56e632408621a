import { z } from 'zod';

/**
 * An instant from a count since 1970, as text so that no digit is lost: `1458969700.000002` seconds is
 * `2016-03-26T05:21:40.000002Z`. Undefined: no such count, or not between 1990 and 2100.
 */
export function instantOfSeconds(seconds: string | number): string | undefined {
  // Microseconds as a number have digits that double precision blurs.
  const text = typeof seconds === 'number' && !Number.isInteger(seconds) ? seconds.toFixed(6) : String(seconds);
  const [, whole, fraction = ''] = /^(\d{9,10})(?:\.(\d{1,9}))?$/.exec(text) ?? [];
  if (whole === undefined || Number(whole) < 631_152_000 || Number(whole) >= 4_102_444_800) return undefined;
  const second = new Date(Number(whole) * 1000).toISOString().slice(0, 19);
  return /^0*$/.test(fraction) ? `${second}Z` : `${second}.${fraction}Z`;
}

/** The same from milliseconds. */
export function instantOfMillis(millis: string | number): string | undefined {
  const [, whole, rest] = /^(\d{9,10})(\d{3})$/.exec(String(millis)) ?? [];
  return whole === undefined ? undefined : instantOfSeconds(`${whole}.${rest}`);
}

/** A field with such a count, read as an instant. */
export const UnixSeconds = counted(instantOfSeconds);
export const UnixMillis = counted(instantOfMillis);

function counted(instantOf: (count: string | number) => string | undefined) {
  return z.union([z.string(), z.number()]).transform((count, context) => {
    const instant = instantOf(count);
    if (instant !== undefined) return instant;
    context.issues.push({ code: 'custom', message: 'it is no time since 1970', input: count });
    return z.NEVER;
  });
}
