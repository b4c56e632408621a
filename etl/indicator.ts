import type { CourseSnapshot } from './compute/snapshot.ts';
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
  /** A median time that was never reached is given as this; show "over" it. */
  readonly horizon?: number;
  /** For the instructor, with {x} for the value. */
  readonly sentence: string;
  readonly themes: readonly Theme[];
  readonly constructs: readonly Construct[];
  readonly roles: readonly Role[];
  /** Its number in the catalogue of indicators: S01 to S38 of a learner, C01 to C34 of a course. */
  readonly catalogue: `${'S' | 'C'}${string}`;
  /** How it is computed, in words and signs that need no program: a division is "a / b". */
  readonly formula: string;
  /** The literature, what was measured here, or "design" with the reason. */
  readonly source: string;
  /** Ways in which the number misleads. Printed beside it. */
  readonly pitfalls: readonly string[];
  /** A change of meaning is a new version, never an edit. */
  readonly version: number;
}

export interface LearnerIndicator extends About {
  readonly of: 'learner';
  /** Answers in the order of `network.nodes`; null: cannot be known. */
  compute(snapshot: CourseSnapshot): ArrayLike<Value>;
  /** The words it can answer, where it answers in words. */
  readonly states?: readonly string[];
}

/** A number, or one of the indicator's states; null: cannot be known. */
export type Value = number | string | null;

export interface CourseIndicator extends About {
  readonly of: 'course';
  /** What the value is made of, from one course. Null: it cannot be known of this course, which then takes no part. */
  pool(snapshot: CourseSnapshot): Pool | null;
  /**
   * The pool of some of its learners, by what each of them is or wrote in the whole course. Absent: it is about a class as a
   * whole, and no part of a class has one (see cohorts/pooled.ts).
   */
  among?(snapshot: CourseSnapshot, some: Some): Pool | null;
  /**
   * The value of a pool, of one course or of many: a cohort, a programme and an institution are read by the formula of
   * a course, from all their learners and posts, and the minimum holds for them together.
   */
  value(pool: Pool): number | null;
  /**
   * The value if each learner had been in the class so many times, for the health index's interval. Absent: it is a
   * property of the whole network and is held fixed.
   */
  redraw?(snapshot: CourseSnapshot): (times: ArrayLike<number>) => number | null;
}

/** Whether a learner is among some of a class, by node. */
export type Some = (node: number) => boolean;

/** Counts and sums by name. They add up: the pool of two courses is the sum of theirs, name by name. */
export type Pool = Readonly<Record<string, number>>;

export type { CourseSnapshot };

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
