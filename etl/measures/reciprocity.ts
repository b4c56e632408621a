/**
 * Reciprocity: whether what people address to others comes back.
 *
 * Share of arcs whose reverse exists, 0..1 (C05). The weighted form asks how much of the weight is returned, so a
 * thank-you does not cancel a monologue. Null on a network without arcs: nothing could have been returned.
 * Discussion forums lie at 0.20 to 0.26, private messaging at 0.64.
 *
 * Wasserman, S. & Faust, K. (1994). Social Network Analysis. Cambridge University Press.
 * Squartini, T., Picciolo, F., Ruzzenenti, F. & Garlaschelli, D. (2013). Reciprocity of weighted networks.
 * Scientific Reports 3, 2729.
 */
import { type Network, weightBetween } from './network.ts';

/** Per node: people with whom it goes both ways (S07). */
export function reciprocatedTies(network: Network): Uint32Array {
  const { starts, neighbours } = network.outgoing;
  const mutual = new Uint32Array(network.nodes.length);
  for (let node = 0; node < mutual.length; node++) {
    for (let at = starts[node]!; at < starts[node + 1]!; at++) {
      if (weightBetween(network.outgoing, neighbours[at]!, node) > 0) mutual[node]! += 1;
    }
  }
  return mutual;
}

export function reciprocity(network: Network): number | null {
  const arcs = network.outgoing.neighbours.length;
  if (arcs === 0) return null;
  return reciprocatedTies(network).reduce((sum, mutual) => sum + mutual, 0) / arcs;
}

/** Sum over ordered pairs of min(w_ij, w_ji), over the whole weight. */
export function weightedReciprocity(network: Network): number | null {
  const { starts, neighbours, weights } = network.outgoing;
  let total = 0;
  let returned = 0;
  for (let node = 0; node < network.nodes.length; node++) {
    for (let at = starts[node]!; at < starts[node + 1]!; at++) {
      total += weights[at]!;
      returned += Math.min(weights[at]!, weightBetween(network.outgoing, neighbours[at]!, node));
    }
  }
  return total === 0 ? null : returned / total;
}
