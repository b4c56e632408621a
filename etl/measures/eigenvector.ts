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
import { centrality } from 'graphology-metrics';
import { components } from './components.ts';
import { undirectedPart } from './graphology-view.ts';
import type { Network } from './network.ts';

export function eigenvectorOnGiant(network: Network): readonly (number | null)[] {
  const giant = components(network)[0] ?? [];
  if (giant.length < 2) return network.nodes.map(() => null);
  const byPosition = settle(network, giant);
  return network.nodes.map((_, node) => byPosition[node] ?? null);
}

function settle(network: Network, giant: readonly number[]): Readonly<Record<string, number>> {
  try {
    return centrality.eigenvector(undirectedPart(network, giant), {
      getEdgeWeight: 'weight',
      maxIterations: 5000,
      tolerance: 1e-9,
    });
  } catch (error) {
    if (error instanceof Error && error.message.includes('failed to converge')) return {};
    throw error;
  }
}
