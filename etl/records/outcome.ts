import { z } from 'zod';
import { envelope } from './envelope.ts';
import { Instant, Key } from './values.ts';

/** What became of an enrolment. A withdrawal closes the enrolment and stays here. Never an input of a score. */
export const Outcome = z.object({
  type: z.literal('outcome'),
  ...envelope,
  person: Key,
  kind: z.enum(['enrolled', 'withdrawn', 'completed', 'passed', 'failed', 'certified', 'deferred']),
  at: Instant.optional(),
  grade: z.string().optional(),
  reason: z.string().optional(),
});
