/**
 * PageRank: attention that counts more when it comes from those who receive attention (S14).
 *
 * Weighted by what was given, damping 0.85, dangling mass spread evenly. The values sum to 1 over the class, so only
 * ranks compare. Empty for an empty network; equal for a network without arcs.
 *
 * graphology stops at an error of n * 1e-6, about 5e-6 off; the tolerance here is its limit of numbers instead.
 * 0.85^1000 is far below it, so the iteration always settles.
 *
 * Page, L., Brin, S., Motwani, R. & Winograd, T. (1999). The PageRank citation ranking. Stanford InfoLab 1999-66.
 */
import { centrality } from 'graphology-metrics';
import { directedView, inOrder } from './graphology-view.ts';
import type { Network } from './network.ts';

export function pagerank(network: Network, weighting: 'weighted' | 'unweighted' = 'weighted'): Float64Array {
  if (network.nodes.length === 0) return new Float64Array();
  const ranks = centrality.pagerank(directedView(network), {
    alpha: 0.85,
    getEdgeWeight: weighting === 'weighted' ? 'weight' : null,
    maxIterations: 1000,
    tolerance: 1e-13,
  });
  return inOrder(network, ranks);
}
