/**
 * Clustering: whether the people around a person talk to each other, on the undirected projection, unweighted.
 *
 * Local clustering is 0..1 and 0 below two neighbours; the displayed S19 is null there. The average includes these
 * zeros. Transitivity (C10) is three times the triangles over all pairs of ties that share a person, null where there
 * is no such pair.
 *
 * Watts, D. J. & Strogatz, S. H. (1998). Collective dynamics of "small-world" networks. Nature 393, 440–442.
 * Newman, M. E. J., Watts, D. J. & Strogatz, S. H. (2002). Random graph models of social networks. PNAS 99, 2566–2572.
 */
import { type Network, degreeOf } from './network.ts';

export function localClustering(network: Network): Float64Array {
  return Float64Array.from(linksAmongNeighbours(network), (links, node) => {
    const pairs = pairsOf(degreeOf(network.undirected, node));
    return pairs === 0 ? 0 : links / pairs;
  });
}

/** Null for an empty network. */
export function averageClustering(network: Network): number | null {
  if (network.nodes.length === 0) return null;
  return localClustering(network).reduce((sum, value) => sum + value, 0) / network.nodes.length;
}

export function transitivity(network: Network): number | null {
  const { closed, pairs } = triads(network);
  return pairs === 0 ? null : closed / pairs;
}

/** Pairs of ties that share a person, and those of them whose far ends are tied too. */
export const triads = (network: Network): { readonly closed: number; readonly pairs: number } => ({
  closed: linksAmongNeighbours(network).reduce((sum, links) => sum + links, 0),
  pairs: network.nodes.reduce((sum, _, node) => sum + pairsOf(degreeOf(network.undirected, node)), 0),
});

/** Per node: ties between two of its neighbours. Each triangle counts once at each of its three corners. */
function linksAmongNeighbours({ undirected: { starts, neighbours } }: Network): Uint32Array {
  const order = starts.length - 1;
  const links = new Uint32Array(order);
  const nearNode = new Int32Array(order).fill(-1);
  for (let node = 0; node < order; node++) {
    const begin = starts[node]!;
    const end = starts[node + 1]!;
    for (let at = begin; at < end; at++) nearNode[neighbours[at]!] = node;
    for (let at = begin; at < end; at++) {
      const neighbour = neighbours[at]!;
      for (let further = starts[neighbour]!; further < starts[neighbour + 1]!; further++) {
        const other = neighbours[further]!;
        if (other > neighbour && nearNode[other] === node) links[node]! += 1;
      }
    }
  }
  return links;
}

const pairsOf = (people: number): number => (people * (people - 1)) / 2;
