import { z } from 'zod';
import type { Endpoint } from './endpoint.ts';
import { AlertType } from './monday.ts';
import { StudentSubject, StudentText } from './student-text.ts';
import { Id } from './values.ts';

const OneLearner = z.object({ courseId: Id, personId: Id });

export const Draft = z.object({
  name: z.string(),
  course: z.string(),
  template: AlertType,
  /** True: the reader's own text stands where Kith's would. */
  own: z.boolean(),
  subject: z.string(),
  body: z.string(),
  /** The same with its placeholders, as it is kept. */
  raw: z.object({ subject: z.string(), body: z.string() }),
  /** Reasons, for the writer alone. */
  why: z.array(z.string()),
  /** `mail`: Kith can send it. Else why it can only be copied. */
  way: z.enum(['mail', 'no_server', 'no_address', 'no_name']),
  replyTo: z.string().nullable(),
});

export const getDraft = {
  method: 'GET',
  url: '/courses/:courseId/learners/:personId/draft',
  summary: 'A message to a learner to begin from, by the reason Kith names or the template asked for.',
  params: OneLearner,
  query: z.object({ template: AlertType.optional() }),
  response: Draft,
} as const satisfies Endpoint;

export const sendMessage = {
  method: 'POST',
  url: '/courses/:courseId/learners/:personId/messages',
  summary:
    'Sends a message that its writer has read and confirmed, and notes the contact. Words of scores are refused.',
  params: OneLearner,
  query: z.object({}),
  body: z.object({
    subject: StudentSubject,
    body: StudentText,
    template: AlertType,
    /** Somebody pressed "send" with this text before them. */
    confirmed: z.literal(true),
  }),
  response: z.object({ contactId: z.number() }),
} as const satisfies Endpoint;

export const keepTemplate = {
  method: 'POST',
  url: '/templates/:key',
  summary: 'Keeps the reader’s own text for a reason; an empty one gives Kith’s back. Words of scores are refused.',
  params: z.object({ key: AlertType }),
  query: z.object({}),
  body: z.union([z.object({ subject: StudentSubject, body: StudentText }), z.object({ reset: z.literal(true) })]),
  response: z.object({ kept: z.literal(true) }),
} as const satisfies Endpoint;
