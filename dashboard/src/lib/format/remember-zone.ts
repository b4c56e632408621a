import { refreshAll } from '$app/navigation';
import { zoneCookie } from './zone.ts';

/** Tells the server the reader's time zone, once: pages then show it instead of UTC. */
export function rememberZone(known: string): void {
  const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (zone === known || document.cookie.includes(`${zoneCookie}=${encodeURIComponent(zone)}`)) return;
  document.cookie = `${zoneCookie}=${encodeURIComponent(zone)}; path=/; max-age=31536000; samesite=lax`;
  void refreshAll();
}
