import { z } from 'zod';
import type { Endpoint } from './endpoint.ts';
import { Address, Id, Instant } from './values.ts';

const Title = z.string().trim().min(1).max(80);

export const Provider = z.object({
  providerId: z.number(),
  kind: z.enum(['oidc', 'lti']),
  title: z.string(),
  issuer: z.string(),
  clientId: z.string(),
  /** Whether there is a client secret. What it is, nobody is ever told. */
  hasSecret: z.boolean(),
  trustsEmail: z.boolean(),
  authorizeUrl: z.string().nullable(),
  jwksUrl: z.string().nullable(),
  tokenUrl: z.string().nullable(),
  deploymentIds: z.array(z.string()),
  rosters: z.array(
    z.object({
      /** Title of the course; null: not loaded yet. */
      course: z.string().nullable(),
      contextKey: z.string(),
      offeredAt: Instant,
      fetchedAt: Instant.nullable(),
      trouble: z.string().nullable(),
    }),
  ),
});

export const listProviders = {
  method: 'GET',
  url: '/providers',
  summary: 'Who may vouch for people, and the rosters that launches offered. For stewards.',
  params: z.object({}),
  query: z.object({}),
  response: z.array(Provider),
} as const satisfies Endpoint;

const Common = {
  title: Title,
  issuer: Address,
  clientId: z.string().trim().min(1).max(255),
  trustsEmail: z.boolean().default(false),
};

export const NewProvider = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('oidc'), ...Common, secret: z.string().max(1000).nullable().default(null) }),
  z.object({
    kind: z.literal('lti'),
    ...Common,
    authorizeUrl: Address,
    jwksUrl: Address,
    tokenUrl: Address.nullable().default(null),
    tokenAudience: z.string().max(500).nullable().default(null),
    deploymentIds: z.array(z.string().trim().min(1).max(255)).min(1).max(50),
  }),
]);

export const addProvider = {
  method: 'POST',
  url: '/providers',
  summary:
    'Adds an OpenID provider or a learning platform. For admins: who adds one decides who is believed to be whom.',
  params: z.object({}),
  query: z.object({}),
  body: NewProvider,
  response: z.object({ providerId: z.number() }),
} as const satisfies Endpoint;

export const setProviderSecret = {
  method: 'POST',
  url: '/providers/:providerId/secret',
  summary: 'Replaces the client secret of an OpenID provider. It is kept encrypted and never shown. For admins.',
  params: z.object({ providerId: Id }),
  query: z.object({}),
  body: z.object({ secret: z.string().min(1).max(1000) }),
  response: z.object({ done: z.literal(true) }),
} as const satisfies Endpoint;

export const removeProvider = {
  method: 'POST',
  url: '/providers/:providerId/remove',
  summary: 'Removes a provider: nobody signs in by it any more. For admins.',
  params: z.object({ providerId: Id }),
  query: z.object({}),
  response: z.object({ done: z.literal(true) }),
} as const satisfies Endpoint;
