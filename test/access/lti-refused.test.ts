import { generateKeyPair, UnsecuredJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { claim, launches } from './lti-launches.ts';
import { clientId, now, Platform, type Claims } from './lti-platform.ts';

const refused = '/sign-in?trouble=refused';
let platform: Platform;
beforeAll(async () => {
  platform = await Platform.open();
});
afterAll(() => platform.close());

describe('nobody is let in', () => {
  const { canvas } = launches;
  test('by the same launch a second time', async () => {
    const { again, cookie, session } = await platform.launch(canvas);
    expect(session).toBeDefined();
    const second = await platform.send('POST', '/lti/launch', again, { cookie });
    expect(second.headers.location).toBe('/sign-in?trouble=over');
  });

  test('in a browser that did not begin', async () => {
    const { asks } = await platform.begin();
    const id_token = await platform.signed({ ...canvas, nonce: asks.nonce });
    expect((await platform.send('POST', '/lti/launch', { state: asks.state!, id_token })).headers.location).toBe(
      '/sign-in?trouble=over',
    );
  });

  test.each<[string, Record<string, unknown>]>([
    ['for another audience', { aud: 'another', azp: undefined }],
    ['for several audiences and no party', { aud: [clientId, 'another'], azp: undefined }],
    ['for another party', { azp: 'another' }],
    ['of another platform.issuer', { iss: 'https://canvas.instructure.com' }],
    ['of another deployment', { [claim('deployment_id')]: '8:another' }],
    ['without a deployment', { [claim('deployment_id')]: undefined }],
    ['with another nonce', { nonce: 'another' }],
    ['that is over', { iat: now() - 900, exp: now() - 600 }],
    ['that is very old and never ends', { iat: now() - 90_000, exp: now() + 90_000 }],
    ['that never ends', { exp: undefined }],
    ['of another kind', { [claim('message_type')]: 'LtiDeepLinkingRequest' }],
    ['of another version', { [claim('version')]: '1.1' }],
    ['without a person', { sub: undefined }],
  ])('by a launch %s', async (_, wrong) => {
    expect(await platform.launch({ ...canvas, ...wrong })).toMatchObject({ to: refused, session: undefined });
  });

  test('by a mix-up: the launch of one platform in the flow of another', async () => {
    const other = `${platform.issuer}/other`;
    await platform.alsoKnownAs(other);
    const launchIn = async (iss: string) => {
      const { asks, cookie } = await platform.begin('POST', other);
      const id_token = await platform.signed({ ...canvas, iss, nonce: asks.nonce });
      return (await platform.send('POST', '/lti/launch', { state: asks.state!, id_token }, { cookie })).headers
        .location;
    };
    expect(await launchIn(other)).not.toBe(refused); // its own launch is understood, so the next line says something
    expect(await launchIn(platform.issuer)).toBe(refused);
  });

  test('by a launch that nobody signed', async () => {
    const unsigned = async (claims: Claims) =>
      new UnsecuredJWT({ iss: platform.issuer, iat: now(), exp: now() + 300, ...claims }).encode();
    expect(await platform.launch(canvas, unsigned)).toMatchObject({ to: refused, session: undefined });
  });

  test('by a launch signed with a key of somebody else, or with the public key as a password', async () => {
    const { privateKey } = await generateKeyPair('RS256');
    expect((await platform.launch(canvas, (claims) => platform.signed(claims, privateKey))).to).toBe(refused);
    const published = new TextEncoder().encode(await (await fetch(`${platform.issuer}/jwks`)).text());
    expect((await platform.launch(canvas, (claims) => platform.signed(claims, published, 'HS256'))).to).toBe(refused);
  });
});
