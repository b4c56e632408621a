import { z } from 'zod';
import type { Endpoint } from './endpoint.ts';
import { Id, Instant } from './values.ts';

export const listSignInWays = {
  method: 'GET',
  url: '/sign-in/ways',
  summary: 'The providers a person may sign in with; an address and a password, and a link, are always possible.',
  params: z.object({}),
  query: z.object({}),
  response: z.array(z.object({ providerId: z.number(), title: z.string(), start: z.string() })),
} as const satisfies Endpoint;

export const WaitingSignIn = z.object({
  waitingId: z.number(),
  provider: z.string(),
  subject: z.string(),
  name: z.string().nullable(),
  email: z.string().nullable(),
  firstAt: Instant,
  lastAt: Instant,
});

export const listWaitingSignIns = {
  method: 'GET',
  url: '/sign-in/waiting',
  summary: 'People a provider vouches for whom Kith does not recognise. Nobody of them is let in. For stewards.',
  params: z.object({}),
  query: z.object({}),
  response: z.array(WaitingSignIn),
} as const satisfies Endpoint;

export const decideWaitingSignIn = {
  method: 'POST',
  url: '/sign-in/waiting/:waitingId',
  summary:
    'Joins somebody who waits to the person with this verified address, or with null refuses them. For stewards.',
  params: z.object({ waitingId: Id }),
  query: z.object({}),
  body: z.object({ email: z.string().min(3).max(254).nullable() }),
  response: z.object({ decided: z.literal(true) }),
} as const satisfies Endpoint;
