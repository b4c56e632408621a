/**
 * Resilience: what still hangs together if the busiest people leave (C13), 0..1.
 *
 * Remove the person with most ties, count ties again, remove the next; people with equally many leave in node order.
 * The giant component is always taken over the class as it was. Resilience is the giant share after ceil(5 %) of the
 * class has left, over the share before. Null for an empty network.
 *
 * Albert, R., Jeong, H. & Barabási, A.-L. (2000). Error and attack tolerance of complex networks. Nature 406, 378–382.
 * Gillani, N. et al. (2014). Structural limitations of learning in a crowd. Scientific Reports 4, 6447.
 */
import { distinctPeers } from './degree.ts';
import type { Network } from './network.ts';

export interface Removal {
  /** The node that left, or null for the class as it was. */
  readonly removed: number | null;
  readonly giantShare: number;
}

export function resilience(network: Network): number | null {
  const { before, after } = giantAfter(network);
  return before === 0 ? null : after / before;
}

/** People in the giant component before and after ceil(5 %) of the class has left; 0 and 0 for an empty network. */
export function giantAfter(network: Network): { readonly before: number; readonly after: number } {
  const order = network.nodes.length;
  const course = removals(network, Math.ceil(0.05 * order));
  const people = (share: number | undefined): number => Math.round((share ?? 0) * order);
  return { before: people(course[0]?.giantShare), after: people(course.at(-1)?.giantShare) };
}

/** The class as it was, then after each of up to `count` departures. Empty for an empty network. */
export function removals(network: Network, count: number): readonly Removal[] {
  if (network.nodes.length === 0) return [];
  const { starts, neighbours } = network.undirected;
  const gone = new Uint8Array(network.nodes.length);
  const degrees = Int32Array.from(distinctPeers(network));
  const course: Removal[] = [{ removed: null, giantShare: giantShare(network, gone) }];
  while (course.length <= Math.min(count, network.nodes.length)) {
    const busiest = degrees.reduce((best, degree, node) => (degree > degrees[best]! ? node : best), gone.indexOf(0));
    gone[busiest] = 1;
    degrees[busiest] = -1;
    for (const neighbour of neighbours.subarray(starts[busiest], starts[busiest + 1])) {
      if (!gone[neighbour]) degrees[neighbour]! -= 1;
    }
    course.push({ removed: busiest, giantShare: giantShare(network, gone) });
  }
  return course;
}

function giantShare({ nodes, undirected: { starts, neighbours } }: Network, gone: Uint8Array): number {
  const seen = Uint8Array.from(gone);
  let largest = 0;
  for (let start = 0; start < nodes.length; start++) {
    if (seen[start]) continue;
    const stack = [start];
    let size = 0;
    seen[start] = 1;
    for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
      size += 1;
      for (const neighbour of neighbours.subarray(starts[node], starts[node + 1])) {
        if (seen[neighbour]) continue;
        seen[neighbour] = 1;
        stack.push(neighbour);
      }
    }
    largest = Math.max(largest, size);
  }
  return largest / nodes.length;
}
