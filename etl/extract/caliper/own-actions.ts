import { z } from 'zod';
import { activityVerbs } from '../../records/activity.ts';
import type { Line } from './actions.ts';

/**
 * An operator's own table, said with `--map`. It comes before ours:
 *
 *     actions:
 *       - { event: ForumEvent, action: Upvoted, means: reacted }
 *       - { event: PollEvent, means: answered }
 *
 * `means` is an activity verb, or post, read, feedback, nothing.
 */
export const OwnActions = z.strictObject({
  actions: z.array(
    z.strictObject({
      event: z.string().min(1),
      action: z.string().min(1).optional(),
      means: z.enum([...activityVerbs, 'post', 'read', 'feedback', 'nothing']),
    }),
  ),
});

export function ownLines(map: unknown): readonly Line[] {
  if (map === undefined) return [];
  return OwnActions.parse(map).actions.map(({ event, action, means }) => [event, action, means]);
}
