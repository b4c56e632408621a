import { readFileSync } from 'node:fs';
import { byNode, buildNetwork, type Arc, type Network } from '@kith/etl/measures/network.ts';

/** Six networks with every measure computed three ways (see `meta` in the file); read as it stands. */
interface Reference {
  readonly graphs: Readonly<Record<string, ReferenceGraph>>;
}

export interface ReferenceGraph {
  readonly directed: boolean;
  readonly nodes: readonly (string | number)[];
  readonly edges: readonly (readonly [string | number, string | number, number])[];
  readonly region?: Readonly<Record<string, string>>;
  readonly node: Readonly<Record<string, Readonly<Record<string, number | null>>>>;
  readonly graph: Readonly<Record<string, unknown>>;
}

const golden = new URL('../fixtures/golden/graph_reference.json', import.meta.url);

export const { graphs } = JSON.parse(readFileSync(golden, 'utf8')) as Reference;

export const karate = graphs.karate!;
export const course10 = graphs.course10!;

/** Nodes in the file's order. An undirected reference graph is given as one arc per edge. */
export function networkOf(reference: ReferenceGraph): Network {
  return buildNetwork(reference.nodes.map(String), arcsOf(reference));
}

/** The same, with an undirected edge as an arc each way, for measures that follow arcs. */
export function bothWays(reference: ReferenceGraph): Network {
  const arcs = [...arcsOf(reference)];
  const reversed = arcs.map(({ source, target, weight }) => ({ source: target, target: source, weight }));
  return buildNetwork(reference.nodes.map(String), [...arcs, ...reversed]);
}

function* arcsOf(reference: ReferenceGraph): Iterable<Arc> {
  for (const [source, target, weight] of reference.edges) {
    yield { source: String(source), target: String(target), weight };
  }
}

/** The largest difference between what a measure says and what the reference says, over all nodes. */
export function largestError(
  network: Network,
  values: ArrayLike<number | null>,
  expected: Readonly<Record<string, number | null>>,
): number {
  const answers = byNode(network, values);
  return Object.entries(expected).reduce((worst, [node, wanted]) => {
    const got = answers.get(node);
    if (got === undefined) return Infinity;
    if (got === null || wanted === null) return got === wanted ? worst : Infinity;
    return Math.max(worst, Math.abs(got - wanted));
  }, 0);
}
