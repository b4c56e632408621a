import type { Network } from './measures/network.ts';
import type { Source } from './score/visibility.ts';

/**
 * An indicator asks one question of every learner, or of a course, at the end of a week. It only reads. Everything
 * that a methods page, an export's data dictionary and `kith explain` say about it stands here.
 */
export type Indicator = LearnerIndicator | CourseIndicator;

interface About {
  /** Stable: stored with every value, named in exports and links. */
  readonly id: string;
  readonly title: string;
  /** In an instructor's words. */
  readonly question: string;
  readonly unit: string;
  /** Lowest and highest possible value; null where there is no bound. */
  readonly range: readonly [low: number | null, high: number | null];
  readonly better: 'higher' | 'lower' | 'neither';
  /** Any one of these must feed (see score/visibility.ts), else the value is null. */
  readonly needs: readonly Source[];
  /** What must be there beyond a source, in words: "at least 3 posts". Below it the value is null. */
  readonly minimum: string;
  /** For the instructor, with {x} for the value. */
  readonly sentence: string;
  readonly themes: readonly Theme[];
  readonly constructs: readonly Construct[];
  readonly roles: readonly Role[];
  /** The literature, or "design" with the reason. */
  readonly source: string;
  /** Ways in which the number misleads. Printed beside it. */
  readonly pitfalls: readonly string[];
  /** A change of meaning is a new version, never an edit. */
  readonly version: number;
}

/** Set questions are one SELECT below sql/indicators/; graph and statistics questions are pure functions. */
export interface LearnerIndicator extends About {
  readonly of: 'learner';
  /** A function answers in the order of `network.nodes`; null: cannot be known. */
  readonly compute: SqlFile | ((snapshot: CourseSnapshot) => ArrayLike<number | null>);
}

export interface CourseIndicator extends About {
  readonly of: 'course';
  readonly compute: SqlFile | ((snapshot: CourseSnapshot) => number | null);
}

export type SqlFile = `${string}.sql`;

/** One course at T, in memory. Its nodes are E: learners enrolled, not withdrawn, visible. */
export interface CourseSnapshot {
  /** Layer direct_peer in the 42-day window, decayed, without staff. */
  readonly network: Network;
  /** The same with staff as nodes, after the learners: for "remove the teacher" comparisons only. */
  readonly withStaff: Network;
  /** Group, cohort, region, time zone … by node; null where unknown. For aggregates only, never about one learner. */
  readonly categories: Readonly<Record<string, readonly (string | null)[]>>;
}

/** Virtual community, communication, emotional comfort, e-immediacy, contextual flexibility, technology and access. */
export type Theme = 'VC' | 'CO' | 'EC' | 'EI' | 'CF' | 'TA';

/** Emotional connection, ownership, interpersonal affiliation, psychological safety. */
export type Construct = 'Ec' | 'Ow' | 'Af' | 'Ps';

/** In the isolation score, in the health index, shown only, or behind a named pattern. */
export type Role = 'score' | 'health' | 'show' | 'pattern';

/** Keeps the literal id while checking the shape. */
export function defineIndicator<const I extends Indicator>(indicator: I): I {
  return indicator;
}
