/**
 * A network: who addressed whom, with duplicates summed, in an order that does not depend on the input's.
 *
 * Nodes are counted from 0 in the order they are given, and every measure answers in that order. Arcs are kept as
 * compressed rows (starts, neighbours, weights), because a term is tens of thousands of small networks.
 */
export interface Arc {
  readonly source: string;
  readonly target: string;
  /** Above 0. Several arcs between the same two add up. */
  readonly weight: number;
}

/** The neighbours of node i are `neighbours[starts[i]] … neighbours[starts[i + 1] - 1]`, lowest first. */
export interface Adjacency {
  readonly starts: Uint32Array;
  readonly neighbours: Uint32Array;
  readonly weights: Float64Array;
}

export interface Network {
  readonly nodes: readonly string[];
  readonly outgoing: Adjacency;
  readonly incoming: Adjacency;
  /** The undirected simple projection: one edge per pair, of weight w_ij + w_ji. */
  readonly undirected: Adjacency;
}

/**
 * Builds a network over `nodes`, isolates included. Arcs that touch anybody else are left out, which is how staff
 * and those who opted out disappear; an arc from a person to themselves is no tie.
 *
 * @throws RangeError on a repeated node, or a weight that is not a finite number above 0.
 */
export function buildNetwork(nodes: readonly string[], arcs: Iterable<Arc>): Network {
  const position = new Map(nodes.map((node, index) => [node, index]));
  if (position.size !== nodes.length) throw new RangeError('A node is listed twice.');

  const order = nodes.length;
  const outgoing = new Map<number, number>();
  const incoming = new Map<number, number>();
  const undirected = new Map<number, number>();
  for (const { source, target, weight } of arcs) {
    if (!(weight > 0 && weight < Infinity)) throw new RangeError(`An arc needs a weight above 0, not ${weight}.`);
    const from = position.get(source);
    const to = position.get(target);
    if (from === undefined || to === undefined || from === to) continue;
    add(outgoing, from * order + to, weight);
    add(incoming, to * order + from, weight);
    add(undirected, from * order + to, weight);
    add(undirected, to * order + from, weight);
  }
  return {
    nodes,
    outgoing: compress(order, outgoing),
    incoming: compress(order, incoming),
    undirected: compress(order, undirected),
  };
}

/** The number of neighbours of a node. */
export function degreeOf(adjacency: Adjacency, node: number): number {
  return adjacency.starts[node + 1]! - adjacency.starts[node]!;
}

/** The weight of the link from one node to another, 0 where there is none. */
export function weightBetween(adjacency: Adjacency, from: number, to: number): number {
  let low = adjacency.starts[from]!;
  let high = adjacency.starts[from + 1]! - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const neighbour = adjacency.neighbours[middle]!;
    if (neighbour === to) return adjacency.weights[middle]!;
    if (neighbour < to) low = middle + 1;
    else high = middle - 1;
  }
  return 0;
}

/** Every measure answers in the order of the nodes; this names the answers. */
export function byNode<Value>(network: Network, values: ArrayLike<Value>): Map<string, Value> {
  return new Map(network.nodes.map((node, index) => [node, values[index]!]));
}

function add(sums: Map<number, number>, cell: number, weight: number): void {
  sums.set(cell, (sums.get(cell) ?? 0) + weight);
}

/** Cells are `row * order + column`; sorting them sorts the rows and, within a row, the neighbours. */
function compress(order: number, sums: ReadonlyMap<number, number>): Adjacency {
  const cells = Float64Array.from(sums.keys()).sort();
  const starts = new Uint32Array(order + 1);
  const neighbours = new Uint32Array(cells.length);
  const weights = new Float64Array(cells.length);
  cells.forEach((cell, index) => {
    const row = Math.floor(cell / order);
    starts[row + 1]! += 1;
    neighbours[index] = cell - row * order;
    weights[index] = sums.get(cell)!;
  });
  for (let row = 0; row < order; row++) starts[row + 1]! += starts[row]!;
  return { starts, neighbours, weights };
}
