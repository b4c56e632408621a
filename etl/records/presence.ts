import { z } from 'zod';
import { envelope } from './envelope.ts';
import { Instant, Key } from './values.ts';

/** One person in one session: an interval (a row per join), a summary (first, last, total) or a mark (status only). */
export const Presence = z.object({
  type: z.literal('presence'),
  ...envelope,
  session: Key,
  person: Key.optional(),
  precision: z.enum(['interval', 'summary', 'mark']),
  status: z.enum(['present', 'late', 'absent', 'excused', 'remote', 'watched_recording', 'waiting', 'unknown']),
  joinAt: Instant.optional(),
  leaveAt: Instant.optional(),
  seconds: z.number().nonnegative().optional(),
  role: z.string().optional(),
});
