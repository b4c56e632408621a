/** The browser writes its time zone here on the first visit; the server cannot know it otherwise. */
export const zoneCookie = 'kith-zone';

/** A zone this Node knows, else UTC. */
export function zoneOf(value: string | undefined): string {
  if (value === undefined) return 'UTC';
  try {
    return new Intl.DateTimeFormat('en', { timeZone: value }).resolvedOptions().timeZone;
  } catch {
    return 'UTC';
  }
}
