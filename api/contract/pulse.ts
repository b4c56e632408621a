import { z } from 'zod';
import type { Endpoint } from './endpoint.ts';
import { Id, Instant } from './values.ts';

/** The four facets: connection, ownership, affiliation, safety; by the names their answers are kept under. */
export const PulseItem = z.enum(['connected', 'mine', 'someone_to_ask', 'can_say']);

/** Means of 1 to 5, to one place. An item that fewer than 5 answered without a name is null. */
export const PulseFigures = z.object({
  answered: z.number(),
  belonging: z.number(),
  items: z.partialRecord(PulseItem, z.number().nullable()),
});

export const PulseRound = z.object({
  roundId: z.number(),
  openedAt: Instant,
  closesAt: Instant,
  invited: z.number(),
  byMail: z.boolean(),
  open: z.boolean(),
  /** Null: it is open, or fewer than 5 answered without a name. */
  figures: PulseFigures.nullable(),
});

/** An answer whose learner ticked that their instructors may see it. */
export const NamedAnswer = z.object({
  personId: z.number(),
  name: z.string(),
  at: Instant,
  belonging: z.number(),
  items: z.partialRecord(PulseItem, z.number()),
});

const OneCourse = z.object({ courseId: Id });
const OneLink = z.object({ link: z.string().min(1).max(300) });
const Said = z.number().int().min(1).max(5).nullable().default(null);

export const getCoursePulse = {
  method: 'GET',
  url: '/courses/:courseId/pulse',
  summary:
    'Rounds of the belonging pulse with their figures, newest first; answers with a name only for who teaches, and only where the learner ticked so.',
  params: OneCourse,
  query: z.object({}),
  response: z.object({
    mayOpen: z.boolean(),
    /** Whether invitations can go by mail. */
    mail: z.boolean(),
    rounds: z.array(PulseRound),
    /** Newest first, of the last 35 days. */
    named: z.array(NamedAnswer),
  }),
} as const satisfies Endpoint;

export const openPulse = {
  method: 'POST',
  url: '/courses/:courseId/pulse',
  summary: 'Opens a round for some days and invites the learners of the course. Instructors and leads.',
  params: OneCourse,
  query: z.object({}),
  body: z.object({ days: z.number().int().min(3).max(14).default(7), byMail: z.boolean().default(false) }),
  response: z.object({ opened: z.literal(true) }),
} as const satisfies Endpoint;

export const listInvitations = {
  method: 'GET',
  url: '/pulse',
  summary: 'What the reader is asked at the moment, each with their own one-time link.',
  params: z.object({}),
  query: z.object({}),
  response: z.array(z.object({ course: z.string(), closesAt: Instant, link: z.string() })),
} as const satisfies Endpoint;

export const getInvitation = {
  method: 'GET',
  url: '/pulse/:link',
  summary: 'What a link asks, and whether it still works. Looking does not use it up, and nobody signs in.',
  params: OneLink,
  query: z.object({}),
  response: z.object({ course: z.string(), closesAt: Instant, state: z.enum(['open', 'used', 'over']) }),
} as const satisfies Endpoint;

export const answerPulse = {
  method: 'POST',
  url: '/pulse/:link',
  summary: 'Answers, once. Without a name, unless the learner ticks that their instructors may see it.',
  params: OneLink,
  query: z.object({}),
  body: z.object({ connected: Said, mine: Said, someone_to_ask: Said, can_say: Said, named: z.boolean() }),
  response: z.object({ outcome: z.enum(['taken', 'used', 'over', 'empty', 'no_name']) }),
} as const satisfies Endpoint;
