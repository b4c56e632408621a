import { z } from 'zod';
import type { Endpoint } from './endpoint.ts';
import { Day, Instant } from './values.ts';

/** People to the nearest five; "suppressed": so few that it would tell of them. Zero is nobody. */
export const ToldCount = z.union([z.number(), z.literal('suppressed')]);

/** A share 0..1 with its 95 % interval. */
export const ToldRate = z.object({ value: z.number(), low: z.number(), high: z.number() });

export const ToldGroup = z.object({
  /** As a source names it; null: all others, and those of whom no source says it. */
  name: z.string().nullable(),
  listed: ToldCount,
  contacted: ToldCount,
  /** Null: one of the two is left out. */
  rate: ToldRate.nullable(),
  /** Median days to the first contact; null: too few, or it would tell of few who teach. */
  days: z.number().nullable(),
});

export const Evaluation = z.object({
  weeks: z.object({ from: Day, to: Day, count: z.number() }),
  asOf: Instant,
  definitions: z.record(z.string(), z.array(z.number())),
  /** From a list to an answer, listed first. */
  steps: z.array(
    z.object({
      step: z.enum(['listed', 'contacted', 'answered', 'setAside']),
      people: ToldCount,
      /** Of those listed; null: one of the two is left out, or nobody was listed. */
      rate: ToldRate.nullable(),
    }),
  ),
  /** Days to the first contact, and the share within a week; null: too few contacts, or too few who teach. */
  times: z.object({ median: z.number(), withinWeek: z.number().nullable() }).nullable(),
  /** Did it help, in classmates in touch beside similar learners; pooled null: too few courses. */
  effects: z.array(
    z.object({
      weeks: z.number(),
      courses: z.number(),
      contacts: z.number(),
      pooled: z.object({ difference: z.number(), low: z.number(), high: z.number() }).nullable(),
    }),
  ),
  groups: z.array(z.object({ by: z.enum(['region', 'study_mode', 'time_zone']), groups: z.array(ToldGroup) })),
});

export const getEvaluation = {
  method: 'GET',
  url: '/evaluation',
  summary: 'What came of the lists in a part of the institution: the numbers of the printed evaluation.',
  params: z.object({}),
  query: z.object({
    /** 0, or left out: the first part there is. */
    unitId: z.coerce.number().int().min(0).optional(),
    span: z
      .string()
      .regex(/^(all|weeks-\d+|term-\d+)$/)
      .optional(),
  }),
  response: z.object({
    /** Parts whose every course the reader may see the aggregates of. */
    units: z.array(z.object({ unitId: z.number(), title: z.string(), depth: z.number() })),
    /** Which weeks there are for the chosen part; the title is a term's. */
    spans: z.array(z.object({ span: z.string(), title: z.string().nullable(), from: Day, to: Day })),
    /** Null: nothing was worked out of it yet, or it is not for the reader. */
    chosen: z.object({ unitId: z.number(), span: z.string(), madeAt: Instant, told: Evaluation }).nullable(),
  }),
} as const satisfies Endpoint;
