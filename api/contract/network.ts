import { z } from 'zod';
import { Included } from './course.ts';
import type { Endpoint } from './endpoint.ts';
import { Band, Id, TieKind, Week } from './values.ts';

export const NetworkNode = z.object({
  personId: z.number(),
  name: z.string(),
  staff: z.boolean(),
  /** Distinct peers in 42 days: the node's size. Never the score. */
  peers: z.number(),
  /** Drawn in the row of their own below, and listed by name. */
  isolate: z.boolean(),
  band: Band.nullable(),
  /** -1..1, kept still from week to week. */
  x: z.number(),
  y: z.number(),
  /** Circle of three or more (C09), from 1, the largest first; null: in none, or the class is too small for circles. */
  circle: z.number().nullable(),
  /** Among the five people through whom most of the shortest ways between others lead (S17). Neither good nor bad. */
  bridge: z.boolean(),
});

export const NetworkEdge = z.object({
  source: z.number(),
  target: z.number(),
  directed: z.boolean(),
  kind: TieKind,
  /** Decayed strength, reply equivalents. */
  strength: z.number(),
  events: z.number(),
  /** Days between the last event and the end of the week. */
  ageDays: z.number(),
});

/** As a space is tagged. What nobody tagged is neither. */
export const Talk = z.enum(['academic', 'informal']);

export const getNetwork = {
  method: 'GET',
  url: '/courses/:courseId/network',
  summary: 'Who was in touch with whom in the 42 days before the end of the week.',
  params: z.object({ courseId: Id }),
  query: z.object({
    week: Week.optional(),
    /** Comma-separated tie kinds; all when absent. */
    kinds: z.string().optional(),
    staff: z.enum(['true', 'false']).optional(),
    /** Only ties from posts in spaces of this kind, as the source or the staff tagged them (G10); all when absent. */
    talk: Talk.optional(),
  }),
  response: z.object({
    week: z.number(),
    nodes: z.array(NetworkNode),
    edges: z.array(NetworkEdge),
    /** Every kind that ties two people of this week, whatever `kinds` asks for: what the page offers as a filter. */
    kinds: z.array(z.object({ kind: TieKind, ties: z.number() })),
    /** Kinds of space in which people of this week turned to each other by a post: what the page offers to tell apart. */
    talks: z.array(Talk),
    /** Null: everybody is in. */
    included: Included.nullable(),
    /** One sentence that says what the picture shows. */
    caption: z.string(),
  }),
} as const satisfies Endpoint;
