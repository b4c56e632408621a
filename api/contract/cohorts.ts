import { z } from 'zod';
import type { Endpoint } from './endpoint.ts';
import { Day, Id, Instant } from './values.ts';

/** Conditions that all hold. What is not here cannot be asked. */
export const CohortRule = z.strictObject({
  termId: z.number().int().positive().optional(),
  unitId: z.number().int().positive().optional(),
  courseId: z.number().int().positive().optional(),
  /** Monday of the week in which the course started. */
  startWeek: Day.refine((day) => new Date(`${day}T00:00:00Z`).getUTCDay() === 1, 'must be a Monday').optional(),
  group: z.string().trim().min(1).max(200).optional(),
});

/** By course week; shares 0..1 to whole per cent with a pointwise 95 % interval, people to the nearest five. */
export const CohortCurve = z.object({
  people: z.number(),
  points: z.array(
    z.object({
      week: z.number(),
      share: z.number(),
      low: z.number().nullable(),
      high: z.number().nullable(),
      atRisk: z.number(),
    }),
  ),
  /** It goes on after the last point, with too few people or changes to be told. */
  cut: z.boolean(),
});

/** Indicators of a cohort in one week of its courses, from the learners and posts of all of them. */
export const CohortWeek = z.object({
  week: z.number(),
  /** To the nearest five. */
  people: z.number(),
  /** By indicator. Null: not known; suppressed: it is, and would tell of few. */
  values: z.record(z.string(), z.union([z.number(), z.literal('suppressed'), z.null()])),
});

/** A number that is told of cohorts. */
export const CohortIndicator = z.object({
  id: z.string(),
  title: z.string(),
  unit: z.string(),
  better: z.enum(['higher', 'lower', 'neither']),
});

export const CohortFigures = z.object({
  people: z.number().nullable(),
  courses: z.number(),
  retention: CohortCurve.nullable(),
  reconnection: CohortCurve.nullable(),
  /** People to the nearest five; null: fewer than five, and not none. */
  changes: z.array(z.object({ day: Day, joined: z.number().nullable(), left: z.number().nullable() })),
  /** Who came and went, in spans of days in which ten or more did for one reason; people to the nearest five. */
  history: z.array(
    z.object({
      from: Day,
      to: Day,
      reason: z.enum(['first', 'joined', 'left_course', 'rule']),
      people: z.number(),
    }),
  ),
  /** By course week. Absent: its courses are being counted. */
  weeks: z.array(CohortWeek).optional(),
});

export const Cohort = z.object({
  cohortId: z.number(),
  title: z.string(),
  /** Null: by list. */
  rule: CohortRule.nullable(),
  createdAt: Instant,
  countedAt: Instant.nullable(),
  state: z.enum(['waiting', 'shown', 'few', 'too_close']),
  figures: CohortFigures.nullable(),
});

const Choice = z.object({ id: z.number(), title: z.string() });

export const listCohorts = {
  method: 'GET',
  url: '/cohorts',
  summary: 'Cohorts the reader saved, oldest first, and what rules may be made of. Leads and researchers.',
  params: z.object({}),
  query: z.object({}),
  response: z.object({
    cohorts: z.array(Cohort),
    /** What is told by course week, by title. */
    indicators: z.array(CohortIndicator),
    terms: z.array(Choice),
    units: z.array(Choice),
    courses: z.array(Choice),
    startWeeks: z.array(Day),
  }),
} as const satisfies Endpoint;

export const saveCohort = {
  method: 'POST',
  url: '/cohorts',
  summary: 'Saves a cohort by rule, or by a list of addresses or keys. Who of a list was found is not told.',
  params: z.object({}),
  query: z.object({}),
  body: z
    .object({
      title: z.string().trim().min(1).max(120),
      rule: CohortRule.nullable().default(null),
      list: z.array(z.string().trim().min(1).max(254)).min(10).max(5000).nullable().default(null),
    })
    .refine(({ rule, list }) => (rule === null) !== (list === null), 'needs a rule or a list'),
  response: z.object({ cohortId: z.number() }),
} as const satisfies Endpoint;

export const endCohort = {
  method: 'POST',
  url: '/cohorts/:cohortId/end',
  summary: 'Puts a cohort away.',
  params: z.object({ cohortId: Id }),
  query: z.object({}),
  response: z.object({ done: z.literal(true) }),
} as const satisfies Endpoint;
