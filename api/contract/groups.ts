import { z } from 'zod';
import type { Endpoint } from './endpoint.ts';
import { Id } from './values.ts';

const Named = z.object({ personId: z.number(), name: z.string() });

export const mixGroups = {
  method: 'GET',
  url: '/courses/:courseId/groups',
  summary:
    'Groups for the next breakout or project, mixed so that most meet somebody new. Nothing is kept; no score or band of anybody is in it.',
  params: z.object({ courseId: Id }),
  query: z.object({
    size: z.coerce.number().int().min(2).max(12).default(4),
    /** Another number gives other groups, the same number the same. */
    again: z.coerce.number().int().min(0).max(999).default(0),
  }),
  response: z.object({
    /** Null: those who are to be kept apart cannot be in groups of this size, or no way was found. */
    groups: z
      .array(
        z.object({
          members: z.array(Named),
          /** Members who have been in touch with many. */
          connectors: z.array(z.string()),
          /** Pairs of members, and how many of them have not been in touch yet. */
          pairs: z.number(),
          newPairs: z.number(),
        }),
      )
      .nullable(),
    /** Learners who chose not to be part; they are in no group. */
    leftOut: z.number(),
  }),
} as const satisfies Endpoint;
