import { z } from 'zod';

export const HealthTheme = z.enum(['VC', 'CO', 'EC', 'EI', 'CF', 'TA']);
export const HealthBand = z.enum(['thriving', 'steady', 'fragile', 'struggling']);

const HealthPart = z.object({
  id: z.string(),
  /** Of the methods page; a part that is the worst of several has none. */
  title: z.string(),
  sentence: z.string(),
  value: z.number(),
  /** 0..100. */
  score: z.number(),
});

/** How healthy a course or a programme is in one week: an index that adds up, or why there is none. */
export const Health = z.object({
  /** 0..100, higher is healthier. Null: withheld. */
  index: z.number().nullable(),
  withheld: z.enum(['too_few_learners', 'too_little_seen']).nullable(),
  /** Of 100 points of weight, how much could be seen, 0..1. */
  coverage: z.number(),
  band: HealthBand.nullable(),
  /** 90 %. Null: it cannot be said. */
  interval: z.object({ low: z.number(), high: z.number() }).nullable(),
  /** Against the last week with an index; `called` where it is more than a wobble. */
  change: z.object({ delta: z.number(), called: z.boolean() }).nullable(),
  themes: z.array(
    z.object({
      theme: HealthTheme,
      title: z.string(),
      score: z.number(),
      indicators: z.array(HealthPart),
      /** Points against the week before. Null: nothing to compare, or the definition changed. */
      change: z.number().nullable(),
      /** The part that moved most the way the theme did, with the points it moved; null: none did by half a point. */
      movedBy: HealthPart.extend({ change: z.number() }).nullable(),
    }),
  ),
  weakestTheme: HealthTheme.nullable(),
  weakestIndicator: HealthPart.nullable(),
  /** True: what is about those who teach is in it. False: the other themes share its weight. */
  immediacy: z.boolean(),
  definitionVersion: z.number(),
});

/** The index of one week with its interval, for a small picture. Null: withheld. */
export const HealthPoint = z
  .object({ index: z.number(), low: z.number().nullable(), high: z.number().nullable() })
  .nullable();
