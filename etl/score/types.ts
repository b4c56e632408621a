/**
 * What goes into the score and what comes out of it, for one course and one week.
 *
 * Everything here is plain JSON. The signals are made from facts with an instant before T, the end of course week w
 * (exclusive, in the course's time zone); the learner-weeks are stored as they are. Null always means "we cannot
 * know", never zero: a learner who could have done something and did not has a 0.
 */
import type { Source, Visibility, VisibilityBySource } from './visibility.ts';

/** The eight components of isolation, in the order they are shown. */
export const isolationComponents = [
  'peer_contact',
  'inbound_peers',
  'being_answered',
  'voice',
  'live_presence',
  'recency',
  'decline',
  'felt_belonging',
] as const;

/** The four components of the presence signal, used where nobody can see who talks to whom. */
export const presenceComponents = ['forum_presence', 'live_presence', 'recency', 'decline'] as const;

export type ComponentId = (typeof isolationComponents)[number] | (typeof presenceComponents)[number];

/** A number per component. A component of the other kind is absent; one that cannot be known is null. */
export type ByComponent = Readonly<Partial<Record<ComponentId, number | null>>>;

/** Everything the scorer needs about one course at the end of one week. */
export interface CourseWeekSignals {
  /**
   * Whether at least one person is known to be staff. Without it a teacher would be counted as everyone's classmate,
   * so nobody is scored and every learner's state is `staff_unknown`. The presence signal counts no classmates: it
   * needs staff only where no roster says who is a learner.
   */
  readonly staffKnown: boolean;
  /** Whether a roster says who is a learner. */
  readonly rosterKnown: boolean;
  /** Every learner of the roster, also those who cannot be scored. Order does not matter; ids are unique. */
  readonly learners: readonly LearnerSignals[];
}

export type Presence = Pick<LearnerSignals, 'recencyDays' | 'weeklyActiveDays'>;

/** What one learner's traces say at T. Numbers are unrounded. */
export interface LearnerSignals {
  readonly learnerId: string;
  /** Enrolled as a learner at T and not withdrawn. */
  readonly eligible: boolean;
  /** Never matched in any connected source. Listed under "we cannot see these people", never scored. */
  readonly unseen: boolean;
  /** Has opted out with effect before T. Never scored, and in nobody's reference group. */
  readonly optedOut: boolean;
  /**
   * Learners with the same key had the same opportunities: the same live sessions within reach in the last 28 days
   * (before excuses) and the same answer to "member of any group of the course". Any text; compared for equality only.
   */
  readonly opportunityGroup: string;
  /** At least one active day among the 14 course-local days that end on the last day of the week. */
  readonly activeLast14: boolean;

  /** S01, peers, 0..n-1: sum over classmates of 1 - exp(-contact). Null: none of forum, live, group had an opportunity. */
  readonly effectivePeers: number | null;
  /** S02, people: classmates whose replies, mentions, reactions … reached the learner in 42 days. Null: forum not connected, or open for less than 336 hours. */
  readonly inboundPeers: number | null;
  /** S08's k: own posts aged 48 h to 28 d that a classmate answered within 7 days. Null exactly when `answerable` is. */
  readonly answered: number | null;
  /** S08's q: own posts aged 48 h to 28 d. Null: no forum, or the source does not say which post a reply answers. */
  readonly answerable: number | null;
  /** S06 out, reply equivalents: decayed weight of what the learner addressed to classmates. Null as `inboundPeers`. */
  readonly voice: number | null;
  /** S23, 0..1: eligible live sessions attended in 28 days over those offered. Null: none was eligible. */
  readonly liveRate: number | null;
  /**
   * S28, whole days from the last active day (else from enrolment) to the week's last day, without those of weeks whose
   * log was not written. Null: no activity source.
   */
  readonly recencyDays: number | null;
  /**
   * Active days (0..7) in every complete course week since enrolment whose log was written, oldest first. S29 takes its
   * own baseline from it. Null: no activity source.
   */
  readonly weeklyActiveDays: readonly number[] | null;
  /** Both with the weeks that were not logged: only where there is one, for definitions that count them as silence. */
  readonly unloggedCounted?: Presence;
  /** S36, 1..5: mean of the items of the latest identified, consented answer within 35 days. Null: none. */
  readonly pulse: number | null;
  /** S32, 0..28: days in 28 on which a forum or chat was opened. Null: views are not logged. Presence signal only. */
  readonly forumPresenceDays: number | null;

