/**
 * Degree and strength: with how many people, and with how much weight. Counts and weights, 0 and up; 0 for an isolate.
 *
 * Degree-type measures are the ones that replicate: consistent over 69 course offerings (n = 3,277), where
 * betweenness and closeness were uncertain.
 *
 * Freeman, L. C. (1979). Centrality in social networks: conceptual clarification. Social Networks 1(3), 215–239.
 * Saqr, M., Elmoazen, R., Tedre, M., López-Pernas, S. & Hirsto, L. (2022). The curious case of centrality measures.
 * Journal of Learning Analytics 9(1), 13–31.
 */
import { type Adjacency, type Network, degreeOf } from './network.ts';

/** People the learner addressed. */
export const outDegree = (network: Network): Uint32Array => degrees(network.outgoing);

/** People who addressed the learner. */
export const inDegree = (network: Network): Uint32Array => degrees(network.incoming);

/** People on the other end in either direction, each counted once (S03, distinct peers). */
export const distinctPeers = (network: Network): Uint32Array => degrees(network.undirected);

/** Weight of what the learner addressed to others. */
export const outStrength = (network: Network): Float64Array => strengths(network.outgoing);

/** Weight of what reached the learner. */
export const inStrength = (network: Network): Float64Array => strengths(network.incoming);

/** Weight given and received together. */
export const undirectedStrength = (network: Network): Float64Array => strengths(network.undirected);

function degrees(adjacency: Adjacency): Uint32Array {
  return Uint32Array.from({ length: adjacency.starts.length - 1 }, (_, node) => degreeOf(adjacency, node));
}

function strengths({ starts, weights }: Adjacency): Float64Array {
  const sums = new Float64Array(starts.length - 1);
  for (let node = 0; node < sums.length; node++) {
    for (let at = starts[node]!; at < starts[node + 1]!; at++) sums[node]! += weights[at]!;
  }
  return sums;
}
