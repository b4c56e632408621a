/**
 * A real OpenID provider as a process of its own, for tests: `node oidc-provider.ts <redirect-uri>`. Prints its issuer.
 * Whom it signs in stands in the request's login_hint; it asks for no password.
 */
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:http';
import Provider from 'oidc-provider';

const redirectUri = process.argv[2] ?? '';
const server = createServer();
await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
const issuer = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
const client = {
  client_secret: 'a secret of the test',
  redirect_uris: [redirectUri],
  response_types: ['code' as const],
};

const provider: Provider = new Provider(issuer, {
  clients: [
    { client_id: 'kith', ...client, token_endpoint_auth_method: 'client_secret_post' },
    { client_id: 'another', ...client, token_endpoint_auth_method: 'client_secret_post' },
  ],
  claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
  conformIdTokenClaims: false,
  features: { devInteractions: { enabled: false } },
  interactions: { url: (_, interaction) => `/interaction/${interaction.uid}` },
  // `unverified:ann@example.edu` is somebody whose address the provider does not vouch for.
  findAccount: (_, id) => ({
    accountId: id,
    claims: () => ({
      sub: id,
      name: `Name of ${id}`,
      email: id.replace('unverified:', ''),
      email_verified: !id.startsWith('unverified:'),
    }),
  }),
  async loadExistingGrant({ oidc }) {
    const grant = new provider.Grant({ clientId: oidc.client!.clientId, accountId: oidc.session!.accountId! });
    grant.addOIDCScope('openid email profile');
    await grant.save();
    return grant;
  },
  cookies: { keys: ['a key of the test'] },
});

provider.use(async (context, next) => {
  if (!context.path.startsWith('/interaction/')) {
    await next();
    return;
  }
  const { params } = await provider.interactionDetails(context.req, context.res);
  const accountId = String(params.login_hint);
  await provider.interactionFinished(context.req, context.res, { login: { accountId } });
  context.respond = false;
});

const handle = provider.callback();
server.on('request', (request, response) => void handle(request, response));
process.stdout.write(`${issuer}\n`);
for await (const _ of process.stdin); // until the test closes it
process.exit(0);
