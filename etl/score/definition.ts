import { z } from 'zod';
import { isolationComponents, presenceComponents, type Band, type ScoreKind } from './types.ts';

/**
 * A score's definition: every number that decides what a score means, as data. It is stored, printed on the methods
 * page, and named by every stored score.
 */
const points = z.number().min(0).max(100);
const share = z.number().min(0).max(1);

/** How the usual value of a component is kept within reason. In the component's own unit. */
const Usual = z
  .strictObject({
    /** A dead course must not hide everyone: below this the usual is this. */
    atLeast: z.number().positive(),
    /** A very lively course must not flag its merely average members: above this the usual is this. */
    atMost: z.number().positive(),
    /** Used where too few learners are active for a median. */
    fallback: z.number().positive(),
  })
  .refine(({ atLeast, atMost }) => atLeast <= atMost, 'atLeast is above atMost.');

const Thresholds = z
  .strictObject({ watch: points, elevated: points, high: points })
  .refine(({ watch, elevated, high }) => watch < elevated && elevated < high, 'Bands must rise.');

export const ScoreDefinition = z
  .strictObject({
    id: z.enum(['isolation', 'presence_signal']),
    version: z.int().positive(),
    /** Points each component can add when all are known; the order is the order of display. */
    weights: z.partialRecord(z.enum([...isolationComponents, ...presenceComponents]), z.number().positive()),
    usual: z.strictObject({
      peer_contact: Usual,
      inbound_peers: Usual,
      voice: Usual,
      live_presence: Usual,
      forum_presence: Usual,
    }),
    beingAnswered: z.strictObject({
      /** Fewer posts than this cannot show a pattern. */
      minPosts: z.int().positive(),
      /** A learner's few posts are read together with this many average ones. */
      priorPosts: z.number().positive(),
      /** The usual share is never taken as less. */
      floor: share.positive(),
      /** The usual share where too few learners, or no posts, are there to say. */
      fallback: share.positive(),
    }),
    /** What a week is that the platform's log was not written in: silence, as until version 1 of both scores, or left out. */
    weeksNotLogged: z.enum(['silence', 'left_out']).default('silence'),
    /** Days without a trace: no concern up to `from`, full concern at `to`. */
    recency: z
      .strictObject({ from: z.number().min(0), to: z.number() })
      .refine(({ from, to }) => from < to, 'from must come before to.'),
    decline: z.strictObject({
      /** The last weeks, compared with all complete weeks before them. */
      recentWeeks: z.int().positive(),
      minBaseWeeks: z.int().positive(),
      /** Active days a week; someone who was hardly ever here cannot become absent. */
      minBase: z.number().positive(),
      /** Limits of the factor that forgives what the whole course did, a reading week for instance. */
      factor: z.strictObject({ atLeast: share.positive(), atMost: z.number().positive() }),
    }),
    /** Answers of 1 to 5: no concern from `fine` on, full concern at `poor`. */
    belonging: z
      .strictObject({ fine: z.number().min(1).max(5), poor: z.number().min(1).max(5) })
      .refine(({ fine, poor }) => poor < fine, 'poor must be below fine.'),
    reference: z.strictObject({
      /** Active learners below which a median is not trusted. */
      minLearners: z.int().positive(),
      /** Members below which an opportunity group is not compared within itself. */
      minGroup: z.int().positive(),
    }),
    minCoverage: share,
    minWeeks: z.int().min(0),
    /** Weeks of observation from which confidence is coverage itself. */
    fullConfidenceWeeks: z.int().positive(),
    confidence: z
      .strictObject({ high: share, medium: share })
      .refine(({ high, medium }) => medium <= high, 'medium is above high.'),
    /** The best level this score can ever claim. */
    confidenceAtMost: z.enum(['high', 'medium', 'low']),
    bands: z.strictObject({
      enter: Thresholds,
      leave: Thresholds,
      /** One score this far above a threshold is enough; otherwise two are needed. */
      jump: points,
      /** Two scores further apart are not consecutive. In weeks. */
      maxGapWeeks: z.int().positive(),
    }),
    trend: z.strictObject({
      scores: z.int().min(2),
      /** Points a week. */
      slope: z.number().positive(),
      /** Points between the first and the last of these scores. */
      change: z.number().positive(),
    }),
  })
  .refine(({ weights }) => Object.keys(weights).length > 0, 'A score needs at least one component.');

export type ScoreDefinition = z.infer<typeof ScoreDefinition> & { readonly id: ScoreKind };

export type BandThresholds = Readonly<Record<Exclude<Band, 'connected'>, number>>;

/**
 * A definition with some members replaced as a whole, checked. The version must be a new one: a change of meaning is
 * never an edit.
 *
 * @throws ZodError if the result is not a definition; RangeError if the version is the base's.
 */
export function redefine(
  base: ScoreDefinition,
  changes: Partial<ScoreDefinition> & { readonly version: number },
): ScoreDefinition {
  if (changes.version === base.version) throw new RangeError(`Version ${base.version} exists; give another.`);
  return ScoreDefinition.parse({ ...base, ...changes });
}
