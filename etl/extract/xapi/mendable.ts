const texts = new Set(['description', 'response', 'display', 'attachments']);
const devices = /ip-address|user-agent|mac_addr/i;

/** A refused statement as a steward may see, mend and reload it: without what people wrote and from which device. */
export function mendable(value: unknown): string {
  return JSON.stringify(value, (key, inner: unknown) => (texts.has(key) || devices.test(key) ? undefined : inner));
}
