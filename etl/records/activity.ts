import { z } from 'zod';
import { envelope } from './envelope.ts';
import { Count, Instant, Key } from './values.ts';

export const activityVerbs = [
  'viewed',
  'posted',
  'replied',
  'edited',
  'deleted',
  'reacted',
  'submitted',
  'completed',
  'progressed',
  'attempted',
  'answered',
  'joined',
  'left',
  'played',
  'paused',
  'shared',
  'logged_in',
  'searched',
  'downloaded',
  'attended',
  'interacted',
  'other',
] as const;

/** Something a person did on the platform. Immutable; its key is its own dedupe. `count` folds equal rows of one day. */
export const Activity = z.object({
  type: z.literal('activity'),
  ...envelope,
  person: Key,
  verb: z.enum(activityVerbs),
  verbRaw: z.string().optional(),
  object: Key.optional(),
  objectType: z.string().optional(),
  at: Instant,
  session: Key.optional(),
  durationSeconds: z.number().nonnegative().optional(),
  count: Count.default(1),
  clicks: Count.optional(),
});
