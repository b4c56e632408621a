/**
 * Burt's constraint: whether a person's contacts are one circle or several, 0 to about 1.13 (S18).
 *
 * p_ij is the share of i's ties that goes to j; c_i = sum over contacts j of (p_ij + sum over q of p_iq p_qj)².
 * High: all contacts know each other, or there is only one. Low: the contacts do not know each other. Null for an
 * isolate, who has no ego network to be constrained by.
 *
 * Burt, R. S. (1992). Structural Holes: The Social Structure of Competition. Harvard University Press, ch. 2.
 */
import { type Network, weightBetween } from './network.ts';

/** `weighted` takes w_ij + w_ji of the undirected projection, `unweighted` takes 1 for every edge of it. */
export function constraint(
  network: Network,
  weighting: 'weighted' | 'unweighted' = 'weighted',
): readonly (number | null)[] {
  const { starts, neighbours } = network.undirected;
  const weights = weighting === 'weighted' ? network.undirected.weights : new Float64Array(neighbours.length).fill(1);
  const adjacency = { starts, neighbours, weights };
  const totals = network.nodes.map((_, node) => weights.subarray(starts[node], starts[node + 1]).reduce(sum, 0));
  const share = (from: number, to: number): number => weightBetween(adjacency, from, to) / totals[from]!;

  return network.nodes.map((_, ego) => {
    const contacts = neighbours.subarray(starts[ego], starts[ego + 1]);
    if (contacts.length === 0) return null;
    return contacts.reduce((constrained, contact) => {
      let invested = share(ego, contact);
      for (const between of contacts)
        if (between !== contact) invested += share(ego, between) * share(between, contact);
      return constrained + invested ** 2;
    }, 0);
  });
}

const sum = (one: number, other: number): number => one + other;
