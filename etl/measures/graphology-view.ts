/**
 * A network as graphology graphs, for the measures graphology already has.
 *
 * Always `multi: false` with summed weights: on a multigraph, closeness reads past the end of its neighbour index and
 * gives an isolate 0.5. Nodes are named by their position, so an id such as `__proto__` or `10` cannot upset the plain
 * objects graphology answers with. The views are shared: never call a measure's `.assign` on them.
 */
import { DirectedGraph, UndirectedGraph } from 'graphology';
import type { Adjacency, Network } from './network.ts';

interface Weighted {
  [name: string]: unknown;
  weight: number;
}
export type DirectedView = DirectedGraph<Record<string, never>, Weighted>;
export type UndirectedView = UndirectedGraph<Record<string, never>, Weighted>;

const directed = new WeakMap<Network, DirectedView>();
const undirected = new WeakMap<Network, UndirectedView>();

export function directedView(network: Network): DirectedView {
  const known = directed.get(network);
  if (known) return known;
  const graph: DirectedView = new DirectedGraph({ multi: false });
  network.nodes.forEach((_, node) => graph.addNode(node));
  forEachLink(network.outgoing, (source, target, weight) => graph.addEdge(source, target, { weight }));
  directed.set(network, graph);
  return graph;
}

export function undirectedView(network: Network): UndirectedView {
  const known = undirected.get(network);
  if (known) return known;
  const graph = undirectedPart(network, network.nodes.keys());
  undirected.set(network, graph);
  return graph;
}

/** The undirected graph of some of the nodes and the edges among them. */
export function undirectedPart(network: Network, nodes: Iterable<number>): UndirectedView {
  const graph: UndirectedView = new UndirectedGraph({ multi: false });
  for (const node of nodes) graph.addNode(node);
  forEachLink(network.undirected, (source, target, weight) => {
    if (source < target && graph.hasNode(source) && graph.hasNode(target)) graph.addEdge(source, target, { weight });
  });
  return graph;
}

/** Graphology's `{ '0': …, '1': … }` back into node order. */
export function inOrder(network: Network, byPosition: Readonly<Record<string, number>>): Float64Array {
  return Float64Array.from(network.nodes, (_, node) => byPosition[node] ?? 0);
}

function forEachLink(adjacency: Adjacency, visit: (source: number, target: number, weight: number) => void): void {
  const { starts, neighbours, weights } = adjacency;
  for (let source = 0; source + 1 < starts.length; source++) {
    for (let at = starts[source]!; at < starts[source + 1]!; at++) visit(source, neighbours[at]!, weights[at]!);
  }
}
