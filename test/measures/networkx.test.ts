import { spawnSync } from 'node:child_process';
import path from 'node:path';
import seedrandom from 'seedrandom';
import { expect, test } from 'vitest';
import { betweenness } from '@kith/etl/measures/betweenness.ts';
import { maximalCliques } from '@kith/etl/measures/cliques.ts';
import { averageClustering, localClustering, transitivity } from '@kith/etl/measures/clustering.ts';
import { giantComponentShare, isolatesShare } from '@kith/etl/measures/components.ts';
import { density } from '@kith/etl/measures/density.ts';
import { harmonicCloseness } from '@kith/etl/measures/harmonic-closeness.ts';
import { coreNumber } from '@kith/etl/measures/k-core.ts';
import { buildNetwork } from '@kith/etl/measures/network.ts';
import { pagerank } from '@kith/etl/measures/pagerank.ts';
import { reciprocity } from '@kith/etl/measures/reciprocity.ts';

interface Answer {
  readonly betweenness: Readonly<Record<string, number>>;
  readonly harmonic: Readonly<Record<string, number>>;
  readonly core: Readonly<Record<string, number>>;
  readonly clustering: Readonly<Record<string, number>>;
  readonly pagerank: Readonly<Record<string, number>>;
  readonly transitivity: number;
  readonly averageClustering: number;
  readonly reciprocity: number | null;
  readonly density: number;
  readonly giant: number;
  readonly isolates: number;
  readonly cliques: number;
}

const installed = spawnSync('python3', ['-c', 'import networkx']).status === 0;

/** From almost empty to dense, of 3 to 40 people. */
const drawn = Array.from({ length: 20 }, (_, seed) => {
  const random = seedrandom(`networkx ${String(seed)}`);
  const nodes = Array.from({ length: 3 + Math.floor(random() * 38) }, (_unused, index) => `n${String(index)}`);
  const likely = [0.03, 0.08, 0.2, 0.5][seed % 4]!;
  const arcs = nodes.flatMap((from) => nodes.filter((to) => to !== from && random() < likely).map((to) => [from, to]));
  return { nodes, arcs: arcs as [string, string][] };
});

const title = '20 random networks: every measure is what networkx says, to 1e-9';
test.skipIf(!installed)(installed ? title : `${title} (skipped: python3-networkx is not installed)`, () => {
  const script = path.join(import.meta.dirname, 'by-networkx.py');
  const input = drawn.map((graph) => JSON.stringify(graph)).join('\n');
  const { stdout, stderr, status } = spawnSync('python3', [script], { input, encoding: 'utf8' });
  expect(status, stderr).toBe(0);
  const answers = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Answer);
  expect(answers).toHaveLength(20);
  drawn.forEach(({ nodes, arcs }, index) => {
    const network = buildNetwork(
      nodes,
      arcs.map(([source, target]) => ({ source, target, weight: 1 })),
    );
    const theirs = answers[index]!;
    const near = (own: number | null, other: number | null, what: string) => {
      const at = `${what} of network ${String(index)}`;
      if (other === null) expect(own, at).toBeNull();
      else expect(Math.abs((own ?? NaN) - other), at).toBeLessThan(1e-9);
    };
    const each = (own: ArrayLike<number | null>, other: Readonly<Record<string, number>>, what: string) =>
      nodes.forEach((node, place) => near(own[place] ?? null, other[node]!, `${what} of ${node}`));
    each(betweenness(network), theirs.betweenness, 'betweenness');
    each(harmonicCloseness(network), theirs.harmonic, 'harmonic closeness');
    each(coreNumber(network), theirs.core, 'core number');
    each(localClustering(network), theirs.clustering, 'clustering');
    each(pagerank(network), theirs.pagerank, 'pagerank');
    near(transitivity(network) ?? 0, theirs.transitivity, 'transitivity');
    near(averageClustering(network), theirs.averageClustering, 'average clustering');
    near(reciprocity(network), theirs.reciprocity, 'reciprocity');
    near(density(network), theirs.density, 'density');
    near(giantComponentShare(network), theirs.giant, 'giant share');
    near(isolatesShare(network), theirs.isolates, 'isolates share');
    near(maximalCliques(network, 3), theirs.cliques, 'cliques');
  });
});
