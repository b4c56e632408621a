import { z } from 'zod';
import type { Endpoint } from './endpoint.ts';
import { Day, Id, Instant } from './values.ts';

export const ReportKind = z.enum(['cohort', 'evaluation', 'bands', 'health']);
export const ReportFormat = z.enum(['print', 'csv', 'json', 'xlsx', 'parquet']);

export const Report = z.object({
  reportId: z.number(),
  kind: ReportKind,
  format: ReportFormat,
  /** Of which part, or which course. */
  of: z.string(),
  /** Mondays; null: as far as there are numbers. */
  fromWeek: Day.nullable(),
  toWeek: Day.nullable(),
  least: z.number(),
  askedAt: Instant,
  expiresAt: Instant,
  /** asked: being made. */
  state: z.enum(['asked', 'made', 'failed', 'over']),
  /** It failed, and is tried again then. */
  tryAt: Instant.nullable(),
  /** It failed because no week of the part has numbers. */
  noNumbers: z.boolean(),
  manifest: z
    .object({
      weeks: z.object({ from: Day, to: Day }),
      /** Cells that say that they are left out. */
      suppressed: z.number(),
      files: z.array(
        z.object({ name: z.string(), rows: z.number().nullable(), bytes: z.number(), sha256: z.string() }),
      ),
    })
    .nullable(),
});

export const listReports = {
  method: 'GET',
  url: '/reports',
  summary: 'Reports that tell of nobody: those the reader asked for, newest first, and what they may ask for.',
  params: z.object({}),
  query: z.object({ courseId: Id.optional() }),
  response: z.object({
    units: z.array(z.object({ unitId: z.number(), title: z.string(), kind: z.string() })),
    /** The course that was asked about, where the reader may see its aggregates. */
    course: z.object({ courseId: z.number(), unitId: z.number(), title: z.string() }).nullable(),
    terms: z.array(z.object({ title: z.string(), from: Day, to: Day })),
    reports: z.array(Report),
  }),
} as const satisfies Endpoint;

export const askReport = {
  method: 'POST',
  url: '/reports',
  summary: 'Asks for a report of a part of the institution, or of one course. The worker makes it.',
  params: z.object({}),
  query: z.object({}),
  body: z
    .object({
      kind: ReportKind,
      format: ReportFormat,
      unitId: z.number().int().min(0),
      courseId: z.number().int().min(1).optional(),
      from: Day.optional(),
      to: Day.optional(),
      least: z.union([z.literal(5), z.literal(10)]),
    })
    .refine(
      ({ kind, format }) => (format === 'print') === (kind === 'cohort' || kind === 'evaluation'),
      'Reports are printed, tables are not.',
    )
    .refine(
      ({ kind, courseId }) => courseId === undefined || kind === 'cohort',
      'Only a cohort report is of one course.',
    ),
  response: z.object({ reportId: z.number() }),
} as const satisfies Endpoint;

export const downloadReport = {
  method: 'GET',
  url: '/reports/:reportId/files/:name',
  summary: 'One file of a report, for whoever asked for it, for a year.',
  params: z.object({ reportId: Id, name: z.string().max(60) }),
  query: z.object({}),
  response: z.string(),
} as const satisfies Endpoint;
