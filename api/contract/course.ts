import { z } from 'zod';
import type { Endpoint } from './endpoint.ts';
import { Health, HealthPoint } from './health.ts';
import { Band, Day, Id, Instant, Notice, Source, State, Value, Week } from './values.ts';

const CourseParams = z.object({ courseId: Id });

export const CourseHead = z.object({
  courseId: z.number(),
  title: z.string(),
  code: z.string().nullable(),
  term: z.string().nullable(),
  programme: z.string().nullable(),
  startsOn: Day.nullable(),
  /** Its own last day, or else its term's. */
  endsOn: Day.nullable(),
  /** True: the day after its last one has begun. Alerts have stopped, bands are those of its last week. */
  ended: z.boolean(),
  timezone: z.string(),
  /** "assumed": from the first learner activity, changeable with `kith course set`. */
  datesBasis: z.enum(['set', 'roster', 'assumed', 'unknown']),
  url: z.string().nullable(),
  /** When the numbers were computed; null: never. */
  computedAt: Instant.nullable(),
  /** True: facts changed since. The page says that numbers are older than the data. */
  stale: z.boolean(),
  /** The last load of one of its sources is red and waits: the page says which. */
  redRun: z.object({ runId: z.number(), source: z.string(), message: z.string().nullable() }).nullable(),
});

export const Counts = z.object({
  learners: z.number(),
  byState: z.partialRecord(State, z.number()),
  byBand: z.partialRecord(Band, z.number()),
});

/** Of how many learners of the week the numbers are: who chose not to be part is in none of them. */
export const Included = z.object({ included: z.number(), of: z.number() });

export const CourseSummary = CourseHead.extend({
  /** Last closed week; null: none yet. */
  week: z.number().nullable(),
  weeks: z.number().nullable(),
  counts: Counts.nullable(),
  notices: z.array(Notice),
  /** Learner posts of the last 28 days that nobody answered for a week. */
  waitingPosts: z.number().nullable(),
});

export const listCourses = {
  method: 'GET',
  url: '/courses',
  summary: 'The courses the signed-in person may see, with the state of their last closed week.',
  params: z.object({}),
  query: z.object({}),
  response: z.array(CourseSummary),
} as const satisfies Endpoint;

/** One source of the course: how fresh, and how much of the class it shows. */
export const SourceState = z.object({
  source: Source,
  /** Names of the configured sources that feed it, for instance moodle:main. */
  from: z.array(z.string()),
  connected: z.boolean(),
  lastEventAt: Instant.nullable(),
  lastLoadAt: Instant.nullable(),
  /** Learners with any trace in it up to this week. */
  seenLearners: z.number(),
});

export const WeekPoint = z.object({
  week: z.number(),
  weekStart: Day,
  learners: z.number(),
  scored: z.number(),
  byBand: z.partialRecord(Band, z.number()),
  activeLearners: z.number().nullable(),
  posts: z.number().nullable(),
  health: HealthPoint,
  /** Of the score: where it changes, the weeks on both sides are not quite comparable. */
  definitionVersion: z.number(),
});

export const CourseIndicator = z.object({
  id: z.string(),
  title: z.string(),
  value: Value,
  unit: z.string(),
  /** Plain sentence with the number in it; says why where the value is null. */
  sentence: z.string(),
  better: z.enum(['higher', 'lower', 'neither']),
});

export const CourseWeek = z.object({
  course: CourseHead,
  week: z.number().nullable(),
  asOf: Instant.nullable(),
  weeks: z.array(WeekPoint),
  /** Of the week shown; null: no week, or everybody is in. */
  included: Included.nullable(),
  counts: Counts.nullable(),
  notices: z.array(Notice),
  sources: z.array(SourceState),
  indicators: z.array(CourseIndicator),
  /** Null: no week yet. */
  health: Health.nullable(),
  /** Usual values (tau) and mu of the course reference group. */
  usual: z.record(z.string(), z.number().nullable()),
  /** Why the reader may see this course, for instance "teacher of this course since 2026-09-14". */
  because: z.string(),
  /** Most active posters, where no staff is known: the reader marks who teaches. */
  busiestPosters: z.array(z.object({ personId: z.number(), name: z.string(), posts: z.number() })),
  /** Whether the reader may see named learners. */
  named: z.boolean(),
});

export const getCourseWeek = {
  method: 'GET',
  url: '/courses/:courseId',
  summary: 'One course-week: counts, course indicators, sources, notices. Without `week`, the last closed one.',
  params: CourseParams,
  query: z.object({ week: Week.optional() }),
  response: CourseWeek,
} as const satisfies Endpoint;

export const markStaff = {
  method: 'POST',
  url: '/courses/:courseId/staff',
  summary: 'Marks people as staff of a course whose source does not say who teaches.',
  params: CourseParams,
  query: z.object({}),
  body: z.object({ personIds: z.array(Id).min(1).max(50) }),
  response: z.object({ marked: z.number() }),
} as const satisfies Endpoint;

export const WaitingPost = z.object({
  postId: z.number(),
  title: z.string().nullable(),
  authorId: z.number().nullable(),
  author: z.string().nullable(),
  postedAt: Instant,
  /** Whole days without an answer, at the end of the week shown. */
  waitingDays: z.number(),
  firstPost: z.boolean(),
  url: z.string().nullable(),
});

export const listWaitingPosts = {
  method: 'GET',
  url: '/courses/:courseId/waiting',
  summary: 'Learner posts of the last 28 days that nobody has answered, oldest first.',
  params: CourseParams,
  query: z.object({ week: Week.optional() }),
  response: z.array(WaitingPost),
} as const satisfies Endpoint;
