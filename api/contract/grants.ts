import { z } from 'zod';
import type { Endpoint } from './endpoint.ts';
import { Id, Instant } from './values.ts';

export const GrantRole = z.enum(['instructor', 'assistant', 'lead', 'support', 'researcher', 'steward', 'admin']);

const Held = z.object({
  personId: z.number(),
  name: z.string(),
  role: z.string(),
  /** Title of the course or node; null: the whole institution. */
  place: z.string().nullable(),
  validFrom: Instant.nullable(),
  validTo: Instant.nullable(),
});

export const Grant = Held.extend({
  grantId: z.number(),
  grantedBy: z.string().nullable(),
  /** Learners are seen, their names are not. */
  pseudonymous: z.boolean(),
  delegated: z.boolean(),
  /** A launch of the learning platform said so; it ends with the session. */
  launched: z.boolean(),
});

export const listGrants = {
  method: 'GET',
  url: '/grants',
  summary: 'Every grant, the staff whose enrolment is their grant, and where a grant can hold. For stewards.',
  params: z.object({}),
  query: z.object({}),
  response: z.object({
    grants: z.array(Grant),
    staff: z.array(Held),
    places: z.array(
      z.object({ unitId: z.number().nullable(), courseId: z.number().nullable(), title: z.string(), kind: z.string() }),
    ),
  }),
} as const satisfies Endpoint;

export const giveGrant = {
  method: 'POST',
  url: '/grants',
  summary: 'Gives a role to the person of a verified address. For stewards; steward and admin only by an admin.',
  params: z.object({}),
  query: z.object({}),
  body: z.object({
    email: z.string().min(3).max(254),
    role: GrantRole,
    unitId: Id.nullable().default(null),
    courseId: Id.nullable().default(null),
    from: Instant.optional(),
    to: Instant.nullable().default(null),
    pseudonymous: z.boolean().default(false),
  }),
  response: z.object({ done: z.literal(true) }),
} as const satisfies Endpoint;

export const endGrant = {
  method: 'POST',
  url: '/grants/:grantId/end',
  summary: 'Ends a grant at once. For stewards.',
  params: z.object({ grantId: Id }),
  query: z.object({}),
  response: z.object({ done: z.literal(true) }),
} as const satisfies Endpoint;

export const delegate = {
  method: 'POST',
  url: '/courses/:courseId/delegations',
  summary: 'Passes the own role on a course on, for at most half a year; it ends with the own one.',
  params: z.object({ courseId: Id }),
  query: z.object({}),
  body: z.object({
    email: z.string().min(3).max(254),
    role: z.enum(['instructor', 'assistant', 'lead', 'support']),
    until: Instant,
    pseudonymous: z.boolean().default(false),
  }),
  response: z.object({ done: z.literal(true) }),
} as const satisfies Endpoint;

export const Delegation = z.object({
  grantId: z.number(),
  name: z.string(),
  role: z.string(),
  validTo: Instant.nullable(),
  pseudonymous: z.boolean(),
});

export const listDelegations = {
  method: 'GET',
  url: '/courses/:courseId/delegations',
  summary: 'Whom the reader has let into the course, until when, and which roles of their own they can pass on.',
  params: z.object({ courseId: Id }),
  query: z.object({}),
  response: z.object({ course: z.string(), roles: z.array(z.string()), delegations: z.array(Delegation) }),
} as const satisfies Endpoint;

export const endDelegation = {
  method: 'POST',
  url: '/courses/:courseId/delegations/:grantId/end',
  summary: 'Ends at once what the reader has passed on.',
  params: z.object({ courseId: Id, grantId: Id }),
  query: z.object({}),
  response: z.object({ done: z.literal(true) }),
} as const satisfies Endpoint;
