/** The networks between which Louvain's method climbs: each one's nodes are the circles found on the one below. */
import type { Network } from './network.ts';

export interface Level {
  /** Rows of neighbours and weights; nobody is their own neighbour. */
  readonly starts: Uint32Array;
  readonly neighbours: Uint32Array;
  readonly weights: Float64Array;
  /** Twice the weight inside a node. */
  readonly loops: Float64Array;
  /** All the weight at a node, inside counted twice. */
  readonly totals: Float64Array;
  /** The node of this level that each person of the network is in. */
  readonly circleOf: Uint32Array;
}

/** The network itself, everybody a circle, and the weight of all its ties. Rows run from the last neighbour to the first. */
export function groundOf({ nodes, undirected }: Network): { readonly ground: Level; readonly weight: number } {
  const { starts } = undirected;
  const order = nodes.length;
  const neighbours = new Uint32Array(undirected.neighbours.length);
  const weights = new Float64Array(neighbours.length);
  const totals = new Float64Array(order);
  let weight = 0;
  for (let node = 0; node < order; node++) {
    for (let at = starts[node]!, place = starts[node + 1]! - 1; at < starts[node + 1]!; at++, place--) {
      const own = undirected.weights[at]!;
      neighbours[place] = undirected.neighbours[at]!;
      weights[place] = own;
      totals[node]! += own;
      if (undirected.neighbours[at]! > node) weight += own;
    }
  }
  const circleOf = Uint32Array.from(nodes, (_, node) => node);
  return { ground: { starts, neighbours, weights, loops: new Float64Array(order), totals, circleOf }, weight };
}

/** What everybody moved to, and the weight at each of those circles; circles may be empty. */
export interface Moved {
  readonly circleOf: Uint32Array;
  readonly totals: Float64Array;
}

/** The level whose nodes are the circles of the one below, numbered by their first node. */
export function coarser(below: Level, moved: Moved): Level {
  const { circleOf, firsts } = numbered(moved.circleOf);
  const members = membersOf(circleOf, firsts.length);
  const loops = new Float64Array(firsts.length);
  const starts = new Uint32Array(firsts.length + 1);
  const neighbours = new Uint32Array(below.neighbours.length);
  const weights = new Float64Array(below.neighbours.length);
  const shared = new Float64Array(firsts.length);
  let end = 0;
  for (let circle = 0; circle < firsts.length; circle++) {
    const seen: number[] = [];
    for (const node of members[circle]!) {
      loops[circle]! += below.loops[node]!;
      for (let at = below.starts[node]!; at < below.starts[node + 1]!; at++) {
        const other = circleOf[below.neighbours[at]!]!;
        if (shared[other] === 0) seen.push(other);
        shared[other]! += below.weights[at]!;
      }
    }
    for (const other of seen.sort((one, two) => one - two)) {
      if (other === circle) loops[circle]! += shared[other]!;
      else {
        neighbours[end] = other;
        weights[end++] = shared[other]!;
      }
      shared[other] = 0;
    }
    starts[circle + 1] = end;
  }
  return {
    starts,
    neighbours,
    weights,
    loops,
    totals: Float64Array.from(firsts, (first) => moved.totals[moved.circleOf[first]!]!),
    circleOf: below.circleOf.map((node) => circleOf[node]!),
  };
}

/** Circles numbered by their first node, and that node of each. */
function numbered(labels: Uint32Array): { readonly circleOf: Uint32Array; readonly firsts: readonly number[] } {
  const numbers = new Int32Array(labels.length).fill(-1);
  const firsts: number[] = [];
  const circleOf = labels.map((label, node) => {
    if (numbers[label] === -1) numbers[label] = firsts.push(node) - 1;
    return numbers[label]!;
  });
  return { circleOf, firsts };
}

function membersOf(circleOf: Uint32Array, count: number): readonly (readonly number[])[] {
  const members = Array.from({ length: count }, (): number[] => []);
  circleOf.forEach((circle, node) => members[circle]!.push(node));
  return members;
}
