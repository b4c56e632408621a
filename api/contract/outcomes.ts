import { z } from 'zod';
import type { Endpoint } from './endpoint.ts';
import { Channel } from './monday.ts';
import { Id, Instant } from './values.ts';

/** `too_few`: too few contacts or similar learners, or nearly all were contacted. */
export const Verdict = z.enum(['said', 'too_few']);

/** One window of one contact. Changes are in effective peers. */
export const OutcomeWindow = z.object({
  weeks: z.number(),
  /** waits: the week has not closed; unknown: it has, and there is no value; known. */
  state: z.enum(['waits', 'unknown', 'known']),
  dueWeek: z.number().nullable(),
  baseline: z.number().nullable(),
  value: z.number().nullable(),
  verdict: Verdict.nullable(),
  /** What similar learners of the same course-week, who were left out, changed by. */
  usualChange: z.number().nullable(),
  compared: z.number().nullable(),
  difference: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
});

export const ContactMade = z.object({
  contactId: z.number(),
  at: Instant,
  channel: Channel,
  by: z.string().nullable(),
  mine: z.boolean(),
  remark: z.string().nullable(),
  answeredAt: Instant.nullable(),
  windows: z.array(OutcomeWindow),
});

export const listContacts = {
  method: 'GET',
  url: '/courses/:courseId/learners/:personId/contacts',
  summary:
    'Who reached out to a learner, newest first, and what became of the primary outcome after two and four weeks.',
  params: z.object({ courseId: Id, personId: Id }),
  query: z.object({}),
  response: z.array(ContactMade),
} as const satisfies Endpoint;

export const Effect = z.object({
  /** Empty: all contacts of the course. */
  template: z.string(),
  weeks: z.number(),
  verdict: Verdict,
  contacts: z.number(),
  matched: z.number(),
  learners: z.number(),
  others: z.number(),
  changeBefore: z.number().nullable(),
  usualChange: z.number().nullable(),
  difference: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
});

export const listEffects = {
  method: 'GET',
  url: '/courses/:courseId/effects',
  summary: 'Did it help: contacts of a course beside similar learners whom the budget left out, pooled and by text.',
  params: z.object({ courseId: Id }),
  query: z.object({}),
  response: z.array(Effect),
} as const satisfies Endpoint;
