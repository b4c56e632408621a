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
import { stepsFrom } from '@kith/etl/measures/breadth-first.ts';
import { components } from '@kith/etl/measures/components.ts';
import { replayed } from '@kith/etl/measures/draws.ts';
import { eigenvectorOnGiant } from '@kith/etl/measures/eigenvector.ts';
import { directedView, inOrder, undirectedPart, undirectedView } from '@kith/etl/measures/graphology-view.ts';
import { harmonicCloseness } from '@kith/etl/measures/harmonic-closeness.ts';
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
      const own = eigenvectorOnGiant(network);
      let byPosition: Record<string, number>;
      try {
        byPosition = centrality.eigenvector(undirectedPart(network, giant), limits);
      } catch {
        // Two halves of nearly equal weight, joined by next to nothing: nobody's power iteration settles.
        expect(own.every((value) => value === null)).toBe(true);
        return;
      }
      const theirs = inOrder(network, byPosition);
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

test('harmonic closeness, with nobody out of reach counted', () => {
  fc.assert(
    fc.property(networks, (network) => {
      const others = network.nodes.length - 1;
      const nearness = Float64Array.from(everybody(network), (start) =>
        stepsFrom(network.undirected, start).reduce((sum, steps) => sum + (steps > 0 ? 1 / steps : 0), 0),
      );
      near(
        harmonicCloseness(network),
        nearness.map((sum) => sum / others),
        everybody(network),
      );
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

test('Louvain: what runs on one network share changes none of them', () => {
  fc.assert(
    fc.property(networks, (network) => {
      fc.pre(network.undirected.neighbours.length > 0);
      const shared = louvainOn(network);
      for (let number = 0; number < 20; number++) {
        const alone = louvainOn(network)(replayed(`kith/${String(number)}`));
        const together = shared(seedrandom(`kith/${String(number)}`));
        expect([...together.circleOf]).toEqual([...alone.circleOf]);
        expect(together.modularity).toBeCloseTo(alone.modularity, 12);
      }
    }),
    { numRuns: 1000 },
  );
});
