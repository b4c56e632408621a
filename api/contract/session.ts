import { z } from 'zod';
import type { Endpoint } from './endpoint.ts';
import { Language } from './language.ts';

export const Me = z.object({
  personId: z.number(),
  name: z.string(),
  institution: z.string(),
  roles: z.array(z.string()),
  /** Whether the data page opens: stewards and admins. */
  steward: z.boolean(),
  /** What they have chosen to read in; null: the browser says which. */
  language: Language.nullable(),
});

export const getMe = {
  method: 'GET',
  url: '/me',
  summary: 'The signed-in person.',
  params: z.object({}),
  query: z.object({}),
  response: Me,
} as const satisfies Endpoint;

/** The link's page asks for one click, so that a mail scanner that opens links does not use it up. */
export const signIn = {
  method: 'POST',
  url: '/sign-in',
  summary: 'Turns a one-time link into a session cookie.',
  params: z.object({}),
  query: z.object({}),
  body: z.object({ token: z.string().min(20).max(200) }),
  response: z.object({ signedIn: z.literal(true) }),
} as const satisfies Endpoint;

export const signOut = {
  method: 'POST',
  url: '/sign-out',
  summary: 'Ends the session, or with `everywhere` all sessions of the person.',
  params: z.object({}),
  query: z.object({}),
  body: z.object({ everywhere: z.boolean().default(false) }).nullish(),
  response: z.object({ signedOut: z.literal(true) }),
} as const satisfies Endpoint;
