/** The empty cases, decided: what a measure says about nobody, about one person, and about people without ties. */
import { expect, test } from 'vitest';
import { assortativity } from '@kith/etl/measures/assortativity.ts';
import { betweenness, directedBetweenness } from '@kith/etl/measures/betweenness.ts';
import { averageClustering, localClustering, transitivity } from '@kith/etl/measures/clustering.ts';
import { communities } from '@kith/etl/measures/communities.ts';
import { components, componentSizes, giantComponentShare, isolatesShare } from '@kith/etl/measures/components.ts';
import { constraint } from '@kith/etl/measures/constraint.ts';
import { distinctPeers, inStrength } from '@kith/etl/measures/degree.ts';
import { degreeAssortativity } from '@kith/etl/measures/degree-assortativity.ts';
import { degreeCentralisation } from '@kith/etl/measures/degree-centralisation.ts';
import { density, undirectedDensity } from '@kith/etl/measures/density.ts';
import { eigenvectorOnGiant } from '@kith/etl/measures/eigenvector.ts';
import { harmonicCloseness, inwardHarmonicCloseness } from '@kith/etl/measures/harmonic-closeness.ts';
import { coreNumber } from '@kith/etl/measures/k-core.ts';
import { modularity } from '@kith/etl/measures/modularity.ts';
import { buildNetwork } from '@kith/etl/measures/network.ts';
import { pagerank } from '@kith/etl/measures/pagerank.ts';
import { reciprocatedTies, reciprocity, weightedReciprocity } from '@kith/etl/measures/reciprocity.ts';
import { removals, resilience } from '@kith/etl/measures/resilience.ts';

const nobody = buildNetwork([], []);
const one = buildNetwork(['ana'], []);
const strangers = buildNetwork(['ana', 'ben', 'cai', 'dee'], []);
const pair = buildNetwork(['ana', 'ben'], [{ source: 'ana', target: 'ben', weight: 2 }]);

const zeroPerNode = {
  betweenness,
  directedBetweenness,
  localClustering,
  componentless: distinctPeers,
  inStrength,
  harmonicCloseness,
  inwardHarmonicCloseness,
  coreNumber,
  reciprocatedTies,
};

test.each(Object.entries(zeroPerNode))('%s is empty for nobody and 0 for strangers', (_, measure) => {
  expect([...measure(nobody)]).toEqual([]);
  expect([...measure(one)]).toEqual([0]);
  expect([...measure(strangers)]).toEqual([0, 0, 0, 0]);
});

test.each([
  ['constraint', constraint],
  ['eigenvector', eigenvectorOnGiant],
] as const)('%s is null where there is no tie to have a position by', (_, measure) => {
  expect(measure(nobody)).toEqual([]);
  expect(measure(one)).toEqual([null]);
  expect(measure(strangers)).toEqual([null, null, null, null]);
});

test('PageRank still sums to one among strangers', () => {
  expect([...pagerank(nobody)]).toEqual([]);
  expect([...pagerank(one)]).toEqual([1]);
  expect([...pagerank(strangers)]).toEqual([0.25, 0.25, 0.25, 0.25]);
});

test.each([
  ['reciprocity', reciprocity, null, null],
  ['weighted reciprocity', weightedReciprocity, null, null],
  ['density', density, 0, 0],
  ['undirected density', undirectedDensity, 0, 0],
  ['giant share', giantComponentShare, null, 0.25],
  ['isolates share', isolatesShare, null, 1],
  ['average clustering', averageClustering, null, 0],
  ['transitivity', transitivity, null, null],
  ['degree centralisation', degreeCentralisation, null, 0],
  ['degree assortativity', degreeAssortativity, null, null],
  ['assortativity', (network: typeof nobody) => assortativity(network, ['n', 'n', 's', 's']), null, null],
  ['modularity', (network: typeof nobody) => modularity(network, [0, 0, 1, 1]), null, null],
  ['communities', (network: typeof nobody) => communities(network), null, null],
  // Strangers lose one of four: nobody hung together before, nobody does after.
  ['resilience', resilience, null, 1],
] as const)('%s of nobody and of strangers', (_, measure, ofNobody, ofStrangers) => {
  expect(measure(nobody)).toEqual(ofNobody);
  expect(measure(strangers)).toEqual(ofStrangers);
});

test('components of nobody and of strangers', () => {
  expect(components(nobody)).toEqual([]);
  expect(components(strangers)).toEqual([[0], [1], [2], [3]]);
  expect([...componentSizes(pair)]).toEqual([2, 2]);
});

test('two people are too few for a shape', () => {
  expect(degreeCentralisation(pair)).toBeNull();
  expect([...betweenness(pair)]).toEqual([0, 0]);
  expect(density(pair)).toBe(0.5);
  expect(undirectedDensity(pair)).toBe(1);
});

test('removing more people than there are ends with everybody gone', () => {
  expect(removals(nobody, 3)).toEqual([]);
  expect(removals(pair, 9)).toEqual([
    { removed: null, giantShare: 1 },
    { removed: 0, giantShare: 0.5 },
    { removed: 1, giantShare: 0 },
  ]);
});

test('all ties in one category leave nothing to mix', () => {
  expect(assortativity(pair, ['north', 'north'])).toBeNull();
  expect(assortativity(pair, ['north', null])).toBeNull();
  expect(assortativity(pair, ['north', 'south'])).toBe(-1);
});