  /** Complete course weeks since enrolment with at least one source `present` or `true_zero`. */
  readonly weeksObserved: number;
  /** The state of every source for this learner in this week. A number whose sources do not feed is taken as null. */
  readonly visibility: VisibilityBySource;
}

export type ScoreKind = 'isolation' | 'presence_signal';

/** Why there is a score or why there is none, in the order in which it is decided. */
export type LearnerState =
  | 'opted_out'
  | 'not_enrolled'
  | 'unseen'
  | 'staff_unknown'
  /** Coverage under a half, or fewer than two observed weeks: "we cannot tell". */
  | 'not_enough_data'
  | 'scored';

export type Band = 'connected' | 'watch' | 'elevated' | 'high';

export type ConfidenceLevel = 'high' | 'medium' | 'low';

/** One learner's week, as stored and as explained. */
export interface LearnerWeek {
  readonly learnerId: string;
  readonly kind: ScoreKind;
  /** The definition that made these numbers. A change of meaning is a new version, never an edit. */
  readonly definition: DefinitionStamp;
  readonly state: LearnerState;
  /** 0..100, unrounded, higher = less connected. Null unless `state` is `scored`. */
  readonly score: number | null;
  /** The band of this score alone. What is shown to staff follows two scores: see bands.ts. */
  readonly rawBand: Band | null;
  /** What the learner has, in the component's own unit, after visibility has been applied. */
  readonly values: ByComponent;
  /** What is usual among comparable classmates: tau, clamped. Null where there is no usual (recency, belonging). */
  readonly usual: ByComponent;
  /** 0..1 each; 0 = at or above the usual, 1 = nothing at all. Null: cannot be known. Empty unless scored. */
  readonly concerns: ByComponent;
  /** Points of the score; they sum to it. Null: cannot be known, its weight was shared out. Empty unless scored. */
  readonly contributions: ByComponent;
  /** 0..1: weight of the components that could be known. Null for a learner nobody may look at (opted out …). */
  readonly coverage: number | null;
  /** 0..1: coverage * min(1, weeks observed / 3). Null as `coverage`. */
  readonly confidence: number | null;
  /** Null unless scored. */
  readonly confidenceLevel: ConfidenceLevel | null;
  /** With whom the learner was compared. Null as `coverage`. */
  readonly comparedWith: Comparison | null;
  /** Most points first; only components that add something. Empty unless scored. */
  readonly reasons: readonly Reason[];
  /** The one thing that would lower the score most. Null when nothing adds to it. */
  readonly wouldChange: Change | null;
  /** Components that could not be known, and why: what stands beside the score as "what we do not see". */
  readonly hidden: readonly Hidden[];
}

export interface DefinitionStamp {
  readonly id: ScoreKind;
  readonly version: number;
}

export interface Comparison {
  /** `fallback`: too few active classmates for a median, so fixed values were used and confidence is low. */
  readonly basis: 'group' | 'course' | 'fallback';
  /** Active classmates behind the medians, the learner included if active. */
  readonly learners: number;
}

/** One reason, in numbers. The words live in the reader's language under `messageKey`; `sentences.ts` has the English. */
export interface Reason {
  readonly component: ComponentId;
  readonly concern: number;
  readonly contribution: number;
  readonly learnerValue: number;
  readonly usualValue: number | null;
  /** Null where there is no usual. */
  readonly usualBasis: UsualBasis | null;
  readonly messageKey: string;
  readonly params: Readonly<Record<string, number>>;
}

/**
 * How a usual value came about, so that no sentence claims a usual that nobody measured. `median`: as measured.
 * `at_most`, `at_least`: the median lies beyond the limit that was taken instead. `fallback`: too few to measure.
 */
export type UsualBasis = 'median' | 'at_most' | 'at_least' | 'fallback';

/** What would lower the score: the component, and the score if the learner reached the usual level there. */
export interface Change {
  readonly component: ComponentId;
  readonly scoreThen: number;
  readonly messageKey: string;
  readonly params: Readonly<Record<string, number>>;
}

export interface Hidden {
  readonly component: ComponentId;
  /** The weight that was shared out among the others. */
  readonly weight: number;
  /** The sources that could have shown it, and the state each was in. */
  readonly sources: readonly { readonly source: Source; readonly visibility: Visibility }[];
}
