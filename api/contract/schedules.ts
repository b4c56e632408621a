import { z } from 'zod';
import type { Endpoint } from './endpoint.ts';
import { Address, Id, Instant } from './values.ts';

/** When a source runs by itself. Both null: only when told. */
const When = z
  .object({
    everyMinutes: z
      .number()
      .int()
      .min(5)
      .max(7 * 24 * 60)
      .nullable(),
    /** In the zone of the institution. */
    dailyAt: z
      .string()
      .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
      .nullable(),
  })
  .refine(({ everyMinutes, dailyAt }) => everyMinutes === null || dailyAt === null, 'is one or the other');

const DateOrder = z.enum(['dmy', 'mdy', 'ymd', 'ydm']);

export const Schedule = z.object({
  sourceId: z.number(),
  source: z.string(),
  kind: z.enum(['pull', 'folder']),
  /** The address of the store, or the name of the folder. */
  place: z.string(),
  /** Null: whatever recognises a file. */
  connector: z.string().nullable(),
  /** Course of files that name none. */
  course: z.string().nullable(),
  /** How its files write dates that could be read two ways; null: such a file is refused. */
  dateOrder: DateOrder.nullable(),
  everyMinutes: z.number().nullable(),
  dailyAt: z.string().nullable(),
  paused: z.boolean(),
  /** Somebody told it to run, and it has not yet. */
  asked: z.boolean(),
  nextAt: Instant.nullable(),
  triedAt: Instant.nullable(),
  /** Files or statements of the last run; null: it never ran. */
  taken: z.number().nullable(),
  refused: z.number().nullable(),
  /** Files that were still changing. */
  waiting: z.number().nullable(),
  runId: z.number().nullable(),
  /** A load of the source waits for a steward. */
  held: z.boolean(),
  message: z.string().nullable(),
});

export const listSchedules = {
  method: 'GET',
  url: '/schedules',
  summary: 'Sources that run by themselves, how their last run went, and what another could be. For stewards.',
  params: z.object({}),
  query: z.object({}),
  response: z.object({
    schedules: z.array(Schedule),
    /** Zone of times of day. */
    timezone: z.string(),
    /** Short name of the institution: its part of the inbox. */
    institution: z.string(),
    /** Names of folders that can be watched; null: this Kith has no inbox. */
    folders: z.array(z.string()).nullable(),
    connectors: z.array(z.object({ id: z.string(), title: z.string() })),
    courses: z.array(z.object({ courseId: z.number(), title: z.string() })),
  }),
} as const satisfies Endpoint;

const Common = { source: z.string().trim().min(1).max(100), when: When };

export const NewSchedule = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('folder'),
    ...Common,
    /** One of those that are listed: never a path. */
    folder: z.string().min(1).max(100),
    connector: z.string().max(60).nullable().default(null),
    courseId: z.number().int().positive().nullable().default(null),
    dateOrder: DateOrder.nullable().default(null),
  }),
  z.object({
    kind: z.literal('pull'),
    ...Common,
    url: Address,
    /** A name: Basic. None, but a secret: Bearer. Neither: no credential. */
    user: z.string().max(200).nullable().default(null),
    secret: z.string().max(2000).nullable().default(null),
  }),
]);

export const addSchedule = {
  method: 'POST',
  url: '/schedules',
  summary: 'Has a folder of the inbox watched, or a store fetched from; the secret is kept encrypted. For stewards.',
  params: z.object({}),
  query: z.object({}),
  body: NewSchedule,
  response: z.object({ sourceId: z.number() }),
} as const satisfies Endpoint;

export const steerSchedule = {
  method: 'POST',
  url: '/schedules/:sourceId',
  summary:
    'Pauses, resumes, runs now, sets the time or the order of dates of, or removes what a source does by itself. For stewards.',
  params: z.object({ sourceId: Id }),
  query: z.object({}),
  body: z.discriminatedUnion('deed', [
    z.object({ deed: z.enum(['pause', 'resume', 'run', 'remove']) }),
    z.object({ deed: z.literal('set'), when: When }),
    z.object({ deed: z.literal('dates'), dateOrder: DateOrder.nullable() }),
  ]),
  response: z.object({ done: z.literal(true) }),
} as const satisfies Endpoint;
