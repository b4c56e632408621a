import { z } from 'zod';
import type { Endpoint } from './endpoint.ts';
import { Run } from './data.ts';
import { Day, Instant } from './values.ts';

const UploadParams = z.object({ uploadId: z.uuid() });

/** What a steward says about one parcel of dropped files. */
export const Choices = z.object({
  source: z.string().min(1).max(200).optional(),
  courseId: z.number().int().optional(),
  newCourse: z.string().min(1).max(200).optional(),
  timezone: z.string().max(60).optional(),
  dateOrder: z.enum(['dmy', 'mdy', 'ymd', 'ydm']).optional(),
  /** First day of the course, where the files only count days. */
  start: z.iso.date().optional(),
  mode: z.enum(['full', 'delta', 'event']).optional(),
});

const Trouble = z.object({ file: z.string(), code: z.string(), message: z.string(), hint: z.string() });

/** What Kith thinks files are that belong together, and what would come of them. Nothing of it is written. */
export const Parcel = z.object({
  id: z.string(),
  connector: z.string(),
  title: z.string(),
  variant: z.string(),
  /** 0..1. */
  confidence: z.number(),
  encoding: z.string(),
  dateOrder: z.string().nullable(),
  problems: z.array(z.string()),
  rivals: z.array(z.string()),
  archive: z.string(),
  files: z.array(z.object({ name: z.string(), bytes: z.number().nullable() })),
  preview: z.object({
    records: z.record(z.string(), z.number()),
    refused: z.array(
      z.object({ code: z.string(), count: z.number(), file: z.string(), line: z.number(), message: z.string() }),
    ),
    troubles: z.array(Trouble),
    from: Day.nullable(),
    to: Day.nullable(),
    people: z.number(),
    withoutCourse: z.number(),
    courses: z.array(z.string()),
    complete: z.boolean(),
  }),
});

export const Upload = z.object({
  uploadId: z.string(),
  state: z.enum(['open', 'queued', 'loading', 'done', 'cancelled', 'failed']),
  files: z.array(z.object({ name: z.string(), bytes: z.number() })),
  parcels: z.array(
    z.object({
      id: z.string(),
      /** What such files are called. */
      title: z.string(),
      connector: z.string(),
      source: z.string(),
      files: z.array(z.string()),
    }),
  ),
  progress: z
    .object({
      parcel: z.string(),
      step: z.string(),
      items: z.number(),
      share: z.number().nullable(),
      runId: z.number().nullable(),
    })
    .nullable(),
  results: z.array(
    z.object({
      id: z.string(),
      runId: z.number().nullable(),
      state: z.string(),
      message: z.string().nullable(),
      hint: z.string().nullable(),
    }),
  ),
  /** The loads it came to, so far. */
  runs: z.array(Run),
  /** Courses that the loads changed. `opens`: whether the reader may see its page. */
  courses: z.array(z.object({ courseId: z.number(), title: z.string(), computing: z.boolean(), opens: z.boolean() })),
  createdAt: Instant,
  finishedAt: Instant.nullable(),
});

export const openUpload = {
  method: 'POST',
  url: '/uploads',
  summary: 'Begins an upload; files follow one by one. For stewards.',
  params: z.object({}),
  query: z.object({}),
  response: z.object({ uploadId: z.string() }),
} as const satisfies Endpoint;

/** The body is the file itself, as application/octet-stream. */
export const addFile = {
  method: 'POST',
  url: '/uploads/:uploadId/files',
  summary: 'Takes one file of an upload as it is; nothing is read yet. For stewards.',
  params: UploadParams,
  query: z.object({ path: z.string().min(1).max(1000) }),
  response: z.object({ name: z.string(), bytes: z.number() }),
} as const satisfies Endpoint;

export const lookAtUpload = {
  method: 'POST',
  url: '/uploads/:uploadId/look',
  summary: 'Says what the files are and what would come of them. Nothing is written. For stewards.',
  params: UploadParams,
  query: z.object({}),
  body: z.object({ choices: z.record(z.string(), Choices).default({}) }),
  response: z.object({
    parcels: z.array(Parcel),
    leftOver: z.array(Trouble),
    /** Zone of the institution, where the files name none. */
    timezone: z.string(),
    courses: z.array(z.object({ courseId: z.number(), title: z.string() })),
    sources: z.array(z.object({ name: z.string(), connector: z.string(), timezone: z.string().nullable() })),
  }),
} as const satisfies Endpoint;

export const loadUpload = {
  method: 'POST',
  url: '/uploads/:uploadId/load',
  summary: 'Has the chosen parcels loaded, one after the other. For stewards.',
  params: UploadParams,
  query: z.object({}),
  body: z.object({
    parcels: z
      .array(
        Choices.extend({
          id: z.string(),
          connector: z.string(),
          archive: z.string(),
          files: z.array(z.string()).min(1),
        }),
      )
      .min(1),
  }),
  response: z.object({ queued: z.literal(true) }),
} as const satisfies Endpoint;

export const getUpload = {
  method: 'GET',
  url: '/uploads/:uploadId',
  summary: 'An upload: its files, how far it is, and what came of it. For stewards.',
  params: UploadParams,
  query: z.object({}),
  response: Upload,
} as const satisfies Endpoint;

/** Server-sent events; each is an {@link Upload}. */
export const followUpload = {
  method: 'GET',
  url: '/uploads/:uploadId/progress',
  summary: 'The same as a stream of events, one for every change, until the numbers of its courses are current.',
  params: UploadParams,
  query: z.object({}),
  response: z.string(),
} as const satisfies Endpoint;

export const cancelUpload = {
  method: 'POST',
  url: '/uploads/:uploadId/cancel',
  summary: 'Stops an upload: what is being loaded is taken back, what is through stays. For stewards.',
  params: UploadParams,
  query: z.object({}),
  response: z.object({ stopping: z.boolean() }),
} as const satisfies Endpoint;
