/**
 * Betweenness: how often a person lies on the shortest ways between two others, 0..1.
 *
 * Sum over ordered pairs, divided by (n-1)(n-2); 0 with fewer than three people. Neither good nor bad for a learner
 * (it relates negatively to sense of community), so it is shown as "bridges" and never scored.
 *
 * What is worked out for every class and week runs over the compressed rows; along the arcs graphology does it, which
 * reads `weight` as a distance unless told otherwise and so makes strong ties long: hence the explicit `getEdgeWeight`.
 *
 * Freeman, L. C. (1977). A set of measures of centrality based on betweenness. Sociometry 40(1), 35–41.
 * Dawson, S. (2008). A study of the relationship between student social networks and sense of community.
 * Educational Technology & Society 11(3), 224–238.
 */
import { centrality } from 'graphology-metrics';
import { directedView, inOrder } from './graphology-view.ts';
import type { Network } from './network.ts';
import { shortestWays } from './shortest-ways.ts';

/** On the undirected projection, every tie one step long (S17). */
export function betweenness(network: Network): Float64Array {
  const order = network.nodes.length;
  if (tooFew(network)) return new Float64Array(order);
  const pairs = (order - 1) * (order - 2);
  return shortestWays(network).between.map((sum) => sum / pairs);
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
