import { z } from 'zod';
import type { Endpoint } from './endpoint.ts';

export const listOldNumbers = {
  method: 'GET',
  url: '/old-numbers',
  summary: 'Courses of the reader whose numbers are older than their data, or of which a load is held back.',
  params: z.object({}),
  query: z.object({ courseId: z.coerce.number().int().positive().optional() }),
  response: z.array(
    z.object({
      courseId: z.number(),
      title: z.string(),
      /** Facts changed since it was computed. */
      stale: z.boolean(),
      /** Source of the newest load that is held back; null: none is. */
      heldSource: z.string().nullable(),
    }),
  ),
} as const satisfies Endpoint;
