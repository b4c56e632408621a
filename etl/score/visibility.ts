/**
 * Visibility: what we can know about one learner through one source in one week.
 *
 * "No data" must never read as "isolated". Only two of the seven states are knowledge, and only those feed a
 * number; every other state yields null, and null is said aloud ("we cannot see …") instead of being counted as zero.
 */

/** The sources a learner can be visible in. A source is a kind of trace, not a system: Moodle may bring several. */
export const sources = ['forum', 'live', 'group', 'feedback', 'mentor', 'activity', 'survey'] as const;

export type Source = (typeof sources)[number];

export const visibilities = [
  /** There is evidence: the learner has at least one event here. */
  'present',
  /** Connected, opportunity existed, identity matched, consent given, and nothing happened. A real zero. */
  'true_zero',
  /** Nothing could have happened: no session within reach, no thread open, no group yet. */
  'no_opportunity',
  /** The source is not wired for this course. */
  'not_connected',
  /** The course has the source, but this learner's identity was never matched in it. */
  'not_matched',
  /** The learner has said no. */
  'opted_out',
  /** Enrolment begins after this week. */
  'not_yet_enrolled',
] as const;

export type Visibility = (typeof visibilities)[number];

export type VisibilityBySource = Readonly<Record<Source, Visibility>>;

/** Whether a state may feed an indicator. Everything else is null, never zero. */
export function feeds(visibility: Visibility): boolean {
  return visibility === 'present' || visibility === 'true_zero';
}

/** Whether at least one of the sources may feed an indicator that lives on any of them. */
export function anyFeeds(visibility: VisibilityBySource, among: readonly Source[]): boolean {
  return among.some((source) => feeds(visibility[source]));
}
