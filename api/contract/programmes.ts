import { z } from 'zod';
import type { Endpoint } from './endpoint.ts';
import { Health, HealthPoint } from './health.ts';
import { Day } from './values.ts';

/** Health of one week for a small picture. */
const Point = z.object({
  week: z.number(),
  /** Monday. */
  weekStart: Day,
  health: HealthPoint,
});

/** A node of the organisation tree in its last week, from the learners and posts of all its courses. */
export const Programme = z.object({
  /** 0: the whole institution. */
  unitId: z.number(),
  title: z.string(),
  kind: z.string(),
  /** Steps below the first node that the reader may see. */
  depth: z.number(),
  weekStart: Day,
  courses: z.number(),
  /** Enrolments: who takes two courses counts in both. Null: too few to say. */
  learners: z.number().nullable(),
  /** Of those with a score, how many may be unconnected, 0..1. Null: too few to say. */
  mayShare: z.number().nullable(),
  health: Health,
});

export const listProgrammes = {
  method: 'GET',
  url: '/programmes',
  summary: 'The parts of the institution whose every course the reader may see the aggregates of, in their last week.',
  params: z.object({}),
  query: z.object({}),
  response: z.array(Programme),
} as const satisfies Endpoint;

export const ProgrammeCourse = z.object({
  courseId: z.number(),
  title: z.string(),
  term: z.string().nullable(),
  ended: z.boolean(),
  /** Last closed week of the course. */
  week: z.number(),
  /** Null: too few to say. */
  learners: z.number().nullable(),
  /** Without what is about those who teach. */
  health: Health,
  weeks: z.array(Point),
});

/** What regions or time zones differ by. Shares 0..1 to whole per cent with 95 % intervals, people to the nearest five. */
export const ProgrammeDivision = z.object({
  division: z.enum(['region', 'timeZone']),
  /** By name, each of ten learners or more whose attendance is known. */
  cells: z.array(
    z.object({ name: z.string(), people: z.number(), attendance: z.number(), low: z.number(), high: z.number() }),
  ),
  /** Whether there are others: few, or left out to protect what is few. */
  leftOut: z.boolean(),
  /** Learners of whom nobody says where they are. Null: too few to say. */
  unknown: z.number().nullable(),
  /** Between those that come most and least often; the interval holds for all pairs. */
  gap: z
    .object({ most: z.string(), least: z.string(), difference: z.number(), low: z.number(), high: z.number() })
    .nullable(),
  /** -1..1: 0 is at random, 1 is each to itself. */
  mixing: z.object({ r: z.number(), low: z.number(), high: z.number() }).nullable(),
});

export const getProgramme = {
  method: 'GET',
  url: '/programmes/:unitId',
  summary: 'One part of the institution: its weeks, its courses side by side, and what lies below it.',
  params: z.object({ unitId: z.coerce.number().int().min(0) }),
  query: z.object({}),
  response: z.object({
    programme: Programme,
    weeks: z.array(Point),
    /** Lowest and highest index of its courses. */
    spread: z.object({ courses: z.number(), lowest: z.number(), highest: z.number() }).nullable(),
    below: z.array(Programme),
    courses: z.array(ProgrammeCourse),
    /** Only those of which the institution says where learners are. */
    divisions: z.array(ProgrammeDivision),
    /** Courses with an index in both of the last two calendar weeks, and in how many of them it fell. */
    dip: z.object({ fell: z.number(), known: z.number() }),
    /** Whether an order by health says no more than is known: no two intervals overlap. */
    ranking: z.boolean(),
  }),
} as const satisfies Endpoint;
