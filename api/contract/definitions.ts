import { z } from 'zod';
import type { Endpoint } from './endpoint.ts';

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
});

export const listDefinitions = {
  method: 'GET',
  url: '/definitions',
  summary: 'Every number Kith shows: question, formula, source, minimum data, pitfalls, version.',
  params: z.object({}),
  query: z.object({}),
  response: z.array(Definition),
} as const satisfies Endpoint;
