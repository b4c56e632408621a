import { createRemoteJWKSet, jwtVerify } from 'jose';
import { z } from 'zod';
import type { Provider, Vouched } from '../queries/providers.ts';
import { launchRole } from './lti-roles.ts';

const messageType = 'https://purl.imsglobal.org/spec/lti/claim/message_type';
const version = 'https://purl.imsglobal.org/spec/lti/claim/version';
const deployment = 'https://purl.imsglobal.org/spec/lti/claim/deployment_id';
const roles = 'https://purl.imsglobal.org/spec/lti/claim/roles';
const context = 'https://purl.imsglobal.org/spec/lti/claim/context';
const rosters = 'https://purl.imsglobal.org/spec/lti-nrps/claim/namesroleservice';

/** What Kith reads of a launch. Platforms send much more, and null where they have nothing. */
const Launch = z.object({
  sub: z.string().min(1).max(255),
  nonce: z.string(),
  azp: z.string().optional(),
  aud: z.union([z.string(), z.array(z.string())]),
  email: z.string().nullish(),
  name: z.string().nullish(),
  [messageType]: z.literal('LtiResourceLinkRequest'),
  [version]: z.literal('1.3.0'),
  [deployment]: z.string(),
  [roles]: z.array(z.string()),
  [context]: z.object({ id: z.string() }).nullish(),
  // A platform that writes its offer of a roster wrongly offers none; that is no reason to let nobody in.
  [rosters]: z.object({ context_memberships_url: z.url() }).nullish().catch(null),
});

/** A launch that is right in all its parts but lets nobody in. */
export class TestUserLaunch extends Error {}

/** Keys of the platforms; jose asks anew for a key it has not seen, at most every 30 seconds. */
const keys = new Map<string, ReturnType<typeof createRemoteJWKSet>>();

/**
 * Checks a launch: signature by a key of the platform, issuer, audience and authorised party, expiry, age, nonce,
 * deployment, message and version (1EdTech security framework 1.0, §5.1.3).
 *
 * @throws whatever does not hold; {@link TestUserLaunch} for the platform's "student view"
 */
export async function launched(provider: Provider, token: string, nonce: string): Promise<Vouched> {
  const { jwksUrl, issuer, clientId, deploymentIds } = provider;
  if (jwksUrl === null) throw new Error('The platform has no address of its keys.');
  const platformKeys = keys.get(jwksUrl) ?? createRemoteJWKSet(new URL(jwksUrl), { timeoutDuration: 5000 });
  keys.set(jwksUrl, platformKeys);
  const { payload } = await jwtVerify(token, platformKeys, {
    issuer,
    audience: clientId,
    algorithms: ['RS256', 'RS384', 'RS512', 'ES256', 'ES384', 'PS256'],
    requiredClaims: ['exp', 'iat'],
    clockTolerance: 60,
    maxTokenAge: 3600,
  });
  const said = Launch.parse(payload);
  const several = Array.isArray(said.aud) && said.aud.length > 1;
  if ((several || said.azp !== undefined) && said.azp !== clientId) throw new Error('Made for another party.');
  if (said.nonce !== nonce) throw new Error('Another nonce.');
  if (!deploymentIds.includes(said[deployment])) throw new Error('Another deployment.');
  const role = launchRole(said[roles]);
  if (role.testUser) throw new TestUserLaunch();
  return {
    providerId: provider.providerId,
    subject: said.sub,
    email: provider.trustsEmail ? (said.email ?? null) : null,
    name: said.name ?? null,
    contextKey: said[context]?.id,
    courseRole: role.course,
    rosterUrl: said[rosters]?.context_memberships_url,
  };
}
