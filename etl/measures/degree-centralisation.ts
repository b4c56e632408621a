/**
 * Degree centralisation: whether the talk runs through few people, 0 (a ring) to 1 (a star) (C06).
 *
 * Sum over people of (highest degree - own degree), over (n-1)(n-2), on the undirected projection. Null with fewer
 * than three people, where no shape can be told from another. With-staff minus without-staff says how
 * facilitator-centric a course is.
 *
 * Freeman, L. C. (1979). Centrality in social networks: conceptual clarification. Social Networks 1(3), 215–239.
 */
import { distinctPeers } from './degree.ts';
import type { Network } from './network.ts';

export function degreeCentralisation(network: Network): number | null {
  const order = network.nodes.length;
  if (order < 3) return null;
  const degrees = distinctPeers(network);
  const highest = degrees.reduce((most, degree) => Math.max(most, degree), 0);
  return degrees.reduce((sum, degree) => sum + highest - degree, 0) / ((order - 1) * (order - 2));
}
