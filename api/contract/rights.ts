import { z } from 'zod';
import type { Endpoint } from './endpoint.ts';
import { OwnRequest } from './my-data.ts';
import { Id, Instant } from './values.ts';

const none = { params: z.object({}), query: z.object({}) } as const;
const done = z.object({ done: z.literal(true) });
const Rows = z.record(z.string(), z.number());

export const DataRequest = OwnRequest.extend({
  personId: z.number(),
  name: z.string(),
  email: z.string().nullable(),
  answeredBy: z.string().nullable(),
});

export const listDataRequests = {
  method: 'GET',
  url: '/data-requests',
  summary: 'What people ask about their data: what waits, then what was answered lately. For stewards.',
  ...none,
  response: z.array(DataRequest),
} as const satisfies Endpoint;

export const answerDataRequest = {
  method: 'POST',
  url: '/data-requests/:requestId/answer',
  summary: 'Answers what somebody asked about their data. For stewards.',
  params: z.object({ requestId: Id }),
  query: z.object({}),
  body: z.object({ granted: z.boolean(), answer: z.string().trim().min(1).max(2000) }),
  response: done,
} as const satisfies Endpoint;

/** What an erasure takes, or took. */
export const ErasureReport = z.object({
  rows: Rows,
  resealedHours: z.number(),
  brokenBefore: z.number(),
  droppedRuns: z.array(z.number()),
  /** Texts of staff that may speak of them by one name alone. */
  mentions: z.array(z.object({ table: z.string(), course: z.string(), texts: z.number() })),
  /** Files of Kith's own folder that name them; `removed`: they can be made again. */
  files: z.array(z.object({ file: z.string(), removed: z.boolean() })),
});

export const RetentionReport = z.object({
  classes: z.array(z.object({ class: z.string(), days: z.number(), before: Instant, rows: Rows })),
});

export const RightsTask = z.object({
  taskId: z.number(),
  kind: z.enum(['erasure', 'retention']),
  /** Null of retention, and once they are erased. */
  name: z.string().nullable(),
  state: z.enum(['to_count', 'counted', 'to_do', 'done', 'dropped', 'failed']),
  /** Null: the timetable. */
  askedBy: z.string().nullable(),
  askedAt: Instant,
  finishedAt: Instant.nullable(),
  /** What would go; null once it is decided. */
  preview: z.union([ErasureReport, RetentionReport]).nullable(),
  receipt: z.union([ErasureReport, RetentionReport]).nullable(),
});

export const RetentionLine = z.object({
  class: z.string(),
  title: z.string(),
  days: z.number(),
  since: z.string(),
  /** The institution said so; else it is the default. */
  chosen: z.boolean(),
});

export const getRights = {
  method: 'GET',
  url: '/rights',
  summary: 'How long each class of data is kept, and the erasures and removals, newest first. For stewards.',
  ...none,
  response: z.object({ retention: z.array(RetentionLine), tasks: z.array(RightsTask) }),
} as const satisfies Endpoint;

export const countErasure = {
  method: 'POST',
  url: '/rights/erasures',
  summary: 'Has counted what would go with the person of a verified address. Nothing goes before it is confirmed.',
  ...none,
  body: z.object({ email: z.string().trim().min(3).max(254) }),
  response: z.object({ taskId: z.number() }),
} as const satisfies Endpoint;

export const countRetention = {
  method: 'POST',
  url: '/rights/removals',
  summary: 'Has counted what is older than its class is kept. Nothing goes before it is confirmed.',
  ...none,
  response: z.object({ taskId: z.number() }),
} as const satisfies Endpoint;

export const decideRightsTask = {
  method: 'POST',
  url: '/rights/tasks/:taskId/decision',
  summary: 'Does what was counted, or drops it. Done, it cannot be undone.',
  params: z.object({ taskId: Id }),
  query: z.object({}),
  body: z.object({ decision: z.enum(['do', 'drop']) }),
  response: done,
} as const satisfies Endpoint;

export const setRetention = {
  method: 'POST',
  url: '/rights/retention',
  summary: 'How many days a class of data is kept; null: as usual.',
  ...none,
  body: z.object({ class: z.string().max(64), days: z.number().int().min(1).max(36_500).nullable() }),
  response: done,
} as const satisfies Endpoint;
