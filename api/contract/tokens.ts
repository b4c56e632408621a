import { z } from 'zod';
import type { Endpoint } from './endpoint.ts';
import { Day, Id, Instant } from './values.ts';

/** What a token may read: exports its owner asked for, or aggregates of programmes. */
export const TokenScope = z.enum(['exports', 'programmes']);

export const ApiToken = z.object({
  tokenId: z.number(),
  own: z.boolean(),
  owner: z.string().nullable(),
  title: z.string(),
  scopes: z.array(TokenScope),
  createdAt: Instant,
  expiresAt: Instant,
  lastUsedAt: Instant.nullable(),
});

const none = { params: z.object({}), query: z.object({}) };

export const listTokens = {
  method: 'GET',
  url: '/tokens',
  summary:
    'Tokens for programs that hold: the reader’s own, and all of them for stewards. The tokens themselves are not kept.',
  ...none,
  response: z.array(ApiToken),
} as const satisfies Endpoint;

export const makeToken = {
  method: 'POST',
  url: '/tokens',
  summary:
    'Makes a token for a program of a lead or researcher, until the end of a day within a year. It is sent as "Authorization: Bearer …" and shown once.',
  ...none,
  body: z.object({
    title: z.string().trim().min(1).max(200),
    scopes: z.array(TokenScope).min(1),
    until: Day,
  }),
  response: z.object({ tokenId: z.number(), token: z.string() }),
} as const satisfies Endpoint;

export const endToken = {
  method: 'POST',
  url: '/tokens/:tokenId/end',
  summary: 'Ends a token at once: one’s own, or as a steward anybody’s.',
  params: z.object({ tokenId: Id }),
  query: z.object({}),
  response: z.object({ done: z.literal(true) }),
} as const satisfies Endpoint;
