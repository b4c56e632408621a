/**
 * The roster service of a learning platform, as a process of its own: it gives a token to whoever signs with a key that
 * the tool publishes, and pages of a roster to whoever brings the token. Answers are in the shapes that 1EdTech prints
 * (Names and Role Provisioning Services 2.0, §2.4; security framework 1.0, §4.1), with people of our own.
 *
 *     node test/support/nrps-platform.ts '{ "jwks": "http://127.0.0.1:1234/lti/jwks.json", "clientId": "kith" }'
 *
 * `POST /roster` replaces the members; the first line of stdout is its address.
 */
import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

import { createRemoteJWKSet, jwtVerify } from 'jose';

interface Setting {
  /** Key set of the tool. */
  jwks: string;
  clientId: string;
}

const { jwks, clientId } = JSON.parse(process.argv[2] ?? '') as Setting;
const keys = createRemoteJWKSet(new URL(jwks), { cooldownDuration: 0 });
const scope = 'https://purl.imsglobal.org/spec/lti-nrps/scope/contextmembership.readonly';
const containerType = 'application/vnd.ims.lti-nrps.v2.membershipcontainer+json';

const tokens = new Set<string>();
const used = new Set<unknown>();
let members: object[] = [];
/** How the next pages are linked: as it should be, in a circle, or to another host. */
let links: 'right' | 'circle' | 'elsewhere' = 'right';

const server = createServer((request, response) => void answer(request, response));
server.listen(0, '127.0.0.1', () => process.stdout.write(`${here()}\n`));
process.stdin.on('end', () => process.exit()).resume();

const here = () => `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', here());
  if (url.pathname === '/roster') {
    ({ members, links } = JSON.parse(await text(request)) as { members: object[]; links: typeof links });
    response.end();
  } else if (url.pathname === '/token') await giveToken(request, response);
  else if (url.pathname === '/2923/memberships') givePage(url, request, response);
  else response.writeHead(404).end();
}

async function giveToken(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const asked = new URLSearchParams(await text(request));
  const say = (status: number, body: object) =>
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  const proof = await jwtVerify(asked.get('client_assertion') ?? '', keys, {
    issuer: clientId,
    subject: clientId,
    audience: `${here()}/token`,
    requiredClaims: ['exp', 'iat', 'jti'],
    maxTokenAge: 300,
  }).catch(() => undefined);
  const right =
    request.headers['content-type']?.startsWith('application/x-www-form-urlencoded') === true &&
    asked.get('grant_type') === 'client_credentials' &&
    asked.get('client_assertion_type') === 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer' &&
    asked.get('scope') === scope;
  if (proof === undefined || !right || used.has(proof.payload.jti)) {
    say(400, { error: 'invalid_client' });
    return;
  }
  used.add(proof.payload.jti);
  const token = randomBytes(16).toString('hex');
  tokens.add(token);
  say(200, { access_token: token, token_type: 'Bearer', expires_in: 3600, scope });
}

/** Three members a page; the last has no next one, and says where changes will be. */
function givePage(url: URL, request: IncomingMessage, response: ServerResponse): void {
  const token = /^Bearer (\w+)$/.exec(request.headers.authorization ?? '')?.[1];
  if (token === undefined || !tokens.has(token) || request.headers.accept !== containerType) {
    response.writeHead(401).end();
    return;
  }
  const page = Number(url.searchParams.get('page') ?? '1');
  const differences = `<${here()}/2923/memberships?since=672638723>; rel="differences"`;
  const next = { right: `page=${String(page + 1)}`, circle: 'page=1', elsewhere: '' }[links];
  const host = links === 'elsewhere' ? 'http://localhost:1' : here();
  const more = members.length > page * 3 || links !== 'right';
  response.writeHead(200, {
    'content-type': containerType,
    link: more ? `<${host}/2923/memberships?${next}>; rel="next", ${differences}` : differences,
  });
  response.end(
    JSON.stringify({
      id: `${here()}/2923/memberships`,
      context: { id: '2923-abc', label: 'CPS 435', title: 'CPS 435 Learning Analytics' },
      members: members.slice((page - 1) * 3, page * 3),
    }),
  );
}
