import { z } from 'zod';
import { WaitingPost } from './course.ts';
import type { Endpoint } from './endpoint.ts';
import { LearnerCard } from './learner.ts';
import { Day, Id, Instant } from './values.ts';

export const Pattern = z.enum([
  'told_us',
  'never_started',
  'gone_quiet',
  'posts_unanswered',
  'staff_only',
  'one_partner',
  'silent_observer',
  'outside_own_group',
]);
export const AlertType = z.union([Pattern, z.literal('band')]);
export const Channel = z.enum(['mail', 'platform', 'forum', 'call', 'meeting', 'other']);

export const LastContact = z.object({
  contactId: z.number(),
  at: Instant,
  channel: Channel,
  by: z.string().nullable(),
  answered: z.boolean(),
  remark: z.string().nullable(),
});

export const MondayPerson = z.object({
  courseId: z.number(),
  personId: z.number(),
  course: z.string(),
  week: z.number(),
  type: AlertType,
  patterns: z.array(Pattern),
  /** Weeks since the list has named them and nobody acted. */
  waitedWeeks: z.number(),
  /** Not on the reader's page before. */
  fresh: z.boolean(),
  /** Beyond what the course's budget lists this week: next in line. */
  queued: z.boolean(),
  /** Whether Kith knows an address it could write to. */
  canMail: z.boolean(),
  lastContact: LastContact.nullable(),
  card: LearnerCard,
});

export const MondayPost = WaitingPost.extend({
  courseId: z.number(),
  course: z.string(),
  /** Whole hours since it was written. */
  waitingHours: z.number(),
});

export const GoodNews = z.object({
  kind: z.enum(['reconnected', 'connector', 'helpful', 'award']),
  courseId: z.number(),
  course: z.string(),
  personId: z.number(),
  name: z.string(),
  /** reconnected: classmates who turned to them; connector: classmates in touch; helpful: replies given. */
  count: z.number().nullable(),
  /** Title of the award. */
  title: z.string().nullable(),
  /** reconnected: somebody reached out to them in the weeks before. */
  afterContact: z.boolean(),
});

export const ReportedPost = z.object({
  postId: z.number(),
  courseId: z.number(),
  course: z.string(),
  title: z.string().nullable(),
  url: z.string().nullable(),
  reports: z.number(),
  lastAt: Instant,
});

export const Monday = z.object({
  courses: z.array(
    z.object({
      courseId: z.number(),
      title: z.string(),
      week: z.number().nullable(),
      learners: z.number(),
      computedAt: Instant.nullable(),
      stale: z.boolean(),
      /** Whether there is student support to hand a case over to. */
      support: z.boolean(),
    }),
  ),
  /** At most ten. */
  people: z.array(MondayPerson),
  /** Everybody who waits behind them, in order. */
  more: z.array(MondayPerson),
  /** It is the course, not the students: share of learners who may be unconnected. Worst first. */
  notices: z.array(z.object({ courseId: z.number(), course: z.string(), week: z.number(), share: z.number() })),
  waiting: z.array(MondayPost),
  newcomers: z.array(MondayPost),
  reported: z.array(ReportedPost),
  goodNews: z.array(GoodNews),
  /** Did it help: what can be said of the courses' contacts after four weeks. */
  helped: z.array(
    z.object({
      courseId: z.number(),
      course: z.string(),
      verdict: z.enum(['said', 'too_few']),
      contacts: z.number(),
      difference: z.number().nullable(),
      low: z.number().nullable(),
      high: z.number().nullable(),
    }),
  ),
  /** Open cases that the reader opened or has, due first. */
  cases: z.array(
    z.object({
      courseId: z.number(),
      caseId: z.number(),
      personId: z.number(),
      name: z.string(),
      course: z.string(),
      dueOn: Day.nullable(),
      overdue: z.boolean(),
      /** Student support has it. */
      handedOver: z.boolean(),
    }),
  ),
  /** Messages back on cases the reader raised, not yet seen. */
  messages: z.array(
    z.object({
      courseId: z.number(),
      caseId: z.number(),
      personId: z.number(),
      name: z.string(),
      message: z.string(),
      closedAt: Instant,
    }),
  ),
});

export const getMonday = {
  method: 'GET',
  url: '/monday',
  summary: 'Whom to reach out to this week across the reader’s courses, what waits for an answer, and good news.',
  params: z.object({}),
  query: z.object({ course: Id.optional(), pattern: AlertType.optional() }),
  response: Monday,
} as const satisfies Endpoint;
