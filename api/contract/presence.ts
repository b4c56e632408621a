import { z } from 'zod';
import type { Endpoint } from './endpoint.ts';
import { Day, Id, RosterState, Week } from './values.ts';

/** By roster state, then name; by name; or who has been away longest first. */
export const PresenceOrder = z.enum(['state', 'name', 'quiet']);

/** Sessions of one week: came to, held within reach, excused from. Else why there is nothing to say. */
export const SessionCell = z.union([
  z.tuple([z.number(), z.number(), z.number()]),
  z.enum(['none_held', 'not_known', 'not_enrolled']),
]);

/** Active days or posts of one week; 0 is known to be none. */
export const ActivityCell = z.union([z.number(), z.enum(['not_known', 'not_enrolled'])]);

export const LearnerPresence = z.object({
  personId: z.number(),
  name: z.string(),
  rosterState: RosterState,
  /** One a week, oldest first. */
  sessions: z.array(SessionCell),
  activity: z.array(ActivityCell),
});

export const listPresence = {
  method: 'GET',
  url: '/courses/:courseId/presence',
  summary:
    'Who came to the sessions held and who was active, by learner and week: the weeks up to `week`, the last closed one if absent.',
  params: z.object({ courseId: Id }),
  query: z.object({
    week: Week.optional(),
    order: PresenceOrder.default('state'),
    state: RosterState.optional(),
    /** How many learners to pass over: sixty are told at a time. */
    skip: z.coerce.number().int().min(0).max(100_000).default(0),
  }),
  response: z.object({
    /** Oldest first; the last is the week asked for. */
    weeks: z.array(z.object({ week: z.number(), weekStart: Day })),
    /** False: no source says who came. */
    attendance: z.boolean(),
    /** What stands for activity: days with any trace or, where no log is connected, posts. Null: neither is seen. */
    activity: z.enum(['days', 'posts']).nullable(),
    /** Of the last week and of all learners: came to a session, of those a session was held for; here, of those who can be seen. */
    now: z.object({ came: z.number(), asked: z.number(), here: z.number(), seen: z.number() }),
    /** Learners by roster state, of all. */
    byState: z.partialRecord(RosterState, z.number()),
    /** How many the filter leaves. */
    total: z.number(),
    learners: z.array(LearnerPresence),
  }),
} as const satisfies Endpoint;
