import type { CourseFacts } from '../facts/course-facts.ts';
import type { TieEvent } from '../facts/ties.ts';

/** Decay and window of §1.3. */
export const halfLifeDays = 14;
export const windowMs = 42 * 24 * 3_600_000;
const dayMs = 86_400_000;

/** k(t): 0.5 ^ (age in days / 14). */
export const decay = (at: number, asOf: number): number => 0.5 ** ((asOf - at) / dayMs / halfLifeDays);

/** Inside the hard window: 0 < age <= 42 x 24 h (§9.1.9). */
export const inWindow = (at: number, asOf: number): boolean => at < asOf && asOf - at <= windowMs;

/** What every learner has with every classmate at T. Keys of the maps are person ids. */
export interface Contacts {
  /** given[i][j]: decayed weight of what i addressed to j, all directed student kinds. */
  readonly given: Pairs;
  /** cop[i][j]: decayed weight of time and work together, symmetric. */
  readonly together: Pairs;
  /** Ambient contact by person: the scalar of sessions of more than a hundred. */
  readonly ambient: ReadonlyMap<number, number>;
}

export type Pairs = ReadonlyMap<number, ReadonlyMap<number, number>>;

/** Sums ties in their stored order, then thread co-presence: the same facts give the same bits. */
export function contactsAt(facts: CourseFacts, copresence: readonly TieEvent[], asOf: number): Contacts {
  const given = new Map<number, Map<number, number>>();
  const together = new Map<number, Map<number, number>>();
  for (const tie of [...facts.ties, ...copresence]) {
    if (tie.layer === 'staff' || !inWindow(tie.at, asOf)) continue;
    const weight = tie.weight * decay(tie.at, asOf);
    if (tie.directed) add(given, tie.source, tie.target, weight);
    else {
      add(together, tie.source, tie.target, weight);
      add(together, tie.target, tie.source, weight);
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
  let sum = contacts.ambient.get(person) ?? 0;
  for (const peer of peers) {
    if (peer === person) continue;
    const contact =
      (contacts.given.get(peer)?.get(person) ?? 0) +
      0.5 * (contacts.given.get(person)?.get(peer) ?? 0) +
      (contacts.together.get(person)?.get(peer) ?? 0);
    if (contact > 0) sum += 1 - Math.exp(-contact);
  }
  return sum;
}

/** S02: classmates from whom anything reached the learner. */
export function inboundPeers(person: number, peers: ReadonlySet<number>, { given }: Contacts): number {
  let count = 0;
  for (const peer of peers) if (peer !== person && (given.get(peer)?.get(person) ?? 0) > 0) count += 1;
  return count;
}

/** S06 out: what the learner addressed to classmates, in reply equivalents. */
export function voice(person: number, peers: ReadonlySet<number>, { given }: Contacts): number {
  let sum = 0;
  for (const [peer, weight] of given.get(person) ?? []) if (peers.has(peer)) sum += weight;
  return sum;
}

function add(pairs: Map<number, Map<number, number>>, from: number, to: number, weight: number): void {
  const row = pairs.get(from) ?? new Map<number, number>();
  if (row.size === 0) pairs.set(from, row);
  row.set(to, (row.get(to) ?? 0) + weight);
}
