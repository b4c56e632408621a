import { z } from 'zod';
import type { Endpoint } from './endpoint.ts';
import { Day, Id, Instant } from './values.ts';

export const LogEntry = z.object({
  logId: z.number(),
  at: Instant,
  personId: z.number(),
  name: z.string(),
  action: z.string(),
  courseId: z.number().nullable(),
  course: z.string().nullable(),
  /** Ids of the people whose data was shown. */
  subjects: z.array(z.number()),
  reason: z.string(),
});

export const readAccessLog = {
  method: 'GET',
  url: '/access-log',
  summary: 'Who looked at whom and why, newest first. For stewards; that it was read is itself logged.',
  params: z.object({}),
  query: z.object({
    /** Verified address of whoever looked. */
    reader: z.string().max(254).optional(),
    day: Day.optional(),
    before: Id.optional(),
    limit: z.coerce.number().int().min(1).max(500).default(100),
  }),
  response: z.array(LogEntry),
} as const satisfies Endpoint;

export const extractAccessLog = {
  method: 'GET',
  url: '/access-log/extract',
  summary: 'Everything that was looked at of one learner, for that learner: other people shown beside are left out.',
  params: z.object({}),
  query: z.object({ learner: z.string().min(3).max(254) }),
  response: z.object({ learner: z.string(), madeAt: Instant, entries: z.array(LogEntry) }),
} as const satisfies Endpoint;

export const getLogSeals = {
  method: 'GET',
  url: '/access-log/seals',
  summary: 'How far the access log is sealed, and every hour that is no longer what was sealed. For stewards.',
  params: z.object({}),
  query: z.object({}),
  response: z.object({
    /** Null: nothing is sealed yet. */
    sealedUntil: Instant.nullable(),
    seals: z.number(),
    /** SHA-256 of the last seal, in hex: noted elsewhere, it shows later that nobody replaced them all. */
    digest: z.string().nullable(),
    broken: z.array(z.object({ hour: Instant, sealedRows: z.number(), foundRows: z.number() })),
  }),
} as const satisfies Endpoint;
