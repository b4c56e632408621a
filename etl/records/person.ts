import { z } from 'zod';
import { envelope } from './envelope.ts';
import { Id, Instant, Key, Zone } from './values.ts';

export const claimSchemes = [
  'sis',
  'email',
  'email_sha1',
  'email_sha256',
  'lms',
  'account',
  'username',
  'upn',
  'entra_oid',
  'google_id',
  'zoom_user',
  'lti_sub',
  'openid',
  'handle',
  'display_name',
] as const;

/** One way to recognise a person in another source. `display_name` is weak: it suggests, it never joins. */
export const IdentityClaim = z.object({
  scheme: z.enum(claimSchemes),
  value: Id,
  issuer: Id.optional(),
  verified: z.boolean().default(false),
  from: Instant.optional(),
  to: Instant.optional(),
});

/** A human, bot, test user or shared account as one source knows it. Names and claims go to the identity schema only. */
export const Person = z.object({
  type: z.literal('person'),
  ...envelope,
  kind: z.enum(['human', 'bot', 'test', 'group_account']).default('human'),
  displayName: z.string().optional(),
  givenName: z.string().optional(),
  familyName: z.string().optional(),
  preferredName: z.string().optional(),
  locale: z.string().optional(),
  timezone: Zone.optional(),
  active: z.boolean().default(true),
  claims: z.array(IdentityClaim).default([]),
  /** Slices for the offline fairness audit (region, study mode …). Never an input of a score. */
  attributes: z.record(Key, z.string()).optional(),
});
