/** One learner from the week that stood on the page to the week that is compared. */
export interface Observation {
  /** Clusters the interval: the same learner may be reached twice, or be compared with several. */
  readonly learner: string;
  /** Only learners of the same course-week are compared. */
  readonly courseWeek: string;
  /** Isolation score of that week, 0..100. */
  readonly score: number;
  /** 1 worsening, 0 steady or not known, -1 improving. */
  readonly trend: number;
  /** 0..1 */
  readonly coverage: number;
  /** Effective peers in that week. */
  readonly baseline: number;
  /** Effective peers when the window was over, less the baseline. */
  readonly change: number;
  /** Contacts from that week until the window was over: those who were left out that week may be reached in a later one. */
  readonly reached: number;
}

/** The numbers of {@link comparisonRule} in force. */
export interface ComparisonRule {
  /** Nearest similar learners for each contact. */
  readonly matches: number;
  /** Farther apart than this, two learners are not similar. */
  readonly scoreWithin: number;
  readonly coverageWithin: number;
  /** What counts as one step of distance, in score points and in effective peers. */
  readonly scoreStep: number;
  readonly baselineStep: number;
  /** Fewer contacted learners, or fewer to compare with, is too few to say. */
  readonly leastLearners: number;
  /** Fewer of the contacts with somebody similar who was left out is too few to say. */
  readonly leastShare: number;
  /** So many contacts more the one side must have had than the other; with less, nearly all were contacted. */
  readonly leastApart: number;
  readonly level: number;
}

export const comparisonRule: ComparisonRule = {
  matches: 3,
  scoreWithin: 15,
  coverageWithin: 0.25,
  scoreStep: 10,
  baselineStep: 1,
  leastLearners: 8,
  leastShare: 0.5,
  leastApart: 0.3,
  level: 0.95,
};
