import { z } from 'zod';
import { envelope } from './envelope.ts';
import { Instant, Key } from './values.ts';

export const Mentorship = z.object({
  type: z.literal('mentorship'),
  ...envelope,
  programme: z.string().optional(),
  mentor: Key,
  mentee: Key,
  from: Instant.optional(),
  to: Instant.optional(),
  status: z.string().optional(),
});
