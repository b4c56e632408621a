/**
 * What graphology's naive calls answer, so that nobody simplifies our measures back into them. Each test shows the
 * wrong answer first; when an upgrade mends one, the test fails and says that the guard may go.
 */
import louvainModule from 'graphology-communities-louvain';
import * as cores from 'graphology-cores';
import { type DirectedGraph, MultiUndirectedGraph, UndirectedGraph } from 'graphology';
import { centrality, graph as graphMetrics } from 'graphology-metrics';
import seedrandom from 'seedrandom';
import { expect, test } from 'vitest';
import { betweenness, directedBetweenness } from '@kith/etl/measures/betweenness.ts';
import { communities } from '@kith/etl/measures/communities.ts';
import { eigenvectorOnGiant } from '@kith/etl/measures/eigenvector.ts';
import { directedView, inOrder, undirectedView } from '@kith/etl/measures/graphology-view.ts';
import { harmonicCloseness } from '@kith/etl/measures/harmonic-closeness.ts';
import { coreNumber } from '@kith/etl/measures/k-core.ts';
import { modularity } from '@kith/etl/measures/modularity.ts';
import { buildNetwork, byNode } from '@kith/etl/measures/network.ts';
import { pagerank } from '@kith/etl/measures/pagerank.ts';
import { bothWays, course10, graphs, karate, largestError, networkOf } from './reference.ts';

const network = networkOf(course10);
const column = (name: string) => course10.node[name]!;
const naiveCores = cores.coreNumber as unknown as (graph: DirectedGraph | UndirectedGraph) => Record<string, number>;
const louvain = louvainModule as unknown as typeof louvainModule.default;

test('1. betweenness reads weight as distance, so strong ties become long', () => {
  const naive = inOrder(network, centrality.betweenness(directedView(network)));
  const wrong = column('betweenness_directed_WRONG_weight_as_distance_normalised');
  const right = column('betweenness_directed_distance_1_over_w_normalised');
  expect(largestError(network, naive, wrong)).toBeLessThan(1e-9);
  expect(largestError(network, naive, right)).toBeGreaterThan(0.05);
  expect(largestError(network, directedBetweenness(network, 'nearer_when_stronger'), right)).toBeLessThan(1e-9);
  const undirected = column('betweenness_undirected_unweighted_normalised');
  expect(largestError(network, betweenness(network), undirected)).toBeLessThan(1e-9);
});

test('1b. betweenness throws on an empty graph', () => {
  const nobody = buildNetwork([], []);
  expect(() => centrality.betweenness(undirectedView(nobody), { getEdgeWeight: null })).toThrow('capacity');
  expect([...betweenness(nobody)]).toEqual([]);
});

test('2. closeness gives a closed pair 1, the best value in the course; harmonic closeness does not', () => {
  const naive = inOrder(network, centrality.closeness(directedView(network)));
  expect(largestError(network, naive, column('closeness_in_no_wf'))).toBeLessThan(1e-9);
  expect(byNode(network, naive).get('hal')).toBe(1);
  expect(byNode(network, naive).get('ana')).toBeLessThan(0.55);

  const corrected = inOrder(network, centrality.closeness(directedView(network), { wassermanFaust: true }));
  expect(largestError(network, corrected, column('closeness_in_wasserman_faust'))).toBeLessThan(1e-9);

  const own = byNode(network, harmonicCloseness(network));
  expect(own.get('hal')).toBeCloseTo(1 / 9, 12);
  expect(own.get('ana')).toBeGreaterThan(own.get('hal')!);
});

test('2b. closeness of the undirected reference graphs is as published', () => {
  for (const reference of Object.values(graphs).filter(({ directed }) => !directed)) {
    const undirected = networkOf(reference);
    const plain = inOrder(undirected, centrality.closeness(undirectedView(undirected)));
    const corrected = inOrder(undirected, centrality.closeness(undirectedView(undirected), { wassermanFaust: true }));
    const {
      closeness,
      closeness_no_wf: expectedPlain = closeness,
      closeness_wasserman_faust: expected,
    } = reference.node;
    if (expectedPlain) expect(largestError(undirected, plain, expectedPlain)).toBeLessThan(1e-9);
    if (expected) expect(largestError(undirected, corrected, expected)).toBeLessThan(1e-9);
  }
});

