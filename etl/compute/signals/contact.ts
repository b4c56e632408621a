import type { CourseFacts } from '../facts/course-facts.ts';
import type { TieEvent } from '../facts/tie-event.ts';

/** Decay and window of §1.3. */
export const halfLifeDays = 14;
export const windowMs = 42 * 24 * 3_600_000;
const dayMs = 86_400_000;

/** k(t): 0.5 ^ (age in days / 14). */
export const decay = (at: number, asOf: number): number => 0.5 ** ((asOf - at) / dayMs / halfLifeDays);

/** Inside the hard window: 0 < age <= 42 x 24 h (§9.1.9). */
export const inWindow = (at: number, asOf: number): boolean => at < asOf && asOf - at <= windowMs;

/** Those of ties in the order of time that are inside the hard window. */
export function tiesInWindow(ties: readonly TieEvent[], asOf: number): readonly TieEvent[] {
  const end = firstFrom(ties, asOf);
  let first = firstFrom(ties, asOf - windowMs);
  while (first < end && !inWindow(ties[first]!.at, asOf)) first += 1;
  return ties.slice(first, end);
}

/** Place of the first tie at or after an instant. */
function firstFrom(ties: readonly TieEvent[], instant: number): number {
  let [low, high] = [0, ties.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (ties[middle]!.at < instant) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** What every learner has with every classmate at T. Keys of the maps are person ids. */
export interface Contacts {
  /** given[i][j]: decayed weight of what i addressed to j, all directed student kinds. */
  readonly given: Pairs;
  /** cop[i][j]: decayed weight of time and work together, symmetric. */
  readonly together: Pairs;
  /** Ambient contact by person: the scalar of sessions of more than a hundred. */
  readonly ambient: ReadonlyMap<number, number>;
}

export type Pairs = ReadonlyMap<number, Row>;

/** Sums ties in their stored order, then thread co-presence: the same facts give the same bits. */
export function contactsAt(facts: CourseFacts, copresence: readonly TieEvent[], asOf: number): Contacts {
  const given = new Map<number, Map<number, number>>();
  const together = new Map<number, Map<number, number>>();
  for (const ties of [tiesInWindow(facts.ties, asOf), copresence]) {
    // Hundreds have the same instant: what it is worth is asked once.
    let [at, share] = [NaN, 0];
    for (const tie of ties) {
      if (tie.layer === 'staff' || !inWindow(tie.at, asOf)) continue;
      if (tie.at !== at) [at, share] = [tie.at, decay(tie.at, asOf)];
      const weight = tie.weight * share;
      if (tie.directed) add(given, tie.source, tie.target, weight);
      else {
        add(together, tie.source, tie.target, weight);
        add(together, tie.target, tie.source, weight);
      }
    }
  }
  const ambient = new Map<number, number>();
  for (const { personId, at, hours } of facts.ambient) {
    if (inWindow(at, asOf)) ambient.set(personId, (ambient.get(personId) ?? 0) + 0.5 * hours * decay(at, asOf));
  }
  return { given, together, ambient };
}

/**
 * effective_peers of §1.4: received counts full, sent half, together full; each classmate saturates at one.
 * `peers` is E without opted-out learners (§9.1.9).
 */
export function effectivePeers(person: number, peers: ReadonlySet<number>, contacts: Contacts): number {
  const [received, given, together] = [receivedOf(contacts), contacts.given, contacts.together].map(
    (pairs) => pairs.get(person) ?? nobody,
  ) as [Row, Row, Row];
  let sum = contacts.ambient.get(person) ?? 0;
  const add = (peer: number): void => {
    if (peer === person || !peers.has(peer)) return;
    const contact = (received.get(peer) ?? 0) + 0.5 * (given.get(peer) ?? 0) + (together.get(peer) ?? 0);
    if (contact > 0) sum += 1 - Math.exp(-contact);
  };
  // Each classmate once, and only those there was anything with: a lecture's people know few of each other.
  for (const peer of together.keys()) add(peer);
  for (const peer of received.keys()) if (!together.has(peer)) add(peer);
  for (const peer of given.keys()) if (!together.has(peer) && !received.has(peer)) add(peer);
  return sum;
}

type Row = ReadonlyMap<number, number>;
const nobody: Row = new Map();

/** S02: classmates from whom anything reached the learner. */
export function inboundPeers(person: number, peers: ReadonlySet<number>, contacts: Pick<Contacts, 'given'>): number {
  let count = 0;
  for (const [peer, weight] of receivedOf(contacts).get(person) ?? []) {
    if (weight > 0 && peer !== person && peers.has(peer)) count += 1;
  }
  return count;
}

const turned = new WeakMap<Pairs, Pairs>();

/** What was given, by who received it: turned around once for everybody who asks. */
export function receivedOf({ given }: Pick<Contacts, 'given'>): Pairs {
  const known = turned.get(given);
  if (known !== undefined) return known;
  const received = new Map<number, Map<number, number>>();
  for (const [from, row] of given) for (const [to, weight] of row) add(received, to, from, weight);
  turned.set(given, received);
  return received;
}

/** S06 out: what the learner addressed to classmates, in reply equivalents. */
export function voice(person: number, peers: ReadonlySet<number>, { given }: Contacts): number {
  let sum = 0;
  for (const [peer, weight] of given.get(person) ?? []) if (peers.has(peer)) sum += weight;
  return sum;
}

function add(pairs: Map<number, Map<number, number>>, from: number, to: number, weight: number): void {
  const row = pairs.get(from);
  if (row === undefined) pairs.set(from, new Map([[to, weight]]));
  else row.set(to, (row.get(to) ?? 0) + weight);
}
