import { z } from 'zod';
import type { Endpoint } from './endpoint.ts';
import { Id, Week } from './values.ts';

/** Feedback between classmates: given of what was assigned so far, received in four weeks. */
const Feedback = z.object({ given: z.number(), assigned: z.number(), received: z.number() });

export const GroupMember = Feedback.extend({
  personId: z.number(),
  name: z.string(),
  /** Work in the group's own place in four weeks. */
  contributions: z.number(),
});

export const WorkingGroup = Feedback.extend({
  /** Of the institution's own; null: it has none. */
  title: z.string().nullable(),
  /** Without who chose not to be part. */
  size: z.number(),
  members: z.array(GroupMember),
  contributions: z.number(),
  /** Members with a quarter or more of an equal share (S33). */
  takePart: z.number(),
  /** Share of the work done by whoever did most; null: there was none. */
  mostByOne: z.number().nullable(),
  /** Two members or more were at work: only then is anything said of the others. */
  atWork: z.boolean(),
  /** The group works without some of its members (C33). A hint about the group, and a finding about nobody. */
  uneven: z.boolean(),
});

export const listWorkingGroups = {
  method: 'GET',
  url: '/courses/:courseId/working-groups',
  summary: 'The groups of a course and how far their members take part in four weeks, by title.',
  params: z.object({ courseId: Id }),
  query: z.object({ week: Week.optional() }),
  response: z.object({
    /** False: no source shows work in groups, so that nothing can be said of it. */
    workSeen: z.boolean(),
    groups: z.array(WorkingGroup),
  }),
} as const satisfies Endpoint;
