/**
 * Betweenness: how often a person lies on the shortest ways between two others, 0..1.
 *
 * Sum over ordered pairs, divided by (n-1)(n-2); 0 with fewer than three people. Neither good nor bad for a learner
 * (it relates negatively to sense of community), so it is shown as "bridges" and never scored.
 *
 * graphology reads `weight` as a distance unless told otherwise, which makes strong ties long: hence the explicit
 * `getEdgeWeight` everywhere below.
 *
 * Freeman, L. C. (1977). A set of measures of centrality based on betweenness. Sociometry 40(1), 35–41.
 * Brandes, U. (2001). A faster algorithm for betweenness centrality. Journal of Mathematical Sociology 25(2), 163–177.
 * Dawson, S. (2008). A study of the relationship between student social networks and sense of community.
 * Educational Technology & Society 11(3), 224–238.
 */
import { centrality } from 'graphology-metrics';
import { directedView, inOrder, undirectedView } from './graphology-view.ts';
import type { Network } from './network.ts';

/** On the undirected projection, every tie one step long (S17). */
export function betweenness(network: Network): Float64Array {
  if (tooFew(network)) return new Float64Array(network.nodes.length);
  return inOrder(network, centrality.betweenness(undirectedView(network), { getEdgeWeight: null }));
}

/** Along the arcs. With `nearer_when_stronger` an arc is 1/weight long. */
export function directedBetweenness(
  network: Network,
  distance: 'steps' | 'nearer_when_stronger' = 'steps',
): Float64Array {
  if (tooFew(network)) return new Float64Array(network.nodes.length);
  const getEdgeWeight = distance === 'steps' ? null : (_arc: unknown, { weight }: { weight: number }) => 1 / weight;
  return inOrder(network, centrality.betweenness(directedView(network), { getEdgeWeight }));
}

/** Between two people lies nobody; and graphology throws on an empty graph. */
const tooFew = ({ nodes }: Network): boolean => nodes.length < 3;
