import { z } from 'zod';
import { envelope } from './envelope.ts';
import { Count, Instant, Key } from './values.ts';

/** A like, vote, flag, star or read mark on a post. `count` where the source counts but does not name the voters. */
export const Reaction = z.object({
  type: z.literal('reaction'),
  ...envelope,
  post: Key,
  person: Key.optional(),
  kind: z.enum(['like', 'upvote', 'downvote', 'emoji', 'follow', 'flag', 'read', 'star']),
  at: Instant.optional(),
  count: Count.optional(),
});
