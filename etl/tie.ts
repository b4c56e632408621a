/**
 * A tie is one kind of trace that two people had to do with each other. Its SQL lives in sql/ties/ and is one SELECT
 * of (source, target, occurred_at, weight, event_ref), or of who was there together; everything a reader must know
 * about it stands here.
 */
export interface Tie {
  /** Stored with every row. Two kinds, not one, where a difference matters: assigned and chosen feedback. */
  readonly kind: string;
  readonly title: string;
  /** The question in an instructor's words: "Who answered whom?" */
  readonly question: string;
  /** What one unit of weight is. Always comparable: 1 is one direct reply. */
  readonly unit: string;
  /** The narrowest layer it belongs to. A kind in `direct_peer` counts as contact too, never the other way round. */
  readonly layer: Layer;
  /** Directed: source addressed target. Undirected: they did something together, stored once, source < target. */
  readonly directed: boolean;
  readonly weight: TieWeight;
  /** Where kind and weight come from: a paper, or "design" with the reason. */
  readonly source: string;
  /** Below sql/ties/. */
  readonly sqlFile: `${string}.sql`;
  /** Its SQL says who was where for how long: everybody has a tie with everybody else, made where it is read. */
  readonly ofStays?: true;
  /** Kinds its SQL reads, so that they are rebuilt first. */
  readonly after?: readonly string[];
}

/**
 * `direct_peer`: someone addressed someone; graph measures, isolates, reciprocity.
 * `contact`: that, weak signals and time spent together; effective peers.
 * The same event between a learner and a teacher goes to the layer `staff` and is never a peer tie. Being in one
 * group or cohort is opportunity, which is not a tie at all.
 */
export type Layer = 'direct_peer' | 'contact';

export interface TieWeight {
  /** Before decay. */
  readonly base: number;
  /** What the base is for, and how a crowd shares it: "per hour together, over the others present". */
  readonly per: string;
  /** Guards that keep one noisy channel from drowning the rest: "at most 5 per pair and week". */
  readonly limit?: string;
}

/** Keeps the literal kind while checking the shape. */
export function defineTie<const T extends Tie>(tie: T): T {
  return tie;
}
