import { z } from 'zod';
import type { Endpoint } from './endpoint.ts';
import { ReportFormat, ReportKind } from './reports.ts';
import { Instant } from './values.ts';

export const ScheduledKind = z.union([ReportKind, z.literal('export')]);
/** approved: an export has the format it was approved in. */
const Format = z.union([ReportFormat, z.literal('approved')]);

export const ReportSchedule = z.object({
  /** Of its folder, too. */
  name: z.string(),
  kind: ScheduledKind,
  format: Format,
  /** Of which part of the institution, or which course. */
  title: z.string(),
  /** Null: a report. */
  exportId: z.number().nullable(),
  everyDays: z.number(),
  paused: z.boolean(),
  nextAt: Instant,
  /** Null: it never ran. */
  triedAt: Instant.nullable(),
  /** Why nothing came of its last run, in English; null: something did. */
  message: z.string().nullable(),
});

export const listReportSchedules = {
  method: 'GET',
  url: '/reports/schedules',
  summary: 'What comes out by itself into the outbox. For stewards.',
  params: z.object({}),
  query: z.object({}),
  response: z.object({
    schedules: z.array(ReportSchedule),
    /** Whose folder in the outbox it is. */
    institution: z.string(),
    units: z.array(z.object({ unitId: z.number(), title: z.string() })),
    /** Whose approval runs. */
    exports: z.array(z.object({ exportId: z.number(), title: z.string() })),
  }),
} as const satisfies Endpoint;

export const addReportSchedule = {
  method: 'POST',
  url: '/reports/schedules',
  summary: 'Adds what comes out by itself, the first time at once. For stewards.',
  params: z.object({}),
  query: z.object({}),
  body: z
    .object({
      name: z
        .string()
        .max(100)
        .regex(/^[\p{L}\p{N}][^/\\\p{Cc}]*$/u, 'is a name of a folder'),
      kind: ScheduledKind,
      format: Format,
      unitId: z.number().int().min(0),
      exportId: z.number().int().min(1).optional(),
      everyDays: z.number().int().min(1).max(366),
      least: z.union([z.literal(5), z.literal(10)]),
    })
    .refine(
      ({ kind, format }) =>
        (format === 'print') === (kind === 'cohort' || kind === 'evaluation') &&
        (format === 'approved') === (kind === 'export'),
      'Reports are printed, tables are not, and an export has its own format.',
    ),
  response: z.object({ done: z.literal(true) }),
} as const satisfies Endpoint;

export const steerReportSchedule = {
  method: 'POST',
  url: '/reports/schedules/steer',
  summary: 'Pauses, resumes or removes what comes out by itself; what lies in the outbox stays. For stewards.',
  params: z.object({}),
  query: z.object({}),
  body: z.object({ name: z.string().max(100), deed: z.enum(['pause', 'resume', 'remove']) }),
  response: z.object({ done: z.literal(true) }),
} as const satisfies Endpoint;
