import { z } from 'zod';
import { envelope } from './envelope.ts';
import { Instant, Key } from './values.ts';

/** A parent, guardian, advisor or auditor who may follow a learner. Never a tie, never in a denominator. */
export const Relation = z.object({
  type: z.literal('relation'),
  ...envelope,
  observer: Key,
  learner: Key,
  kind: z.enum(['parent', 'guardian', 'advisor', 'mentor', 'auditor']),
  consent: z.boolean().optional(),
  from: Instant.optional(),
  to: Instant.optional(),
});
