import { Temporal } from 'temporal-polyfill';

import { nearest } from './nearest.ts';
import { UsageError } from './trouble.ts';

/**
 * What a person typed, as what it must be. Each takes the option's name for its message, gives undefined for undefined,
 * and throws {@link UsageError}.
 */
export function day(name: string, text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  try {
    if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString();
  } catch {
    // said below
  }
  throw new UsageError(`${name} is not a day: ${text}.`, 'Write it as YYYY-MM-DD, for instance 2026-09-14.');
}

/** An IANA zone. */
export function zone(name: string, text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  try {
    return Temporal.Now.zonedDateTimeISO(text).timeZoneId;
  } catch {
    const known = Intl.supportedValuesOf('timeZone');
    const meant = known.find((each) => each.toLowerCase().endsWith(`/${text.toLowerCase()}`)) ?? nearest(text, known);
    const next = meant === undefined ? 'It looks like Europe/Berlin or America/New_York.' : `Did you mean ${meant}?`;
    throw new UsageError(`${name} is no time zone: ${text}.`, next);
  }
}

/** An instant with its offset; a day alone is its midnight in `timezone`. */
export function instant(name: string, text: string | undefined, timezone = 'UTC'): Date | undefined {
  if (text === undefined) return undefined;
  try {
    const at = /^\d{4}-\d{2}-\d{2}$/.test(text)
      ? Temporal.PlainDate.from(text).toZonedDateTime(timezone).toInstant()
      : Temporal.Instant.from(text);
    return new Date(at.epochMilliseconds);
  } catch {
    throw new UsageError(
      `${name} is no instant: ${text}.`,
      'Write a day (2026-09-14) or an instant (2026-09-14T08:00:00Z).',
    );
  }
}

/** A whole number of at least `least`. */
export function whole(name: string, text: string | undefined, least = 1): number | undefined {
  if (text === undefined) return undefined;
  const number = Number(text);
  if (/^\d+$/.test(text) && Number.isSafeInteger(number) && number >= least) return number;
  throw new UsageError(`${name} is no whole number from ${least} up: ${text}.`);
}

/** One of some words. */
export function oneOf<const Word extends string>(
  name: string,
  text: string | undefined,
  words: readonly Word[],
): Word | undefined {
  if (text === undefined) return undefined;
  const word = words.find((each) => each === text);
  if (word !== undefined) return word;
  const meant = nearest(text, words);
  throw new UsageError(
    `${name} is "${text}", which is none of: ${words.join(', ')}.${meant === undefined ? '' : ` Did you mean ${meant}?`}`,
  );
}

/** An e-mail address, as far as a machine can tell. */
export function email(name: string, text: string | undefined): string | undefined {
  if (text === undefined || /^[^\s@]+@[^\s@]+$/.test(text)) return text;
  throw new UsageError(`${name} is no e-mail address: ${text}.`, 'It looks like ana@example.edu.');
}

/** What must be there. */
export function required<T>(what: string, value: T | undefined): T {
  if (value === undefined) throw new UsageError(`${what} is missing.`);
  return value;
}

/** `name=value`, as often as one likes. */
export function namedValues(name: string, texts: readonly string[] = []): Readonly<Record<string, string>> {
  return Object.fromEntries(
    texts.map((text) => {
      const at = text.indexOf('=');
      if (at < 1) throw new UsageError(`${name} is not name=value: ${text}.`, `For instance ${name} ignore=blocks.`);
      return [text.slice(0, at).trim(), text.slice(at + 1).trim()];
    }),
  );
}
