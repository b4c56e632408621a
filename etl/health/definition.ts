import { z } from 'zod';

/**
 * The community health index's definition: themes, indicators, weights and anchors, as data. It is stored, printed on
 * the methods page and named by every stored index.
 */
const Anchors = z
  .strictObject({
    /** Indicators it is read from; of several the worst. */
    from: z.array(z.string()).min(1),
    weight: z.number().positive(),
    /** The value that is worth 0, and the one that is worth 100. */
    poor: z.number(),
    good: z.number(),
    /** Waiting times are read on a log scale: from one hour to two is more than from 40 to 41. */
    scale: z.enum(['linear', 'log']).default('linear'),
  })
  .refine(({ poor, good }) => poor !== good, 'poor and good are the same.');

export const HealthDefinition = z
  .strictObject({
    id: z.literal('community_health'),
    version: z.int().positive(),
    themes: z.record(
      z.enum(['VC', 'CO', 'EC', 'EI', 'CF', 'TA']),
      z.strictObject({ title: z.string(), weight: z.number().positive(), indicators: z.record(z.string(), Anchors) }),
    ),
    /** Of the weights; below it the index is withheld. */
    minCoverage: z.number().min(0).max(1),
    minLearners: z.int().positive(),
    bands: z.strictObject({ thriving: z.number(), steady: z.number(), fragile: z.number() }),
    /** A band is left only when two weeks in a row undercut it by this. */
    margin: z.number().min(0),
    bootstrap: z.strictObject({ draws: z.int().positive(), interval: z.number().gt(0).lt(1) }),
    /** A change is called when the intervals separate, or from this many points on. */
    change: z.number().positive(),
  })
  .refine(({ bands: { thriving, steady, fragile } }) => thriving > steady && steady > fragile, 'Bands must fall.');

export type HealthDefinition = z.infer<typeof HealthDefinition>;
export type HealthTheme = keyof HealthDefinition['themes'];

const one = (id: string, weight: number, poor: number, good: number, scale: 'linear' | 'log' = 'linear') => ({
  [id]: { from: [id], weight, poor, good, scale },
});

/**
 * Community health, version 1. Core experience (community, communication, comfort) weighs 70, what makes it possible
 * 30. Anchors are design, informed by two real courses (DLT 2013); every one is configuration.
 */
export const communityHealth: HealthDefinition = HealthDefinition.parse({
  id: 'community_health',
  version: 1,
  themes: {
    VC: {
      title: 'Virtual community',
      weight: 30,
      indicators: {
        ...one('connected_share', 8, 0.4, 0.9),
        ...one('retention_active', 5, 0.5, 0.95),
        ...one('isolates_share', 4, 0.5, 0.05),
        ...one('giant_component_share', 4, 0.3, 0.95),
        ...one('participation_gini', 4, 0.85, 0.4),
        mixing: { from: ['mixing_region', 'mixing_time_zone'], weight: 3, poor: 0.5, good: 0.05 },
        ...one('resilience_top5pct', 2, 0.4, 0.95),
      },
    },
    CO: {
      title: 'Communication',
      weight: 25,
      indicators: {
        ...one('answered_48h_share', 9, 0.3, 0.85),
        ...one('voices_share', 6, 0.2, 0.75),
        ...one('median_first_reply_h', 5, 96, 8, 'log'),
        ...one('reciprocity', 5, 0.05, 0.4),
      },
    },
    EC: {
      title: 'Emotional comfort and support',
      weight: 15,
      indicators: {
        ...one('belonging_mean', 7, 2.5, 4.2),
        ...one('newcomer_answered_48h', 5, 0.3, 0.9),
        ...one('informal_share', 3, 0, 0.15),
      },
    },
    EI: {
      title: 'E-immediacy',
      weight: 15,
      indicators: {
        ...one('staff_median_reply_h', 5, 96, 12, 'log'),
        ...one('staff_dependence', 5, 0.6, 0.2),
        ...one('staff_reach', 5, 0.1, 0.5),
      },
    },
    CF: {
      title: 'Contextual flexibility',
      weight: 8,
      indicators: {
        ...one('time_spread', 4, 0.6, 0.95),
        ...one('attendance_gap', 4, 0.4, 0.08),
        ...one('async_alternative_share', 4, 0.1, 0.6),
      },
    },
    TA: {
      title: 'Technology and access',
      weight: 7,
      indicators: { ...one('access_share', 7, 0.5, 0.95), ...one('reconnect_rate', 3, 0.3, 0.05) },
    },
  },
  minCoverage: 0.5,
  minLearners: 8,
  bands: { thriving: 70, steady: 50, fragile: 35 },
  margin: 4,
  bootstrap: { draws: 200, interval: 0.9 },
  change: 8,
});
