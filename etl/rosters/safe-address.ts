import { PlatformTrouble } from './platform-trouble.ts';

/** An address Kith may send a token to: https, or plain http to this very machine, where nobody else can listen. */
export function safeAddress(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const here = url?.protocol === 'http:' && ['127.0.0.1', '[::1]', 'localhost'].includes(url.hostname);
  if (!url || (url.protocol !== 'https:' && !here))
    throw new PlatformTrouble('The platform names an address that is not https.');
  return url;
}
