/**
 * PageRank: attention that counts more when it comes from those who receive attention (S14).
 *
 * Weighted by what was given, damping 0.85, dangling mass spread evenly. The values sum to 1 over the class, so only
 * ranks compare. Empty for an empty network; equal for a network without arcs.
 *
 * Rounds end when the ranks move by less than n * 1e-13 in all. graphology's own default, n * 1e-6, is about 5e-6 off;
 * 0.85^1000 is far below both, so the iteration always settles.
 *
 * Page, L., Brin, S., Motwani, R. & Winograd, T. (1999). The PageRank citation ranking. Stanford InfoLab 1999-66.
 */
import type { Network } from './network.ts';

const damping = 0.85;
const rounds = 1000;
const tolerance = 1e-13;

export function pagerank(network: Network, weighting: 'weighted' | 'unweighted' = 'weighted'): Float64Array {
  const order = network.nodes.length;
  const { starts, neighbours } = network.outgoing;
  const shares = sharesOf(network, weighting);
  let ranks = new Float64Array(order).fill(1 / order);
  let next = new Float64Array(order);
  for (let round = 0; round < rounds; round++) {
    let dangling = 0;
    for (let node = 0; node < order; node++) if (starts[node] === starts[node + 1]) dangling += ranks[node]!;
    next.fill((damping * dangling + 1 - damping) / order);
    for (let node = 0; node < order; node++) {
      const rank = damping * ranks[node]!;
      for (let at = starts[node]!; at < starts[node + 1]!; at++) next[neighbours[at]!]! += rank * shares[at]!;
    }
    let moved = 0;
    for (let node = 0; node < order; node++) moved += Math.abs(next[node]! - ranks[node]!);
    [ranks, next] = [next, ranks];
    if (moved < order * tolerance) break;
  }
  return ranks;
}

/** What share of a node's attention goes along each of its arcs. */
function sharesOf({ outgoing: { starts, weights } }: Network, weighting: 'weighted' | 'unweighted'): Float64Array {
  const shares = new Float64Array(weights.length);
  for (let node = 0; node + 1 < starts.length; node++) {
    const [first, end] = [starts[node]!, starts[node + 1]!];
    let all = 0;
    for (let at = first; at < end; at++) all += weighting === 'weighted' ? weights[at]! : 1;
    for (let at = first; at < end; at++) shares[at] = (weighting === 'weighted' ? weights[at]! : 1) / all;
  }
  return shares;
}
