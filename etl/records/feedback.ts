import { z } from 'zod';
import { envelope } from './envelope.ts';
import { Count, Instant, Key } from './values.ts';

/** Feedback on work. `givenAt` absent: allotted, not done. `allotted` true: assigned, not chosen. */
export const Feedback = z.object({
  type: z.literal('feedback'),
  ...envelope,
  giver: Key,
  receiver: Key.optional(),
  receiverGroup: Key.optional(),
  activity: Key.optional(),
  kind: z.enum(['peer', 'self', 'staff', 'comment']).default('peer'),
  allotted: z.boolean().default(true),
  allottedAt: Instant.optional(),
  givenAt: Instant.optional(),
  score: z.number().optional(),
  maxScore: z.number().optional(),
  words: Count.optional(),
  anonymous: z.boolean().default(false),
});
