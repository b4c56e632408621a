/**
 * Eigenvector centrality: being connected to the well connected, 0..1, on the giant component only (S15).
 *
 * Weighted, L2 norm 1. Null outside the giant component: on a disconnected weighted network the power iteration gives
 * an isolated pair 0.707 each and everyone else 0, and graphology's default call gives up with "failed to converge".
 * Of two equally large components the one of the first node counts. Null for everybody where nobody has a tie, and
 * where 5,000 rounds do not settle.
 *
 * Bonacich, P. (1972). Factoring and weighting approaches to status scores and clique identification.
 * Journal of Mathematical Sociology 2(1), 113–120.
 */
import { components } from './components.ts';
import type { Network } from './network.ts';

const rounds = 5000;
const tolerance = 1e-9;

export function eigenvectorOnGiant(network: Network): readonly (number | null)[] {
  const giant = components(network)[0] ?? [];
  const settled = giant.length < 2 ? null : settle(network, giant);
  const values = new Array<number | null>(network.nodes.length).fill(null);
  if (settled !== null) giant.forEach((node) => (values[node] = settled[node]!));
  return values;
}

/**
 * Power iteration with every node's own value kept, which settles on bipartite components too. By node; 0 outside the
 * component. Null where it does not settle.
 */
function settle({ nodes, undirected }: Network, component: readonly number[]): Float64Array | null {
  const { starts, neighbours, weights } = undirected;
  let values = new Float64Array(nodes.length);
  for (const node of component) values[node] = 1 / component.length;
  let next = new Float64Array(nodes.length);
  for (let round = 0; round < rounds; round++) {
    next.set(values);
    for (const node of component) {
      const value = values[node]!;
      for (let at = starts[node]!; at < starts[node + 1]!; at++) next[neighbours[at]!]! += value * weights[at]!;
    }
    let squares = 0;
    for (const node of component) squares += next[node]! ** 2;
    const length = Math.sqrt(squares);
    let moved = 0;
    for (const node of component) {
      next[node]! /= length;
      moved += Math.abs(next[node]! - values[node]!);
    }
    [values, next] = [next, values];
    if (moved < component.length * tolerance) return values;
  }
  return null;
}
