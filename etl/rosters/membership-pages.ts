import { PlatformTrouble } from './platform-trouble.ts';
import { safeAddress } from './safe-address.ts';

export const rosterScope = 'https://purl.imsglobal.org/spec/lti-nrps/scope/contextmembership.readonly';
const containerType = 'application/vnd.ims.lti-nrps.v2.membershipcontainer+json';

/** More than any course has; a platform whose pages go in a circle ends here. */
const mostPages = 1000;
const mostBytes = 16 * 1024 * 1024;

/**
 * The pages of a roster, as bytes, in the platform's order: `Link: <…>; rel="next"` leads from one to the next
 * (1EdTech, Names and Role Provisioning Services 2.0, §2.4.1).
 *
 * @throws PlatformTrouble where a page does not come, is too large, or comes twice
 */
export async function membershipPages(
  url: string,
  token: string,
  fetchSignal: () => AbortSignal = () => AbortSignal.timeout(60_000),
): Promise<Uint8Array[]> {
  const first = safeAddress(url);
  const pages: Uint8Array[] = [];
  const seen = new Set<string>();
  for (let next: URL | undefined = first; next !== undefined;) {
    // The token is for one host; a page elsewhere does not get it.
    if (next.origin !== first.origin) throw new PlatformTrouble('The next page of the roster is on another host.');
    if (seen.has(next.href) || pages.length === mostPages)
      throw new PlatformTrouble('The pages of the roster do not end.');
    seen.add(next.href);
    const response: Response = await fetch(next, {
      redirect: 'error',
      signal: fetchSignal(),
      headers: { accept: containerType, authorization: `Bearer ${token}` },
    });
    if (!response.ok) throw new PlatformTrouble(`The platform gave no roster: it answered ${String(response.status)}.`);
    pages.push(await bytesOf(response));
    next = nextOf(response.headers.get('link'), next);
  }
  return pages;
}

async function bytesOf(response: Response): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += (chunk as Uint8Array).length;
    if (size > mostBytes) throw new PlatformTrouble('A page of the roster is larger than 16 MB.');
    chunks.push(chunk as Uint8Array);
  }
  return Buffer.concat(chunks);
}

/**
 * The address of `rel="next"` in a Link header (RFC 8288): several links in one header, relations in any case and
 * several to a link.
 *
 *     nextOf('<https://p/m?page=2>; rel="next", <https://p/m?since=1>; rel=differences', here)  // https://p/m?page=2
 */
export function nextOf(header: string | null, here: URL): URL | undefined {
  for (const [, target = '', parameters = ''] of (header ?? '').matchAll(
    /<([^<>]*)>((?:\s*;\s*[^\s;,="]+(?:\s*=\s*(?:"[^"]*"|[^\s;,"]+))?)*)/g,
  )) {
    const [, quoted, bare] = /;\s*rel\s*=\s*(?:"([^"]*)"|([^\s;,"]+))/i.exec(parameters) ?? [];
    if ((quoted ?? bare ?? '').toLowerCase().split(/\s+/).includes('next') && URL.canParse(target, here.href))
      return new URL(target, here);
  }
  return undefined;
}
