/**
 * Components: who hangs together, directly or through others, whatever the direction.
 *
 * The giant share (C03) is the largest component over all people, isolates included; the isolates share (C02) is
 * those with nobody at all. Both 0..1, and null for an empty network: nobody can be a share of nobody.
 *
 * Wasserman, S. & Faust, K. (1994). Social Network Analysis. Cambridge University Press.
 */
import { stepsFrom } from './breadth-first.ts';
import { type Adjacency, type Network, degreeOf } from './network.ts';

/** Largest first; equally large ones in the order of their first node. Nodes ascend within a component. */
export function components({ undirected }: Network): readonly (readonly number[])[] {
  const order = undirected.starts.length - 1;
  const seen = new Uint8Array(order);
  const steps = new Int32Array(order);
  const found: number[][] = [];
  for (let start = 0; start < order; start++) {
    if (seen[start]) continue;
    const members = degreeOf(undirected, start) === 0 ? [start] : reachable(undirected, start, steps);
    for (const member of members) seen[member] = 1;
    found.push(members);
  }
  return found.sort((one, other) => other.length - one.length);
}

export function giantComponentShare(network: Network): number | null {
  const largest = components(network)[0];
  return largest === undefined ? null : largest.length / network.nodes.length;
}

export function isolatesShare({ nodes, undirected }: Network): number | null {
  if (nodes.length === 0) return null;
  return nodes.filter((_, node) => degreeOf(undirected, node) === 0).length / nodes.length;
}

/** Per node: how many people its component holds, itself included. */
export function componentSizes(network: Network): Uint32Array {
  const sizes = new Uint32Array(network.nodes.length);
  for (const members of components(network)) for (const member of members) sizes[member] = members.length;
  return sizes;
}

function reachable(adjacency: Adjacency, start: number, steps: Int32Array): number[] {
  const members: number[] = [];
  stepsFrom(adjacency, start, steps).forEach((distance, node) => {
    if (distance >= 0) members.push(node);
  });
  return members;
}
