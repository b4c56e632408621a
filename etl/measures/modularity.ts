/**
 * Modularity: how much more tie weight lies within given circles than chance would put there, -0.5..1.
 *
 * Resolution 1, weighted; the directed reading compares with out-strength times in-strength. Null without an edge,
 * where graphology would throw.
 *
 * Newman, M. E. J. (2006). Modularity and community structure in networks. PNAS 103(23), 8577–8582.
 * Dugué, N. & Perez, A. (2015). Directed Louvain: maximizing modularity in directed networks. hal-01231784.
 */
import { graph } from 'graphology-metrics';
import { directedView, undirectedView } from './graphology-view.ts';
import type { Network } from './network.ts';

/** `circles` in the order of the nodes; equal values are the same circle. */
export function modularity(
  network: Network,
  circles: readonly (string | number)[],
  ties: 'undirected' | 'directed' = 'undirected',
): number | null {
  if (network.undirected.neighbours.length === 0) return null;
  const view = ties === 'undirected' ? undirectedView(network) : directedView(network);
  return graph.modularity(view, {
    getNodeCommunity: (node) => circles[Number(node)]!,
    getEdgeWeight: 'weight',
  });
}
