import { z } from 'zod';
import type { Endpoint } from './endpoint.ts';
import { AlertType, Channel } from './monday.ts';
import { Id, Instant } from './values.ts';

const Pair = z.object({ courseId: Id, personId: Id });

export const logContacts = {
  method: 'POST',
  url: '/contacts',
  summary: 'Notes that the reader reached out to people, one or many at once. What was written is not kept.',
  params: z.object({}),
  query: z.object({}),
  body: z.object({
    people: z.array(Pair).min(1).max(50),
    channel: Channel,
    /** Now, unless told; not in the future. */
    at: Instant.optional(),
    template: z.string().max(60).nullable().default(null),
    remark: z.string().trim().max(300).nullable().default(null),
  }),
  response: z.object({ contacts: z.array(z.object({ courseId: z.number(), contactId: z.number() })) }),
} as const satisfies Endpoint;

export const withdrawContacts = {
  method: 'POST',
  url: '/contacts/withdraw',
  summary: 'Takes back contacts the reader noted within a day; a message that was sent stays.',
  params: z.object({}),
  query: z.object({}),
  body: z.object({
    contacts: z
      .array(z.object({ courseId: Id, contactId: Id }))
      .min(1)
      .max(50),
  }),
  response: z.object({ withdrawn: z.number() }),
} as const satisfies Endpoint;

export const noteAnswer = {
  method: 'POST',
  url: '/courses/:courseId/contacts/:contactId/answered',
  summary: 'Says that the learner answered.',
  params: z.object({ courseId: Id, contactId: Id }),
  query: z.object({}),
  response: z.object({ done: z.literal(true) }),
} as const satisfies Endpoint;

export const moveAlert = {
  method: 'POST',
  url: '/courses/:courseId/learners/:personId/alerts/:type',
  summary: 'Puts an alert off, ends it, or says that it is no concern. The last two say why.',
  params: z.object({ courseId: Id, personId: Id, type: AlertType }),
  query: z.object({}),
  body: z.object({
    to: z.enum(['acted', 'closed', 'snoozed', 'dismissed']),
    /** snoozed: for so many weeks. */
    weeks: z.number().int().min(1).max(8).default(1),
    reason: z.string().trim().min(1).max(300).optional(),
  }),
  response: z.object({ stepId: z.number() }),
} as const satisfies Endpoint;

export const undoAlertStep = {
  method: 'POST',
  url: '/courses/:courseId/alert-steps/:stepId/undo',
  summary: 'Takes back the reader’s last step with an alert: it is where it was before.',
  params: z.object({ courseId: Id, stepId: Id }),
  query: z.object({}),
  response: z.object({ undone: z.literal(true) }),
} as const satisfies Endpoint;
