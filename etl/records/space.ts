import { z } from 'zod';
import { envelope } from './envelope.ts';
import { Key } from './values.ts';

/** A place to talk. Formality is set by staff and unknown by default. */
export const Space = z.object({
  type: z.literal('space'),
  ...envelope,
  parent: Key.optional(),
  kind: z.enum(['forum', 'channel', 'topic', 'dm', 'chat', 'qna', 'whiteboard', 'notes']).default('forum'),
  formality: z.enum(['academic', 'informal', 'unknown']).default('unknown'),
  visibility: z.enum(['course', 'group', 'private', 'public']).default('course'),
  group: Key.optional(),
  title: z.string().optional(),
  url: z.url().optional(),
  staffOnly: z.boolean().default(false),
});
