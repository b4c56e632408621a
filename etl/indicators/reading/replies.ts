import type { WrittenPost } from '../../compute/writing.ts';
import type { CourseSnapshot } from '../../indicator.ts';
import { decay } from '../../compute/signals/contact.ts';
import { dayMs } from './answers.ts';
import { ofNodes, type Share } from './share.ts';

/** Decayed replies that reached somebody in 42 days, from staff and from classmates, in reply equivalents. */
interface Received {
  staff: number;
  peers: number;
}

const received = new WeakMap<CourseSnapshot['ties'], ReadonlyMap<number, Received>>();
const nothing: Received = { staff: 0, peers: 0 };

/** What reached a person. The ties are gone through once a snapshot, whoever is asked about. */
export function repliesTo({ ties, asOf }: CourseSnapshot, person: number): Readonly<Received> {
  const known = received.get(ties) ?? receivedBy(ties, asOf);
  received.set(ties, known);
  return known.get(person) ?? nothing;
}

function receivedBy(ties: CourseSnapshot['ties'], asOf: number): ReadonlyMap<number, Received> {
  const byPerson = new Map<number, Received>();
  for (const { kind, layer, target, at, weight } of ties) {
    if (kind !== 'reply') continue;
    const sums = byPerson.get(target) ?? { staff: 0, peers: 0 };
    byPerson.set(target, sums);
    sums[layer === 'staff' ? 'staff' : 'peers'] += weight * decay(at, asOf);
  }
  return byPerson;
}

/** How many classmates' replies of the snapshot's ties came from, or went to, each person. */
export function peerReplies(
  ties: CourseSnapshot['ties'],
  end: 'source' | 'target',
): { readonly of: (person: number) => number } {
  const counts = new Map<number, number>();
  for (const tie of ties) {
    if (tie.kind === 'reply' && tie.layer === 'direct_peer') counts.set(tie[end], (counts.get(tie[end]) ?? 0) + 1);
  }
  return { of: (person) => counts.get(person) ?? 0 };
}

/** The different classmates each person has answered in the window. */
export function answeredPeers({ ties }: CourseSnapshot): ReadonlyMap<number, ReadonlySet<number>> {
  const answered = new Map<number, Set<number>>();
  for (const { kind, layer, source, target } of ties) {
    if (kind !== 'reply' || layer !== 'direct_peer') continue;
    answered.set(source, (answered.get(source) ?? new Set()).add(target));
  }
  return answered;
}

/** Nodes of the learners to whom staff replied in 28 days. */
export function reachedByStaff({ ties, nodeOf, asOf }: CourseSnapshot): ReadonlySet<number> {
  const reached = new Set<number>();
  for (const { kind, layer, target, at } of ties) {
    const node = nodeOf.get(target);
    if (kind === 'reply' && layer === 'staff' && node !== undefined && asOf - at <= 28 * dayMs) reached.add(node);
  }
  return reached;
}

/** Answers of 28 days to posts of the class, and those of them by staff, at the node of who was answered. */
export function answersTo({ writing, people, nodeOf, asOf }: CourseSnapshot): Share {
  const authorOf = new Map<number, WrittenPost>(writing.map((post) => [post.postId, post]));
  const share = ofNodes(
    people.length,
    () => 0,
    () => 0,
  );
  for (const { answers, author, at, byStaff, byStudent } of writing) {
    const asked = answers === null ? undefined : authorOf.get(answers)?.author;
    const node = asked === undefined || asked === author ? undefined : nodeOf.get(asked);
    if (node === undefined || asOf - at > 28 * dayMs || !(byStaff || byStudent)) continue;
    share.whole[node]! += 1;
    if (byStaff) share.part[node]! += 1;
  }
  return share;
}
