import { z } from 'zod';
import type { Endpoint } from './endpoint.ts';
import { Day, Id, Instant } from './values.ts';

export const ExportContent = z.enum(['alerts', 'learner_weeks', 'network', 'sessions', 'ties']);
export const ExportFormat = z.enum(['csv', 'json', 'xlsx', 'parquet']);

const Manifest = z.object({
  leftOut: z.object({ coursesTooSmall: z.number(), rules: z.array(z.string()) }),
  suppressedRows: z.number(),
  files: z.array(z.object({ name: z.string(), rows: z.number(), bytes: z.number(), sha256: z.string() })),
  /** Null: the files are as they were first made. */
  since: z.object({ erasures: z.number(), optOuts: z.number().default(0) }).nullable(),
});

export const Export = z.object({
  exportId: z.number(),
  /** Whether the reader asked for it. */
  own: z.boolean(),
  /** Null: erased since. */
  askedBy: z.string().nullable(),
  askedAt: Instant,
  purpose: z.string(),
  unit: z.string(),
  contents: z.array(ExportContent),
  format: ExportFormat,
  minLearners: z.number(),
  /** approved: being made; ending: its files are going. */
  state: z.enum(['asked', 'declined', 'approved', 'made', 'ending', 'over', 'failed']),
  decidedBy: z.string().nullable(),
  remark: z.string().nullable(),
  expiresAt: Instant.nullable(),
  /** Courses done while it is made. */
  progress: z.object({ done: z.number(), of: z.number() }).nullable(),
  manifest: Manifest.nullable(),
  /** What an approval would release now; null: not counted yet. */
  preview: z
    .object({
      courses: z.number(),
      coursesTooSmall: z.number(),
      tables: z.array(z.object({ id: z.string(), rows: z.number(), columns: z.array(z.string()) })),
    })
    .nullable(),
  /** It failed, and is tried again then; null: not by itself. */
  tryAt: Instant.nullable(),
});

const none = { params: z.object({}), query: z.object({}) };
const ofExport = { params: z.object({ exportId: Id }), query: z.object({}) };
const done = z.object({ done: z.literal(true) });

export const listExports = {
  method: 'GET',
  url: '/exports',
  summary:
    'Exports of pseudonymised personal data, newest first: those the reader asked for, all for stewards; and what the reader may ask one of.',
  ...none,
  response: z.object({
    units: z.array(z.object({ unitId: z.number(), title: z.string(), kind: z.string() })),
    exports: z.array(Export),
  }),
} as const satisfies Endpoint;

export const askExport = {
  method: 'POST',
  url: '/exports',
  summary: 'Asks for an export of a part of the institution. For its researchers; a steward approves it.',
  ...none,
  body: z.object({
    unitId: z.number().int().min(0),
    contents: z.array(ExportContent).min(1),
    format: ExportFormat,
    minLearners: z.union([z.literal(5), z.literal(10)]),
    purpose: z.string().trim().min(20).max(2000),
  }),
  response: z.object({ exportId: z.number() }),
} as const satisfies Endpoint;

export const decideExport = {
  method: 'POST',
  url: '/exports/:exportId/decision',
  summary:
    'Approves an export until the end of a day, or declines it. For stewards; not of what they asked for themselves.',
  ...ofExport,
  body: z.discriminatedUnion('decision', [
    z.object({ decision: z.literal('approve'), until: Day, remark: z.string().trim().max(2000).optional() }),
    z.object({ decision: z.literal('decline'), remark: z.string().trim().max(2000).optional() }),
  ]),
  response: done,
} as const satisfies Endpoint;

export const endExport = {
  method: 'POST',
  url: '/exports/:exportId/end',
  summary: 'Takes back what was asked, or ends an export before its time. For whoever asked, and for stewards.',
  ...ofExport,
  response: done,
} as const satisfies Endpoint;

export const downloadExport = {
  method: 'GET',
  url: '/exports/:exportId/files/:name',
  summary: 'One file of an export, for whoever asked for it, until its end. Each time stands in the access log.',
  params: z.object({ exportId: Id, name: z.string().max(60) }),
  query: z.object({}),
  response: z.string(),
} as const satisfies Endpoint;
