import { z } from 'zod';
import { envelope } from './envelope.ts';
import { Instant, Key } from './values.ts';

export const Group = z.object({
  type: z.literal('group'),
  ...envelope,
  kind: z.enum(['project', 'study', 'cohort', 'team', 'tutorial', 'section']).default('project'),
  set: z.string().optional(),
  title: z.string().optional(),
  from: Instant.optional(),
  to: Instant.optional(),
});

export const Membership = z.object({
  type: z.literal('membership'),
  ...envelope,
  group: Key,
  person: Key,
  role: z.string().optional(),
  from: Instant.optional(),
  to: Instant.optional(),
});
