import { z } from 'zod';
import type { Endpoint } from './endpoint.ts';
import { Id, Instant } from './values.ts';

export const RunState = z.enum(['loading', 'cut_off', 'staged', 'visible', 'dropped', 'failed', 'dry_run']);

export const Run = z.object({
  runId: z.number(),
  source: z.string(),
  connector: z.string(),
  mode: z.enum(['full', 'delta', 'event']),
  state: RunState,
  files: z.array(z.object({ name: z.string(), bytes: z.number().nullable() })),
  read: z.number(),
  new: z.number(),
  changed: z.number(),
  unchanged: z.number(),
  skipped: z.number(),
  rejected: z.number(),
  deleted: z.number(),
  message: z.string().nullable(),
  /** What a steward said about it while it waits. */
  decision: z.enum(['accept', 'drop']).nullable(),
  startedAt: Instant,
  finishedAt: Instant.nullable(),
});

export const listRuns = {
  method: 'GET',
  url: '/runs',
  summary: 'Every load, newest first.',
  params: z.object({}),
  query: z.object({ limit: z.coerce.number().int().min(1).max(200).default(50) }),
  response: z.array(Run),
} as const satisfies Endpoint;

export const RunDetail = Run.extend({
  skippedReasons: z.array(z.object({ reason: z.string(), count: z.number() })),
  /** Load whose refused rows it loads, mended. */
  mendsRunId: z.number().nullable(),
  /** Refused rows that were mended and taken since. */
  mendedRows: z.number(),
  rejectCodes: z.array(z.object({ code: z.string(), count: z.number() })),
});

export const getRun = {
  method: 'GET',
  url: '/runs/:runId',
  summary: 'One load with the reasons of skipped and refused rows.',
  params: z.object({ runId: Id }),
  query: z.object({}),
  response: RunDetail,
} as const satisfies Endpoint;

export const Reject = z.object({
  rejectNo: z.number(),
  file: z.string(),
  line: z.number(),
  code: z.string(),
  field: z.string().nullable(),
  message: z.string(),
  /** What its code means and what to do, in the reader's language; null: the message says it in theirs. */
  meaning: z.object({ means: z.string(), next: z.string() }).nullable(),
  /** A mended one waits to be loaded, or the load that took it. */
  mended: z.enum(['no', 'waits', 'taken']),
  mendedRunId: z.number().nullable(),
});

export const listRejects = {
  method: 'GET',
  url: '/runs/:runId/rejects',
  summary: 'The refused rows of a load: file, line, code and one sentence. For stewards.',
  params: z.object({ runId: Id }),
  query: z.object({
    code: z.string().optional(),
    /** `open`: those that nobody mended yet. */
    only: z.enum(['open', 'mended']).optional(),
    /** Words in the file, the field or the sentence. */
    search: z.string().max(200).optional(),
    after: z.coerce.number().int().min(0).default(0),
    limit: z.coerce.number().int().min(1).max(1000).default(200),
  }),
  response: z.object({ total: z.number(), rejects: z.array(Reject) }),
} as const satisfies Endpoint;

/** Text, not JSON: file, line, code, field, message and the row as it was read. */
export const downloadRejects = {
  method: 'GET',
  url: '/runs/:runId/rejects.csv',
  summary: 'The refused rows of a load as CSV, with the rows themselves, to be mended. For stewards.',
  params: z.object({ runId: Id }),
  query: z.object({ code: z.string().optional() }),
  response: z.string(),
} as const satisfies Endpoint;

/** The body is the downloaded CSV, mended, as application/octet-stream. */
export const mendRejects = {
  method: 'POST',
  url: '/runs/:runId/mended',
  summary: 'Brings refused rows back, mended; only those are loaded. For stewards.',
  params: z.object({ runId: Id }),
  query: z.object({}),
  /** Rows that will be loaded: those that differ from what was refused. */
  response: z.object({ loading: z.number() }),
} as const satisfies Endpoint;

export const decideRun = {
  method: 'POST',
  url: '/runs/:runId/decision',
  summary: 'Takes or drops a load that waits; the worker does it. For stewards.',
  params: z.object({ runId: Id }),
  query: z.object({}),
  body: z.object({ decision: z.enum(['accept', 'drop']) }),
  response: z.object({ decided: z.literal(true) }),
} as const satisfies Endpoint;

export const listCourseSources = {
  method: 'GET',
  url: '/course-sources',
  summary: 'How fresh every course is in every source, and how much of the class it shows. For stewards.',
  params: z.object({}),
  query: z.object({}),
  response: z.array(
    z.object({
      courseId: z.number(),
      course: z.string(),
      sourceId: z.number(),
      source: z.string(),
      runId: z.number(),
      lastLoadAt: Instant,
      newestAt: Instant.nullable(),
      /** Facts changed since the course was computed. */
      stale: z.boolean(),
      /** Learners of the last computed week; null: not computed yet. */
      learners: z.number().nullable(),
      /** Learners with a trace, by kind of source; null: not computed yet. */
      seen: z.record(z.string(), z.number()).nullable(),
    }),
  ),
} as const satisfies Endpoint;

export const SourceSummary = z.object({
  sourceId: z.number(),
  name: z.string(),
  connector: z.string(),
  timezone: z.string().nullable(),
  lastRunAt: Instant.nullable(),
  lastRunState: RunState.nullable(),
  lastEventAt: Instant.nullable(),
  courses: z.number(),
  /** Rows of its last visible loads, the oldest first. */
  volume: z.array(z.number()),
});

export const listSources = {
  method: 'GET',
  url: '/sources',
  summary: 'Configured sources with their last load.',
  params: z.object({}),
  query: z.object({}),
  response: z.array(SourceSummary),
} as const satisfies Endpoint;
