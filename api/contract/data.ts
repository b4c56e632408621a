import { z } from 'zod';
import type { Endpoint } from './endpoint.ts';
import { Id, Instant } from './values.ts';

export const RunState = z.enum(['loading', 'staged', 'visible', 'dropped', 'failed', 'dry_run']);

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
});

export const listRejects = {
  method: 'GET',
  url: '/runs/:runId/rejects',
  summary: 'The refused rows of a load: file, line, code and one sentence. For stewards.',
  params: z.object({ runId: Id }),
  query: z.object({
    code: z.string().optional(),
    after: z.coerce.number().int().min(0).default(0),
    limit: z.coerce.number().int().min(1).max(1000).default(200),
  }),
  response: z.object({ total: z.number(), rejects: z.array(Reject) }),
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
});

export const listSources = {
  method: 'GET',
  url: '/sources',
  summary: 'Configured sources with their last load.',
  params: z.object({}),
  query: z.object({}),
  response: z.array(SourceSummary),
} as const satisfies Endpoint;
