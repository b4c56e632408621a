import { z } from 'zod';
import type { Endpoint } from './endpoint.ts';
import { Instant } from './values.ts';

export const BacktestLabel = z.enum(['L1', 'L2', 'L3', 'L4', 'L5']);
const Population = z.enum(['all', 'active in the last 14 days']);
const Split = z.enum(['one course left out', 'out of time']);
const Interval = z.object({ low: z.number(), high: z.number() }).nullable();
const Attribute = z.enum(['region', 'time zone', 'group work']);

/** Drawn where the numbers were made; its texts are numbers, ids and names of the data, its colours what they are for. */
export const BacktestPicture = z.object({
  width: z.number(),
  height: z.number(),
  shapes: z.array(
    z.discriminatedUnion('kind', [
      z.object({
        kind: z.literal('path'),
        d: z.string(),
        fill: z.string().optional(),
        opacity: z.number().optional(),
        stroke: z.string().optional(),
        width: z.number().optional(),
        dashed: z.union([z.boolean(), z.array(z.number())]).optional(),
      }),
      z.object({
        kind: z.literal('text'),
        x: z.number(),
        y: z.number(),
        text: z.string(),
        anchor: z.enum(['start', 'middle', 'end']).optional(),
        size: z.number().optional(),
      }),
    ]),
  ),
});

/** Shares 0..1; null: fewer than ten learners, or not defined. */
export const BacktestOfLabel = z.object({
  results: z.array(
    z.object({
      population: Population,
      split: Split,
      ranking: z.string(),
      figures: z.object({
        courseWeeks: z.number(),
        cases: z.number(),
        learners: z.number(),
        prevalence: z.number(),
        precisionAtK: z.number(),
        recallAtK: z.number(),
        auc: z.number(),
        averagePrecision: z.number(),
        interval: Interval,
      }),
    }),
  ),
  /** Each by 0, 0.05 … 1: ROC by false-positive rate, precision by recall, lift by share of the course. */
  curves: z.array(
    z.object({
      population: Population,
      split: Split,
      ranking: z.string(),
      roc: z.array(z.number()),
      precision: z.array(z.number()),
      lift: z.array(z.number()),
    }),
  ),
  /** Null: it began for nobody who is told of. */
  leadTime: z
    .object({
      events: z.number(),
      /** Shares; null: of fewer than five learners, or of all but fewer than five. */
      listedBefore: z.number().nullable(),
      twoWeeksAhead: z.number().nullable(),
      medianWeeks: z.number().nullable(),
      /** Null: fewer than five learners. */
      byWeeks: z.array(z.object({ weeks: z.number(), learners: z.number().nullable() })),
    })
    .nullable(),
  bands: z.array(
    z.object({
      band: z.enum(['connected', 'watch', 'elevated', 'high']),
      learners: z.number(),
      learnerWeeks: z.number(),
      rate: z.number().nullable(),
      interval: Interval,
    }),
  ),
  slices: z.array(
    z.object({
      attribute: Attribute,
      points: z.number(),
      check: z.object({
        groups: z.array(
          z.object({ group: z.string(), learners: z.number(), rate: z.number().nullable(), interval: Interval }),
        ),
        ratio: z.number().nullable(),
        p: z.number().nullable(),
        alarm: z.boolean(),
      }),
    }),
  ),
  between: z.array(
    z.object({
      attribute: Attribute,
      groups: z.array(
        z.object({
          group: z.string(),
          learners: z.number(),
          area: z.number().nullable(),
          interval: Interval,
          p: z.number().nullable(),
        }),
      ),
    }),
  ),
  plots: z.array(
    z.object({
      kind: z.enum([
        'precision_at_k',
        'roc',
        'precision_recall',
        'lift',
        'lead_times',
        'bands',
        'abroca',
        'reliability',
      ]),
      of: z.object({ population: Population, split: Split }).nullable(),
      attribute: z.string().nullable(),
      picture: BacktestPicture,
    }),
  ),
});

export const Calibration = z.union([
  z.object({ label: BacktestLabel, refused: z.array(z.string()) }),
  z.object({
    label: BacktestLabel,
    refused: z.null(),
    learned: z.enum(['the score alone', 'every concern']),
    aucAlone: z.number(),
    aucConcerns: z.number(),
    weights: z.record(z.string(), z.number()),
    later: z.object({
      brier: z.number(),
      ece: z.number(),
      bins: z.array(
        z.object({
          from: z.number(),
          cases: z.number(),
          foretold: z.number().nullable(),
          observed: z.number().nullable(),
        }),
      ),
    }),
  }),
]);

const Run = z.object({
  digest: z.string(),
  madeAt: Instant,
  courses: z.array(z.string()),
  /** Only what had been loaded by then was used. */
  knownThen: z.boolean(),
  /** Version of each definition that was tested. */
  definitions: z.record(z.string(), z.number()),
});

export const listBacktests = {
  method: 'GET',
  url: '/backtests',
  summary:
    'What came of back-tests, newest first, and one of them by one label. For researchers of the courses tested.',
  params: z.object({}),
  query: z.object({
    digest: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .optional(),
    label: BacktestLabel.optional(),
  }),
  response: z.object({
    researcher: z.boolean(),
    runs: z.array(Run),
    /** Null: there is none, or not for the reader. */
    chosen: z
      .object({
        run: Run,
        labels: z.array(BacktestLabel),
        leftOut: z.array(BacktestLabel),
        /** Null: no label can be told of. */
        label: BacktestLabel.nullable(),
        told: BacktestOfLabel,
        stability: z.object({
          alertsPer100: z.number(),
          bandChanges: z.number().nullable(),
          learnerWeeks: z.number(),
        }),
        /** By archetype, where a truth was planted. */
        found: z.array(
          z.object({
            archetype: z.string(),
            heldOut: z.boolean(),
            learnerWeeks: z.number(),
            share: z.number().nullable(),
          }),
        ),
        /** Null: none was asked for. */
        calibration: Calibration.nullable(),
      })
      .nullable(),
  }),
} as const satisfies Endpoint;
