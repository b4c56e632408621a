/**
 * Maximal cliques: groups in which everybody knows everybody and to which nobody can be added; how many there are of
 * at least a size. A count, 0 for a network without ties. Null where there are more than `most`: a dense network has
 * exponentially many, and nobody reads that far.
 *
 * Bron, C. & Kerbosch, J. (1973). Finding all cliques of an undirected graph. Communications of the ACM 16, 575–577,
 * with a pivot: Tomita, E., Tanaka, A. & Takahashi, H. (2006). Theoretical Computer Science 363, 28–42.
 */
import type { Network } from './network.ts';

export function maximalCliques(network: Network, atLeast: number, most = 10_000): number | null {
  const { starts, neighbours } = network.undirected;
  const near = network.nodes.map((_, node) => new Set(neighbours.subarray(starts[node], starts[node + 1])));
  const among = (people: readonly number[], node: number): number[] => people.filter((one) => near[node]!.has(one));
  let found = 0;
  const grow = (size: number, candidates: readonly number[], done: readonly number[]): void => {
    if (candidates.length === 0 && done.length === 0 && size >= atLeast) found += 1;
    let left = [...candidates];
    const closed = [...done];
    const pivot = pivotOf(candidates, done, among);
    for (const node of candidates) {
      if (found > most) return;
      if (pivot !== undefined && near[pivot]!.has(node)) continue;
      grow(size + 1, among(left, node), among(closed, node));
      left = left.filter((one) => one !== node);
      closed.push(node);
    }
  };
  // An isolate is a clique of one.
  const tied = [...network.nodes.keys()].filter((node) => near[node]!.size > 0);
  grow(0, tied, []);
  return found > most ? null : found;
}

/** Who knows most of the candidates: their acquaintances need no turn of their own. */
function pivotOf(
  candidates: readonly number[],
  done: readonly number[],
  among: (people: readonly number[], node: number) => readonly number[],
): number | undefined {
  let best: number | undefined;
  let most = -1;
  for (const node of [...candidates, ...done]) {
    const shared = among(candidates, node).length;
    if (shared > most) [best, most] = [node, shared];
  }
  return best;
}
