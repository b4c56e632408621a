/**
 * The measures that run on compressed rows, beside graphology asked rightly: what was replaced for its speed says the
 * same, whatever the network.
 */
import * as cores from 'graphology-cores';
import type { UndirectedGraph } from 'graphology';
import louvainModule from 'graphology-communities-louvain';
import { centrality } from 'graphology-metrics';
import fc from 'fast-check';
import seedrandom from 'seedrandom';
import { expect, test } from 'vitest';
import { betweenness } from '@kith/etl/measures/betweenness.ts';
import { components } from '@kith/etl/measures/components.ts';
import { eigenvectorOnGiant } from '@kith/etl/measures/eigenvector.ts';
import { directedView, inOrder, undirectedPart, undirectedView } from '@kith/etl/measures/graphology-view.ts';
import { coreNumber } from '@kith/etl/measures/k-core.ts';
import { louvainOn } from '@kith/etl/measures/louvain.ts';
import { buildNetwork, type Network } from '@kith/etl/measures/network.ts';
import { pagerank } from '@kith/etl/measures/pagerank.ts';

const louvain = louvainModule as unknown as typeof louvainModule.default;
const coresOf = cores.coreNumber as unknown as (graph: UndirectedGraph) => Record<string, number>;

/** 3 to 25 people, from nobody talking to everybody, weights of 0.01 to 5. */
const networks = fc
  .integer({ min: 3, max: 25 })
  .chain((order) => {
    const node = fc.nat(order - 1).map(String);
    const arc = fc.record({ source: node, target: node, weight: fc.double({ min: 0.01, max: 5, noNaN: true }) });
    return fc.tuple(fc.constant(order), fc.array(arc, { maxLength: 4 * order }));
  })
  .map(([order, arcs]) =>
    buildNetwork(
      Array.from({ length: order }, (_, node) => String(node)),
      arcs,
    ),
  );

function near(own: ArrayLike<number | null>, theirs: ArrayLike<number>, nodes: Iterable<number>): void {
  for (const node of nodes) expect(Math.abs((own[node] ?? NaN) - theirs[node]!)).toBeLessThan(1e-9);
}

const everybody = (network: Network) => network.nodes.keys();

test('betweenness', () => {
  fc.assert(
    fc.property(networks, (network) => {
      const theirs = inOrder(network, centrality.betweenness(undirectedView(network), { getEdgeWeight: null }));
      near(betweenness(network), theirs, everybody(network));
    }),
    { numRuns: 1000 },
  );
});

test('PageRank, weighted and not', () => {
  fc.assert(
    fc.property(networks, (network) => {
      for (const weighting of ['weighted', 'unweighted'] as const) {
        const getEdgeWeight = weighting === 'weighted' ? 'weight' : null;
        const limits = { alpha: 0.85, maxIterations: 1000, tolerance: 1e-13, getEdgeWeight } as const;
        const theirs = inOrder(network, centrality.pagerank(directedView(network), limits));
        near(pagerank(network, weighting), theirs, everybody(network));
      }
    }),
    { numRuns: 1000 },
  );
});

test('eigenvector centrality on the giant component', () => {
  fc.assert(
    fc.property(networks, (network) => {
      const giant = components(network)[0]!;
      fc.pre(giant.length > 1);
      const limits = { getEdgeWeight: 'weight', maxIterations: 5000, tolerance: 1e-9 } as const;
      const theirs = inOrder(network, centrality.eigenvector(undirectedPart(network, giant), limits));
      const own = eigenvectorOnGiant(network);
      near(own, theirs, giant);
      expect(own.filter((value) => value !== null)).toHaveLength(giant.length);
    }),
    { numRuns: 1000 },
  );
});

test('core numbers', () => {
  fc.assert(
    fc.property(networks, (network) => {
      fc.pre(network.undirected.neighbours.length > 0);
      const theirs = inOrder(network, coresOf(undirectedView(network)));
      near(coreNumber(network), theirs, everybody(network));
    }),
    { numRuns: 1000 },
  );
});

test('Louvain: the same draws, the same circles', () => {
  fc.assert(
    fc.property(networks, fc.string(), (network, seed) => {
      fc.pre(network.undirected.neighbours.length > 0);
      const theirs = louvain.detailed(undirectedView(network), { rng: seedrandom(seed) });
      const run = louvainOn(network);
      for (const own of [run(seedrandom(seed)), run(seedrandom(seed))]) {
        expect(own.modularity).toBeCloseTo(theirs.modularity, 12);
        expect([...own.circleOf]).toEqual([...inOrder(network, theirs.communities)]);
      }
    }),
    { numRuns: 1000 },
  );
});
