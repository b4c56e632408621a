/**
 * Core number: the largest k such that the person belongs to a group where everyone knows at least k of the others (S13).
 *
 * On the undirected projection, always: on a directed graph graphology-cores counts a mutual tie as two neighbours,
 * and it throws on self-loops. 0 for an isolate.
 *
 * Seidman, S. B. (1983). Network structure and minimum degree. Social Networks 5(3), 269–287.
 * Batagelj, V. & Zaveršnik, M. (2011). Fast algorithms for determining (generalized) core groups in social networks.
 * Advances in Data Analysis and Classification 5, 129–145.
 */
import * as cores from 'graphology-cores';
import { inOrder, undirectedView, type UndirectedView } from './graphology-view.ts';
import type { Network } from './network.ts';

/** The published types still list the flag that the export has already bound. */
const coreNumbers = cores.coreNumber as unknown as (graph: UndirectedView) => Record<string, number>;

export function coreNumber(network: Network): Float64Array {
  if (network.undirected.neighbours.length === 0) return new Float64Array(network.nodes.length);
  return inOrder(network, coreNumbers(undirectedView(network)));
}
