import { z } from 'zod';
import { envelope } from './envelope.ts';
import { Instant, Key } from './values.ts';

export const Award = z.object({
  type: z.literal('award'),
  ...envelope,
  person: Key,
  kind: z.enum(['badge', 'certificate', 'points', 'rank']),
  title: z.string().optional(),
  definition: Key.optional(),
  at: Instant,
  revokedAt: Instant.optional(),
  value: z.number().optional(),
  by: Key.optional(),
});
