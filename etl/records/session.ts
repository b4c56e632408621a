import { z } from 'zod';
import { envelope } from './envelope.ts';
import { Instant, Key } from './values.ts';

/** Time people could spend together: a class, webinar, breakout, study group. Planned times, not one person's. */
export const Session = z.object({
  type: z.literal('session'),
  ...envelope,
  kind: z
    .enum(['class', 'webinar', 'breakout', 'office_hours', 'study_group', 'peer_session', 'informal'])
    .default('class'),
  parent: Key.optional(),
  group: Key.optional(),
  title: z.string().optional(),
  startsAt: Instant,
  endsAt: Instant.optional(),
  cancelled: z.boolean().default(false),
  mandatory: z.boolean().optional(),
  host: Key.optional(),
  locationMode: z.enum(['online', 'onsite', 'hybrid']).optional(),
  url: z.url().optional(),
});
