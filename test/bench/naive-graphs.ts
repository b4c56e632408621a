import type { CourseFacts } from '@kith/etl/compute/facts/course-facts.ts';
import { decay, inWindow } from '@kith/etl/compute/signals/contact.ts';
import { peersAt } from '@kith/etl/compute/signals/course-signals.ts';
import { networkKinds } from '@kith/etl/ties/index.ts';
import * as cores from 'graphology-cores';
import { DirectedGraph, UndirectedGraph } from 'graphology';
import louvainModule from 'graphology-communities-louvain';
import { centrality, graph as whole } from 'graphology-metrics';
import seedrandom from 'seedrandom';

const louvain = louvainModule as unknown as typeof louvainModule.default;
const coresOf = cores.coreNumber as unknown as (graph: UndirectedGraph) => Record<string, number>;

/**
 * The graph measures of one week the way its manual suggests: a graph of the week's ties, and one call a measure. They
 * are asked rightly, with the guards that indicators.md §2.C wants, so that both sides answer the same question.
 */
export function naively(facts: CourseFacts, asOf: number): void {
  const directed = new DirectedGraph<Record<string, never>, { weight: number }>();
  const undirected = new UndirectedGraph<Record<string, never>, { weight: number }>();
  for (const person of peersAt(facts, asOf)) {
    directed.addNode(person);
    undirected.addNode(person);
  }
  for (const { kind, layer, source, target, at, weight } of facts.ties) {
    if (layer !== 'direct_peer' || !networkKinds.includes(kind) || !inWindow(at, asOf)) continue;
    if (source === target || !directed.hasNode(source) || !directed.hasNode(target)) continue;
    const now = weight * decay(at, asOf);
    for (const graph of [directed, undirected]) {
      graph.updateEdge(source, target, (edge) => ({ weight: (edge.weight ?? 0) + now }));
    }
  }
  whole.density(directed);
  for (const node of undirected.nodes()) undirected.degree(node);
  if (undirected.order < 3 || undirected.size === 0) return;
  centrality.betweenness(undirected, { getEdgeWeight: null });
  centrality.closeness(undirected, { wassermanFaust: true });
  centrality.pagerank(directed, { alpha: 0.85, maxIterations: 1000, tolerance: 1e-13, getEdgeWeight: 'weight' });
  coresOf(undirected);
  try {
    centrality.eigenvector(undirected, { maxIterations: 5000, tolerance: 1e-9 });
  } catch {
    // On a disconnected network it may not settle: that is what the naive call answers.
  }
  for (let run = 0; run < 20; run++) louvain.detailed(undirected, { rng: seedrandom(`kith/${String(run)}`) });
}