test('3. eigenvector gives up on a disconnected network, or hands everything to a closed pair', () => {
  expect(() => centrality.eigenvector(undirectedView(network))).toThrow('failed to converge');

  const patient = inOrder(
    network,
    centrality.eigenvector(undirectedView(network), { maxIterations: 5000, tolerance: 1e-9 }),
  );
  expect(largestError(network, patient, column('eigenvector_undirected_weighted'))).toBeLessThan(1e-6);

  const own = byNode(network, eigenvectorOnGiant(network));
  expect(own.get('hal')).toBeNull();
  expect(own.get('ana')).toBeCloseTo(0.5854157222, 6);
});

test('4. closeness on a multigraph gives an isolate 0.5', () => {
  const multi = new MultiUndirectedGraph();
  for (const node of ['ana', 'ben', 'jon']) multi.addNode(node);
  multi.addEdge('ana', 'ben');
  multi.addEdge('ana', 'ben');
  const naive = centrality.closeness(multi);
  expect(naive.jon).not.toBe(0);

  const own = buildNetwork(
    ['ana', 'ben', 'jon'],
    [
      { source: 'ana', target: 'ben', weight: 1 },
      { source: 'ana', target: 'ben', weight: 1 },
    ],
  );
  expect(undirectedView(own).multi).toBe(false);
  expect(directedView(own).multi).toBe(false);
  expect([...harmonicCloseness(own)]).toEqual([0.5, 0.5, 0]);
});

test('5. core numbers of a directed graph count a mutual tie twice, and self-loops throw', () => {
  const pair = buildNetwork(
    ['hal', 'ivy'],
    [
      { source: 'hal', target: 'ivy', weight: 1 },
      { source: 'ivy', target: 'hal', weight: 1 },
      { source: 'hal', target: 'hal', weight: 1 },
    ],
  );
  expect(naiveCores(directedView(pair) as unknown as DirectedGraph)).toEqual({ 0: 2, 1: 2 });
  expect([...coreNumber(pair)]).toEqual([1, 1]);

  const looped = new UndirectedGraph();
  looped.addNode('hal');
  looped.addEdge('hal', 'hal');
  expect(() => naiveCores(looped)).toThrow('self loops');
});

test('6. modularity throws without an edge; Louvain wanders without a seed and stays below the optimum', () => {
  const empty = networkOf(graphs.empty4!);
  expect(() => graphMetrics.modularity(undirectedView(empty), { getNodeCommunity: () => 0 })).toThrow();
  expect(modularity(empty, [0, 0, 0, 0])).toBeNull();
  expect(communities(empty)).toBeNull();

  const club = undirectedView(networkOf(karate));
  const seeded = (seed: string) => louvain.detailed(club, { rng: seedrandom(seed) }).modularity;
  const runs = Array.from({ length: 20 }, (_, run) => seeded(`kith/${run}`));
  expect(new Set(runs.map((q) => q.toFixed(9))).size).toBeGreaterThan(1);
  expect(communities(networkOf(karate))!.modularity).toBe(Math.max(...runs));

  const best = communities(network)!.modularity;
  expect(best).toBeCloseTo(0.5349482249, 9);
  expect(best).toBeLessThan(course10.graph.modularity_best_undirected_weighted_exact as number);
});

test('7. PageRank stops about 5e-6 early by default', () => {
  const club = bothWays(karate);
  const published = karate.node['pagerank_0.85']!;
  const naive = inOrder(club, centrality.pagerank(directedView(club)));
  expect(largestError(club, naive, published)).toBeGreaterThan(1e-7);
  expect(largestError(club, naive, published)).toBeLessThan(1e-5);
  expect(largestError(club, pagerank(club), published)).toBeLessThan(1e-9);
});

test('8. ids that plain objects mistake for something else keep their values', () => {
  const nodes = ['__proto__', '10', '9', 'constructor'];
  const odd = buildNetwork(nodes, [
    { source: '__proto__', target: '10', weight: 1 },
    { source: '10', target: '9', weight: 1 },
  ]);
  expect([...byNode(odd, betweenness(odd))]).toEqual([
    ['__proto__', 0],
    ['10', 1 / 3],
    ['9', 0],
    ['constructor', 0],
  ]);
});
