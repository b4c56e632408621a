/**
 * Density: the share of possible links that exist, 0..1. 0 for fewer than two people.
 *
 * It falls with class size by nature (0.007 in a forum of 445), so it must never be compared across classes; show the
 * median number of distinct peers next to it (C04).
 *
 * Wasserman, S. & Faust, K. (1994). Social Network Analysis. Cambridge University Press.
 */
import type { Network } from './network.ts';

/** Arcs over n(n-1). */
export function density(network: Network): number {
  return overPairs(network.outgoing.neighbours.length, network.nodes.length);
}

/** Edges of the undirected projection over n(n-1)/2. */
export function undirectedDensity(network: Network): number {
  return overPairs(network.undirected.neighbours.length, network.nodes.length);
}

/** Every undirected edge stands in two rows, so both readings divide by ordered pairs. */
function overPairs(links: number, people: number): number {
  return people < 2 ? 0 : links / (people * (people - 1));
}
