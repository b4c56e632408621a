import { z } from 'zod';

import { type ArchetypeId, archetypeIds } from './archetypes.ts';

const Share = z.number().min(0).max(1);

/** What a whole course is like, whoever is in it (reference/indicators §5.5); every field is a parameter. */
export const Plant = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9_]*$/),
  /** Posts, against 1 for an ordinary course. */
  forumScale: z.number().min(0).max(10),
  /** Probability that staff answer a learner's post. 0: nobody on the staff answers anybody, whoever asks. */
  staffAnswers: Share,
  /** Hours until staff answer, from and to. */
  staffHours: z.tuple([z.number().min(0), z.number().min(0)]),
  /** Share of learners' posts that open a thread instead of answering somebody. */
  opens: Share,
  /** Probability that a learner who would answer a classmate turns to staff instead. */
  turnsToStaff: Share,
  /** How much likelier somebody of the same region is answered. */
  sameRegion: z.number().min(1).max(10_000),
  /** Share of the learners who write for everybody, and how much more than usual; the others write so much less. */
  few: z.strictObject({ share: Share, times: z.number().min(1), others: Share }),
  /** Shares of archetypes where they differ from the usual ones; the rest stays typical. */
  mix: z.partialRecord(z.enum(archetypeIds), Share),
  /** A week in which the platform's log was not written. */
  logOutage: z.int().positive().nullable(),
});

export type Plant = Readonly<z.infer<typeof Plant>>;

const healthy: Plant = {
  id: 'healthy',
  forumScale: 1,
  staffAnswers: 0.16,
  staffHours: [3, 30],
  opens: 0.22,
  turnsToStaff: 0.05,
  sameRegion: 1.3,
  few: { share: 0, times: 1, others: 1 },
  mix: {},
  logOutage: null,
};

const halfIsolated: Partial<Record<ArchetypeId, number>> = {
  silent_lurker: 0.25,
  rejected_poster: 0.03,
  fading: 0.05,
  staff_only: 0.03,
  pair_only: 0.02,
  clique_outsider: 0.1,
  ghost: 0.02,
};

/** The courses of §5.5. A scenario names them, and may change any number of one. */
export const plants: readonly Plant[] = [
  healthy,
  { ...healthy, id: 'ordinary', forumScale: 0.6, staffAnswers: 0.12 },
  { ...healthy, id: 'lively', forumScale: 0.9, staffAnswers: 0.12 },
  // Where hardly anybody writes, whoever looks in finds less to answer, and opens a thread that stays alone.
  { ...healthy, id: 'quiet', forumScale: 0.25, opens: 0.4 },
  { ...healthy, id: 'staff_centred', staffAnswers: 0.48, opens: 0.5, turnsToStaff: 0.75 },
  { ...healthy, id: 'unanswered', staffAnswers: 0.03, opens: 0.85 },
  { ...healthy, id: 'fragmented', sameRegion: 10_000 },
  { ...healthy, id: 'few_dominate', few: { share: 0.06, times: 8, others: 0.15 } },
  { ...healthy, id: 'absent_staff', staffAnswers: 0 },
  { ...healthy, id: 'half_isolated', mix: halfIsolated },
  { ...healthy, id: 'log_outage', logOutage: 6 },
];
