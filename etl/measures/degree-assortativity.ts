/**
 * Degree assortativity: whether people with many ties talk to people with many ties, -1..1.
 *
 * The correlation of the degrees at the two ends of an edge of the undirected projection. Null where all degrees are
 * the same (a ring) and without an edge: a correlation needs something that varies.
 *
 * Newman, M. E. J. (2002). Assortative mixing in networks. Physical Review Letters 89, 208701.
 */
import { distinctPeers } from './degree.ts';
import type { Network } from './network.ts';

export function degreeAssortativity(network: Network): number | null {
  const { starts, neighbours } = network.undirected;
  const degrees = distinctPeers(network);
  let products = 0;
  let degreesAtEnds = 0;
  let squares = 0;
  for (let node = 0; node < network.nodes.length; node++) {
    const degree = degrees[node]!;
    degreesAtEnds += degree * degree;
    squares += degree ** 3;
    for (let at = starts[node]!; at < starts[node + 1]!; at++) products += degree * degrees[neighbours[at]!]!;
  }
  const ends = neighbours.length;
  const variation = ends * squares - degreesAtEnds ** 2;
  return variation === 0 ? null : (ends * products - degreesAtEnds ** 2) / variation;
}
