import { z } from 'zod';

/** An id as the source writes it. Ids stay text: 64-bit numbers lose digits in JavaScript. */
export const Id = z.string().min(1).max(1024);

/** The key of a person, course, space, post, session or group inside the same source. It may dangle: late arrival is normal. */
export const Key = Id;

/** An instant with its offset, RFC 3339, 0 to 9 fractional digits. Zone-less text is refused: the connector must have converted it. */
export const Instant = z.iso.datetime({ offset: true, local: false });

/** A calendar day, YYYY-MM-DD. */
export const Day = z.iso.date();

/** An IANA time zone name, for instance Europe/Vienna. */
export const Zone = z.string().refine(isZone, 'is not an IANA time zone, such as Europe/Vienna');

export const Count = z.int().nonnegative();

function isZone(name: string): boolean {
  // `+05:30` is a zone to JavaScript, and to Postgres one as far the other way round the world.
  if (/^[+-]/.test(name)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
