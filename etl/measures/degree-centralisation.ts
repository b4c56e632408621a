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
  const { spread, most } = degreeSpread(network);
  return most === 0 ? null : spread / most;
}

/** Both halves of the measure: what stands out above all others, and the most that could, which a star has. */
export function degreeSpread(network: Network): { readonly spread: number; readonly most: number } {
  const order = network.nodes.length;
  if (order < 3) return { spread: 0, most: 0 };
  const degrees = distinctPeers(network);
  const highest = degrees.reduce((best, degree) => Math.max(best, degree), 0);
  return {
    spread: degrees.reduce((sum, degree) => sum + highest - degree, 0),
    most: (order - 1) * (order - 2),
  };
}
