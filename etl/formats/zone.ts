import { UnreadableFile } from '../connector.ts';
import { Zone } from '../records/values.ts';

/** The IANA zone of a file's zone-less times. Throws UnreadableFile: NO_TIMEZONE, BAD_TIMEZONE. */
export function requireZone(file: { readonly name: string }, timezone: string | undefined): string {
  const hint = 'Say which zone the clock showed, for instance --timezone Europe/Vienna.';
  if (timezone === undefined) {
    throw new UnreadableFile('NO_TIMEZONE', file.name, 'The times in this file name no time zone.', hint);
  }
  if (Zone.safeParse(timezone).success) return timezone;
  throw new UnreadableFile('BAD_TIMEZONE', file.name, `"${timezone}" is not an IANA time zone.`, hint);
}
