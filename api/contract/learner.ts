import { z } from 'zod';
import type { Endpoint } from './endpoint.ts';
import { DeclarationKind } from './my-data.ts';
import { CourseHead } from './course.ts';
import {
  Band,
  Component,
  Confidence,
  Day,
  Id,
  Instant,
  Kind,
  Source,
  State,
  TieKind,
  Trend,
  Visibility,
  Week,
} from './values.ts';

export const Reason = z.object({
  component: Component,
  /** Points of the score, unrounded; the reasons sum to it. */
  contribution: z.number(),
  /** Points as printed: largest remainder, so the printed parts sum too. */
  points: z.number().int(),
  /** 0..1 */
  concern: z.number(),
  learnerValue: z.number(),
  usualValue: z.number().nullable(),
  /** How the usual came about; null: there is none. */
  usualBasis: z.enum(['median', 'at_most', 'at_least', 'fallback']).nullable(),
  /** Sentence, in the reader's language, that quotes the learner's number and the usual one. */
  sentence: z.string(),
  messageKey: z.string(),
  params: z.record(z.string(), z.number()),
});

export const Hidden = z.object({
  component: Component,
  weight: z.number(),
  sentence: z.string(),
  sources: z.array(z.object({ source: Source, visibility: Visibility })),
});

export const LearnerCard = z.object({
  personId: z.number(),
  name: z.string(),
  state: State,
  kind: Kind,
  score: z.number().nullable(),
  band: Band.nullable(),
  trend: Trend.nullable(),
  coverage: z.number().nullable(),
  confidence: Confidence.nullable(),
  /** "sure: medium, 3 of 4 sources" in numbers. */
  sourcesSeen: z.number(),
  sourcesConnected: z.number(),
  reasons: z.array(Reason),
  /** One sentence that says what would change this; null when nothing adds to the score. */
  wouldChange: z.string().nullable(),
  hidden: z.array(Hidden),
  provisional: z.boolean(),
});

export const listLearners = {
  method: 'GET',
  url: '/courses/:courseId/learners',
  summary: 'Every learner of one course-week with state, score and reasons. Highest score first, then by name.',
  params: z.object({ courseId: Id }),
  query: z.object({ week: Week.optional() }),
  response: z.object({ course: CourseHead, week: z.number().nullable(), learners: z.array(LearnerCard) }),
} as const satisfies Endpoint;

const LearnerParams = z.object({ courseId: Id, personId: Id });

export const LearnerWeekPoint = z.object({
  week: z.number(),
  weekStart: Day,
  state: State,
  score: z.number().nullable(),
  band: Band.nullable(),
  coverage: z.number().nullable(),
  definitionVersion: z.number(),
  activeDays: z.number().nullable(),
  posts: z.number(),
  sessions: z.number(),
});

export const LearnerTie = z.object({
  personId: z.number(),
  name: z.string(),
  staff: z.boolean(),
  /** Contact strength at the end of the week, reply equivalents. */
  received: z.number(),
  sent: z.number(),
  together: z.number(),
  kinds: z.array(z.object({ kind: TieKind, events: z.number() })),
  lastAt: Instant,
});

export const Signal = z.object({
  at: Instant,
  kind: z.enum([
    'post',
    'reply_received',
    'reaction',
    'session',
    'feedback',
    'group',
    'award',
    'enrolment',
    'pulse',
    'contact',
    'note',
    'case',
  ]),
  /** Sentence without the text of any post. */
  sentence: z.string(),
  title: z.string().nullable(),
  url: z.string().nullable(),
});

export const LearnerDetail = z.object({
  course: CourseHead,
  week: z.number(),
  asOf: Instant,
  learner: LearnerCard,
  weeks: z.array(LearnerWeekPoint),
  ties: z.array(LearnerTie),
  timeline: z.array(Signal),
  /** When somebody reached out, oldest first: the marks on the trend. */
  contacts: z.array(Instant),
  /** That they meet others where Kith does not look: what holds now, newest first. */
  declarations: z.array(z.object({ kind: DeclarationKind, from: Instant, to: Instant.nullable() })),
  visibility: z.array(z.object({ source: Source, visibility: Visibility, sentence: z.string() })),
  /** "you teach this course since 2026-09-14" */
  because: z.string(),
  compared: z.object({ basis: z.enum(['group', 'course', 'fallback']), learners: z.number() }).nullable(),
});

export const getLearner = {
  method: 'GET',
  url: '/courses/:courseId/learners/:personId',
  summary: 'One learner in one course-week: parts of the score, trend, ties, timeline, and what Kith cannot see.',
  params: LearnerParams,
  query: z.object({ week: Week.optional() }),
  response: LearnerDetail,
} as const satisfies Endpoint;

/** One post, session or other fact that was counted, or looked at and not counted, for a component. */
export const Evidence = z.object({
  kind: z.enum([
    'post',
    'reply',
    'reaction',
    'session',
    'breakout',
    'feedback',
    'group',
    'active_day',
    'pulse',
    'none',
  ]),
  at: Instant.nullable(),
  title: z.string().nullable(),
  url: z.string().nullable(),
  withPerson: z.object({ personId: z.number(), name: z.string() }).nullable(),
  /** What it adds, in the component's unit, after decay; null where it only counts as one. */
  adds: z.number().nullable(),
  counted: z.boolean(),
  /** Why it is counted or not, in words. */
  note: z.string(),
});

export const getEvidence = {
  method: 'GET',
  url: '/courses/:courseId/learners/:personId/evidence',
  summary: 'The very posts and sessions behind one component of a learner-week.',
  params: LearnerParams,
  query: z.object({ week: Week.optional(), component: Component }),
  response: z.object({
    name: z.string(),
    week: z.number(),
    /** The course's, in which `at` is read. */
    timezone: z.string(),
    component: Component,
    sentence: z.string(),
    formula: z.string(),
    evidence: z.array(Evidence),
    /** Why the reader may see this. */
    because: z.string(),
  }),
} as const satisfies Endpoint;
