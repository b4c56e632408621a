import { z } from 'zod';
import type { Endpoint } from './endpoint.ts';
import { Pattern } from './monday.ts';
import { Day, Id, Instant } from './values.ts';

export const CloseReason = z.enum(['reached', 'resolved', 'elsewhere', 'declined', 'mistaken']);

const Words = z.string().trim().min(1).max(1000);

export const CaseFile = z.object({
  courseId: z.number(),
  caseId: z.number(),
  personId: z.number(),
  state: z.enum(['open', 'closed']),
  /** What it is about, in the words of who opened it. */
  concern: z.string(),
  /** Sentences about the week in which it was opened. */
  reasons: z.array(z.string()),
  /** What fired in that week. */
  patterns: z.array(Pattern),
  raisedBy: z.string().nullable(),
  raisedByMe: z.boolean(),
  raisedAt: Instant,
  owner: z.string().nullable(),
  ownedByMe: z.boolean(),
  dueOn: Day.nullable(),
  /** The day is over and the case is open. */
  overdue: z.boolean(),
  /** Null: it stays with the course. */
  handedOverAt: Instant.nullable(),
  closedAt: Instant.nullable(),
  closedBy: z.string().nullable(),
  closeReason: CloseReason.nullable(),
  messageBack: z.string().nullable(),
  /** The reader closed it within a day, and the message has not been read. */
  mayReopen: z.boolean(),
});

/** One case as student support sees it: enough to act, and nothing else of the course. */
export const SupportCase = CaseFile.extend({
  name: z.string(),
  course: z.string(),
  mail: z.string().nullable(),
  contacts: z.array(
    z.object({ at: Instant, channel: z.string(), by: z.string().nullable(), answered: z.boolean() }).extend({
      remark: z.string().nullable(),
    }),
  ),
});

const OneLearner = z.object({ courseId: Id, personId: Id });
const OneCase = z.object({ courseId: Id, caseId: Id });
const Done = z.object({ done: z.literal(true) });
const nothing = z.object({});

export const listCases = {
  method: 'GET',
  url: '/courses/:courseId/learners/:personId/cases',
  summary:
    'The cases of one learner of a course, open ones first, and whether there is student support to hand over to.',
  params: OneLearner,
  query: nothing,
  response: z.object({ cases: z.array(CaseFile), support: z.boolean() }),
} as const satisfies Endpoint;

export const openCase = {
  method: 'POST',
  url: '/courses/:courseId/learners/:personId/cases',
  summary: 'Opens a case, to take care of it oneself or to hand it over to student support at once.',
  params: OneLearner,
  query: nothing,
  body: z.object({ concern: Words, dueOn: Day.nullable().default(null), handOver: z.boolean().default(false) }),
  response: z.object({ caseId: z.number() }),
} as const satisfies Endpoint;

export const planCase = {
  method: 'POST',
  url: '/courses/:courseId/cases/:caseId/plan',
  summary: 'Sets until when something is to happen, and takes the case on oneself.',
  params: OneCase,
  query: nothing,
  body: z.object({ dueOn: Day.nullable().optional(), take: z.boolean().default(false) }),
  response: Done,
} as const satisfies Endpoint;

export const handOverCase = {
  method: 'POST',
  url: '/courses/:courseId/cases/:caseId/hand-over',
  summary: 'Hands an open case over to student support, who then see this learner and nobody else of the course.',
  params: OneCase,
  query: nothing,
  response: Done,
} as const satisfies Endpoint;

export const closeCase = {
  method: 'POST',
  url: '/courses/:courseId/cases/:caseId/close',
  summary: 'Closes a case with a reason and a message back to whoever opened it. Without either it is refused.',
  params: OneCase,
  query: nothing,
  body: z.object({ reason: CloseReason, message: Words }),
  response: Done,
} as const satisfies Endpoint;

export const reopenCase = {
  method: 'POST',
  url: '/courses/:courseId/cases/:caseId/reopen',
  summary: 'Takes back one’s own close within a day, as long as nobody has read the message.',
  params: OneCase,
  query: nothing,
  response: Done,
} as const satisfies Endpoint;

export const seeCaseMessage = {
  method: 'POST',
  url: '/courses/:courseId/cases/:caseId/seen',
  summary: 'Says that the message back on a case one opened has been read.',
  params: OneCase,
  query: nothing,
  response: Done,
} as const satisfies Endpoint;

export const listSupportCases = {
  method: 'GET',
  url: '/support/cases',
  summary:
    'The cases handed over to the reader as student support: open ones first, due first; closed ones for 30 days.',
  params: nothing,
  query: nothing,
  response: z.array(SupportCase),
} as const satisfies Endpoint;
