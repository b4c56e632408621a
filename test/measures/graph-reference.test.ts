import { expect, test } from 'vitest';
import { assortativity } from '@kith/etl/measures/assortativity.ts';
import { betweenness, directedBetweenness } from '@kith/etl/measures/betweenness.ts';
import { stepsFrom } from '@kith/etl/measures/breadth-first.ts';
import { averageClustering, localClustering, transitivity } from '@kith/etl/measures/clustering.ts';
import { communities } from '@kith/etl/measures/communities.ts';
import { components, giantComponentShare, isolatesShare } from '@kith/etl/measures/components.ts';
import { constraint } from '@kith/etl/measures/constraint.ts';
import * as degree from '@kith/etl/measures/degree.ts';
import { degreeAssortativity } from '@kith/etl/measures/degree-assortativity.ts';
import { degreeCentralisation } from '@kith/etl/measures/degree-centralisation.ts';
import { density, undirectedDensity } from '@kith/etl/measures/density.ts';
import { eigenvectorOnGiant } from '@kith/etl/measures/eigenvector.ts';
import { gini } from '@kith/etl/measures/gini.ts';
import { harmonicCloseness, inwardHarmonicCloseness } from '@kith/etl/measures/harmonic-closeness.ts';
import { coreNumber } from '@kith/etl/measures/k-core.ts';
import { modularity } from '@kith/etl/measures/modularity.ts';
import type { Network } from '@kith/etl/measures/network.ts';
import { pagerank } from '@kith/etl/measures/pagerank.ts';
import { reciprocatedTies, reciprocity, weightedReciprocity } from '@kith/etl/measures/reciprocity.ts';
import { removals } from '@kith/etl/measures/resilience.ts';
import { bothWays, course10, graphs, karate, largestError, networkOf, type ReferenceGraph } from './reference.ts';

type PerNode = (network: Network, reference: ReferenceGraph) => ArrayLike<number | null>;
type PerGraph = (network: Network, reference: ReferenceGraph) => unknown;

const ofUndirected: Record<string, PerNode> = {
  degree: degree.distinctPeers,
  degree_centrality: (network) =>
    degree
      .distinctPeers(network)
      .values()
      .map((d) => d / (network.nodes.length - 1))
      .toArray(),
  betweenness_normalised: betweenness,
  harmonic: (network) => harmonicCloseness(network).map((value) => value * (network.nodes.length - 1)),
  harmonic_normalised: harmonicCloseness,
  eigenvector: eigenvectorOnGiant,
  'pagerank_0.85': (_, reference) => pagerank(bothWays(reference)),
  clustering: localClustering,
  core: coreNumber,
  constraint: (network) => constraint(network),
};

const ofDirected: Record<string, PerNode> = {
  in_degree: degree.inDegree,
  out_degree: degree.outDegree,
  in_strength: degree.inStrength,
  out_strength: degree.outStrength,
  undirected_strength: degree.undirectedStrength,
  distinct_peers_undirected: degree.distinctPeers,
  reciprocated_ties: reciprocatedTies,
  betweenness_directed_unweighted_normalised: (network) => directedBetweenness(network),
  betweenness_directed_distance_1_over_w_normalised: (network) => directedBetweenness(network, 'nearer_when_stronger'),
  betweenness_undirected_unweighted_normalised: betweenness,
  harmonic_in: (network) => inwardHarmonicCloseness(network).map((value) => value * (network.nodes.length - 1)),
  harmonic_in_normalised: inwardHarmonicCloseness,
  harmonic_undirected_normalised: harmonicCloseness,
  'pagerank_0.85_weighted': (network) => pagerank(network),
  'pagerank_0.85_unweighted': (network) => pagerank(network, 'unweighted'),
  clustering_undirected: localClustering,
  core_undirected: coreNumber,
  constraint_weighted: (network) => constraint(network),
  constraint_unweighted: (network) => constraint(network, 'unweighted'),
};

/** Columns that Kith does not compute, because they mislead; traps.test.ts shows how. */
const misleading = new Set([
  'closeness',
  'closeness_no_wf',
  'closeness_wasserman_faust',
  'closeness_in_no_wf',
  'closeness_in_wasserman_faust',
  'eigenvector_undirected_weighted',
  'betweenness_directed_WRONG_weight_as_distance_normalised',
]);

const perNode = Object.entries(graphs).flatMap(([name, reference]) =>
  Object.entries(reference.node).map(([column, expected]) => ({ name, column, reference, expected })),
);

test.each(perNode.filter(({ column }) => !misleading.has(column)))('$name: $column', (row) => {
  const measure = (row.reference.directed ? ofDirected : ofUndirected)[row.column];
  expect(measure, `nothing computes ${row.column}`).toBeDefined();
  const network = networkOf(row.reference);
  // The reference asks 1e-6 of eigenvector; everything else, PageRank too, is held to its ten decimals.
  const tolerance = row.column.includes('eigenvector') ? 1e-6 : 1e-9;
  expect(largestError(network, measure!(network, row.reference), row.expected)).toBeLessThan(tolerance);
});

/** Categories by node, in node order. */
const named = (reference: ReferenceGraph, key: 'club' | 'region'): string[] => {
  const table = (reference.region ?? reference.graph[key]) as Record<string, string>;
  return reference.nodes.map((node) => table[String(node)]!);
};
const partition = (reference: ReferenceGraph, key: string): number[] =>
  reference.nodes.map((node) => (reference.graph[key] as Record<string, number>)[String(node)]!);
