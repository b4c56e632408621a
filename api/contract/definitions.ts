import { z } from 'zod';
import type { Endpoint } from './endpoint.ts';
import { Instant } from './values.ts';

/** Parts of an entry that are sentences. The others are formulas, units and citations: English everywhere. */
const Spoken = z.enum(['title', 'question', 'sentence', 'minimum', 'pitfalls', 'changesWith']);

/** One entry of the methods page, generated from the registry. */
export const Definition = z.object({
  id: z.string(),
  family: z.enum(['tie', 'component', 'indicator', 'score', 'connector']),
  title: z.string(),
  question: z.string(),
  unit: z.string(),
  formula: z.string(),
  sentence: z.string().nullable(),
  needs: z.array(z.string()),
  minimum: z.string().nullable(),
  source: z.string(),
  pitfalls: z.string().nullable(),
  role: z.string().nullable(),
  weight: z.number().nullable(),
  version: z.number(),
  /** What would make the number another one, in words. */
  changesWith: z.string(),
  /** Parts that are in the reader's language; the others are English. */
  spoken: z.array(Spoken),
});

export const listDefinitions = {
  method: 'GET',
  url: '/definitions',
  summary: 'Every number Kith shows: question, formula, source, minimum data, pitfalls, version.',
  params: z.object({}),
  query: z.object({}),
  response: z.array(Definition),
} as const satisfies Endpoint;

/** A number is a number, a word a word; null: it was not there. */
const Leaf = z.union([z.number(), z.string(), z.boolean(), z.null()]);

const OwnDefinition = z.object({
  /** Title of the programme or faculty; null: the whole institution. */
  unit: z.string().nullable(),
  definition: z.enum(['isolation', 'presence_signal', 'community_health', 'alerts']),
  since: Instant,
  /** Null: from then on what holds above is used again. */
  version: z.number().nullable(),
  /** Against what comes with Kith. */
  changes: z.array(z.object({ path: z.string(), before: Leaf, value: Leaf })),
  note: z.string().nullable(),
});

export const OwnDefinitions = z.object({
  /** By definition (an indicator's is `indicator:<id>`): since when the version that came with Kith is in force here. */
  since: z.record(z.string(), Instant),
  own: z.array(OwnDefinition),
});

export const listOwnDefinitions = {
  method: 'GET',
  url: '/definitions/own',
  summary:
    'Since when each definition is in force here; weights, thresholds and anchors changed for a programme, and why.',
  params: z.object({}),
  query: z.object({}),
  response: OwnDefinitions,
} as const satisfies Endpoint;
