import { z } from 'zod';
import { envelope } from './envelope.ts';
import { Instant, Key } from './values.ts';

/** Who belongs to a course, in which role, from when to when. The role is as of its interval, not of today. */
export const Enrolment = z.object({
  type: z.literal('enrolment'),
  ...envelope,
  person: Key,
  role: z.enum(['learner', 'teacher', 'assistant', 'mentor', 'observer', 'admin', 'other']),
  roleRaw: z.string().optional(),
  section: Key.optional(),
  from: Instant.optional(),
  /** Exclusive. */
  to: Instant.optional(),
  status: z.enum(['active', 'inactive', 'suspended', 'withdrawn', 'completed']).default('active'),
});