const gone = (network: Network, reference: ReferenceGraph): readonly (string | undefined)[] =>
  removals(network, (reference.graph.lcc_removed_order as unknown[]).length)
    .slice(1)
    .map(({ removed }) => network.nodes[removed!]);
const steps = (network: Network): number[] =>
  network.nodes.flatMap((_, node) => [...stepsFrom(network.undirected, node)].filter((distance) => distance > 0));
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

const ofGraph: Record<string, PerGraph> = {
  density: undirectedDensity,
  density_directed: density,
  density_undirected: undirectedDensity,
  reciprocity: (network, reference) => (reference.directed ? reciprocity(network) : null),
  weighted_reciprocity_squartini: weightedReciprocity,
  average_clustering: averageClustering,
  transitivity,
  transitivity_undirected: transitivity,
  components_undirected: (network) =>
    components(network).map((members) => members.map((member) => network.nodes[member]).sort()),
  giant_component_share: giantComponentShare,
  isolates_share: isolatesShare,
  degree_assortativity: degreeAssortativity,
  assortativity_club: (network, reference) => assortativity(network, named(reference, 'club')),
  assortativity_region_undirected_unweighted: (network, reference) =>
    assortativity(network, named(reference, 'region')),
  assortativity_region_directed_unweighted: (network, reference) =>
    assortativity(network, named(reference, 'region'), { ties: 'directed' }),
  assortativity_region_undirected_weighted: (network, reference) =>
    assortativity(network, named(reference, 'region'), { weighting: 'weighted' }),
  modularity_club_split: (network, reference) => modularity(network, named(reference, 'club')),
  'modularity_faction_split(node 9 with officers)': (network, reference) =>
    modularity(
      network,
      named(reference, 'club').map((club, node) => (reference.nodes[node] === 9 ? 'Officer' : club)),
    ),
  modularity_best4: (network, reference) => modularity(network, partition(reference, 'partition_best4')),
  modularity_best_undirected_weighted_exact: (network, reference) =>
    modularity(network, partition(reference, 'partition_best')),
  modularity_networkx_louvain_best_of_300_seeds: (network) => communities(network)?.modularity,
  modularity_region_directed_weighted: (network, reference) =>
    modularity(network, named(reference, 'region'), 'directed'),
  modularity_region_undirected_weighted: (network, reference) => modularity(network, named(reference, 'region')),
  modularity_triangles: (network) => modularity(network, [0, 0, 0, 1, 1, 1, 2]),
  gini_degree: (network) => gini(degree.distinctPeers(network)),
  gini_in_strength: (network) => gini(degree.inStrength(network)),
  gini_out_strength: (network) => gini(degree.outStrength(network)),
  gini_undirected_degree: (network) => gini(degree.distinctPeers(network)),
  freeman_degree_centralisation: degreeCentralisation,
  freeman_degree_centralisation_undirected: degreeCentralisation,
  lcc_removed_order: (network, reference) => gone(network, reference),
  lcc_share_after_removal: (network, reference) =>
    removals(network, (reference.graph.lcc_removed_order as unknown[]).length).map(({ giantShare }) => giantShare),
  average_shortest_path: (network) => mean(steps(network)),
  diameter: (network) => Math.max(...steps(network)),
};

/** Given facts about the graph, not results. */
const given = new Set(['club', 'partition_best', 'partition_best4']);

const perGraph = Object.entries(graphs).flatMap(([name, reference]) =>
  Object.entries(reference.graph).map(([fact, expected]) => ({ name, fact, reference, expected })),
);

test.each(perGraph.filter(({ fact }) => !given.has(fact)))('$name: $fact', ({ fact, reference, expected }) => {
  const measure = ofGraph[fact];
  expect(measure, `nothing computes ${fact}`).toBeDefined();
  const got = measure!(networkOf(reference), reference);
  if (typeof expected === 'number') {
    expect(Math.abs((got as number) - expected)).toBeLessThan(1e-9);
  } else if (fact === 'lcc_share_after_removal') {
    (expected as number[]).forEach((share, at) => expect((got as number[])[at]).toBeCloseTo(share, 9));
  } else {
    expect(JSON.stringify(got).replaceAll('"', '')).toBe(JSON.stringify(expected).replaceAll('"', ''));
  }
});

test('eigenvector on the giant component of course10, weighted', () => {
  const network = networkOf(course10);
  const expected = {
    ana: 0.5854157222,
    ben: 0.5396105494,
    cai: 0.4186074274,
    dee: 0.2950007076,
    eli: 0.2375657515,
    fay: 0.1962112329,
    gus: 0.0944190506,
    hal: null,
    ivy: null,
    jon: null,
  };
  expect(largestError(network, eigenvectorOnGiant(network), expected)).toBeLessThan(1e-6);
});

test('the best of 20 seeded Louvain runs on the karate club, and again', () => {
  const network = networkOf(karate);
  const found = communities(network)!;
  expect(found.modularity).toBeGreaterThan(0.4155);
  expect(found.modularity).toBeLessThanOrEqual(0.4197896121 + 1e-9);
  expect(modularity(network, [...found.circleOf])).toBeCloseTo(found.modularity, 9);
  expect(found.sizes.reduce((sum, size) => sum + size)).toBe(34);
  expect(communities(networkOf(karate))).toEqual(found);
});
