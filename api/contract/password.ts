import { z } from 'zod';
import type { Endpoint } from './endpoint.ts';

export const signInWithPassword = {
  method: 'POST',
  url: '/sign-in/password',
  summary: 'Opens a session with an e-mail address and a password.',
  params: z.object({}),
  query: z.object({}),
  body: z.object({ email: z.string().min(3).max(254), password: z.string().min(1).max(200) }),
  response: z.object({ signedIn: z.literal(true) }),
} as const satisfies Endpoint;

/** Length is what makes a password strong; rules about signs only make it hard to remember. */
export const setPassword = {
  method: 'POST',
  url: '/sign-in/password/new',
  summary: 'Sets a password with a one-time link; every session of the person ends.',
  params: z.object({}),
  query: z.object({}),
  body: z.object({ token: z.string().min(20).max(200), password: z.string().min(12).max(200) }),
  response: z.object({ set: z.literal(true) }),
} as const satisfies Endpoint;
