/**
 * Harmonic closeness: how few steps a person is from everybody else, 0..1 (S16).
 *
 * The mean over all others of 1/steps, with 0 for those out of reach; 0 for an isolate and for a class of one. Used
 * instead of closeness because that gives a closed pair 1, the best value in the course. Shown, never scored:
 * closeness replicates poorly.
 *
 * Marchiori, M. & Latora, V. (2000). Harmony in the small-world. Physica A 285, 539–546.
 * Boldi, P. & Vigna, S. (2014). Axioms for centrality. Internet Mathematics 10(3–4), 222–262.
 */
import { stepsFrom } from './breadth-first.ts';
import { type Network, degreeOf } from './network.ts';
import { shortestWays } from './shortest-ways.ts';

/** On the undirected projection. */
export function harmonicCloseness(network: Network): Float64Array {
  const others = network.nodes.length - 1;
  return shortestWays(network).nearness.map((sum) => (sum === 0 ? 0 : sum / others));
}

/** By the ways that lead to the person: how quickly news from others arrives. */
export function inwardHarmonicCloseness({ incoming: adjacency }: Network): Float64Array {
  const order = adjacency.starts.length - 1;
  const steps = new Int32Array(order);
  const values = new Float64Array(order);
  for (let node = 0; node < order; node++) {
    if (degreeOf(adjacency, node) === 0) continue;
    let sum = 0;
    for (const distance of stepsFrom(adjacency, node, steps)) if (distance > 0) sum += 1 / distance;
    values[node] = sum / (order - 1);
  }
  return values;
}
