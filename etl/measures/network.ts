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
  const sums = new Map<number, number>();
  for (const { source, target, weight } of arcs) {
    if (!(weight > 0 && weight < Infinity)) throw new RangeError(`An arc needs a weight above 0, not ${weight}.`);
    const from = position.get(source);
    const to = position.get(target);
    if (from === undefined || to === undefined || from === to) continue;
    const cell = from * order + to;
    sums.set(cell, (sums.get(cell) ?? 0) + weight);
  }
  const outgoing = compress(order, sums);
  const incoming = transpose(outgoing);
  return { nodes, outgoing, incoming, undirected: sumOf(outgoing, incoming) };
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

/** Every arc the other way. Rows are read lowest first, so they are written lowest first. */
function transpose({ starts, neighbours, weights }: Adjacency): Adjacency {
  const order = starts.length - 1;
  const turned: Adjacency = {
    starts: new Uint32Array(order + 1),
    neighbours: new Uint32Array(neighbours.length),
    weights: new Float64Array(weights.length),
  };
  for (const neighbour of neighbours) turned.starts[neighbour + 1]! += 1;
  for (let row = 0; row < order; row++) turned.starts[row + 1]! += turned.starts[row]!;
  const ends = turned.starts.slice();
  for (let row = 0; row < order; row++) {
    for (let at = starts[row]!; at < starts[row + 1]!; at++) {
      const place = ends[neighbours[at]!]!++;
      turned.neighbours[place] = row;
      turned.weights[place] = weights[at]!;
    }
  }
  return turned;
}

/** Two adjacencies of the same nodes, row by row; the weights of a neighbour in both are added. */
function sumOf(one: Adjacency, other: Adjacency): Adjacency {
  const order = one.starts.length - 1;
  const starts = new Uint32Array(order + 1);
  const neighbours = new Uint32Array(one.neighbours.length + other.neighbours.length);
  const weights = new Float64Array(neighbours.length);
  let end = 0;
  for (let row = 0; row < order; row++) {
    let [left, right] = [one.starts[row]!, other.starts[row]!];
    const [leftEnd, rightEnd] = [one.starts[row + 1]!, other.starts[row + 1]!];
    while (left < leftEnd || right < rightEnd) {
      const from = left < leftEnd ? one.neighbours[left]! : Infinity;
      const to = right < rightEnd ? other.neighbours[right]! : Infinity;
      neighbours[end] = Math.min(from, to);
      if (from <= to) weights[end]! += one.weights[left++]!;
      if (to <= from) weights[end]! += other.weights[right++]!;
      end += 1;
    }
    starts[row + 1] = end;
  }
  return { starts, neighbours: neighbours.slice(0, end), weights: weights.slice(0, end) };
}
