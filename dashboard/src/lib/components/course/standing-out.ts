import type { BandName, CourseCounts } from '../../api/types.ts';

/** The order in which bands are listed: who may need someone first. */
export const bands = ['high', 'elevated', 'watch', 'connected'] as const satisfies readonly BandName[];

type ByBand = CourseCounts['byBand'];

/** Learners in the two upper bands: "may be unconnected here". */
export const standingOut = (byBand: ByBand): number => (byBand.elevated ?? 0) + (byBand.high ?? 0);

/** Learners with a score. */
export const scored = (counts: CourseCounts): number => counts.byState.scored ?? 0;

/** Learners of whom Kith cannot say anything, whatever the reason. */
export const cannotTell = (counts: CourseCounts): number =>
  Object.entries(counts.byState).reduce((sum, [state, people]) => (state === 'scored' ? sum : sum + people), 0);

/**
 * Whether the list of people should give way to a note about the course: more than a quarter of those who can be
 * judged stand out (indicators.md §3.7), and there are enough of them for a quarter to mean something.
 */
export const isTheCourse = (counts: CourseCounts): boolean =>
  scored(counts) >= 8 && standingOut(counts.byBand) > scored(counts) / 4;
