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
  return {
    ground: { starts, neighbours, weights, loops: new Float64Array(order), totals, circleOf },
    weight,
  };
}

/**
 * The step from a level to the one above it, whose nodes are its circles, numbered by their first node. Its arrays are
 * used again from step to step: a network of sixty people takes a hundred.
 */
export class Coarsening {
  /** By node of the level below: its circle's number. */
  readonly #nodeOf: Uint32Array;
  /** By number: what the circle was called. */
  readonly #labels: Uint32Array;
  readonly #numbers: Int32Array;
  /** By person: the same. */
  readonly #circleOf: Uint32Array;
  #below = 0;
  #above = 0;
  /** The nodes of circle c, lowest first, are `members[ends[c - 1]] … members[ends[c] - 1]`. */
  readonly #members: Uint32Array;
  readonly #ends: Uint32Array;
  /** The weight between the circle whose turn it is and each other; 0 between turns. */
  readonly #shared: Float64Array;
  readonly #seen: Uint32Array;
  readonly #neighbours: Uint32Array;
  readonly #weights: Float64Array;

  constructor({ loops, neighbours }: Level) {
    const order = loops.length;
    this.#nodeOf = new Uint32Array(order);
    this.#labels = new Uint32Array(order);
    this.#numbers = new Int32Array(order);
    this.#circleOf = new Uint32Array(order);
    this.#members = new Uint32Array(order);
    this.#ends = new Uint32Array(order);
    this.#shared = new Float64Array(order);
    this.#seen = new Uint32Array(order);
    this.#neighbours = new Uint32Array(neighbours.length);
    this.#weights = new Float64Array(neighbours.length);
  }

  /** @param called by node of a level, what its circle is called: any number below the number of nodes */
  number({ loops, circleOf }: Level, called: Uint32Array): void {
    const order = loops.length;
    const [nodeOf, labels, numbers] = [this.#nodeOf, this.#labels, this.#numbers.fill(-1, 0, order)];
    let count = 0;
    for (let node = 0; node < order; node++) {
      const label = called[node]!;
      if (numbers[label] === -1) {
        labels[count] = label;
        numbers[label] = count++;
      }
      nodeOf[node] = numbers[label]!;
    }
    for (let person = 0; person < circleOf.length; person++) this.#circleOf[person] = nodeOf[circleOf[person]!]!;
    this.#below = order;
    this.#above = count;
  }

  /** Whether the circles are those of a level, whichever way that was reached. */
  leadsTo({ circleOf }: Level): boolean {
    for (let person = 0; person < circleOf.length; person++) {
      if (circleOf[person] !== this.#circleOf[person]) return false;
    }
    return true;
  }

  /** @param totals all the weight at each circle, by what it was called */
  level(below: Level, totals: Float64Array): Level {
    const [nodeOf, members, ends, shared] = [this.#nodeOf, this.#members, this.#ends, this.#shared];
    const [seen, neighbours, weights] = [this.#seen, this.#neighbours, this.#weights];
    const count = this.#above;
    this.#gather();
    const loops = new Float64Array(count);
    const starts = new Uint32Array(count + 1);
    let end = 0;
    for (let circle = 0, place = 0; circle < count; circle++) {
      let circles = 0;
      for (; place < ends[circle]!; place++) {
        const node = members[place]!;
        loops[circle]! += below.loops[node]!;
        for (let at = below.starts[node]!; at < below.starts[node + 1]!; at++) {
          const other = nodeOf[below.neighbours[at]!]!;
          if (shared[other] === 0) circles = sortedIn(seen, circles, other);
          shared[other]! += below.weights[at]!;
        }
      }
      for (let rank = 0; rank < circles; rank++) {
        const other = seen[rank]!;
        if (other === circle) loops[circle]! += shared[other]!;
        else {
          neighbours[end] = other;
          weights[end++] = shared[other]!;
        }
        shared[other] = 0;
      }
      starts[circle + 1] = end;
    }
    const own = new Float64Array(count);
    for (let circle = 0; circle < count; circle++) own[circle] = totals[this.#labels[circle]!]!;
    return {
      starts,
      neighbours: neighbours.slice(0, end),
      weights: weights.slice(0, end),
      loops,
      totals: own,
      circleOf: this.#circleOf.slice(),
    };
  }

  /** The nodes by circle. */
  #gather(): void {
    const [nodeOf, members, ends] = [this.#nodeOf, this.#members, this.#ends.fill(0, 0, this.#above)];
    for (let node = 0; node < this.#below; node++) ends[nodeOf[node]!]! += 1;
    for (let circle = 1; circle < this.#above; circle++) ends[circle]! += ends[circle - 1]!;
    for (let node = this.#below - 1; node >= 0; node--) members[--ends[nodeOf[node]!]!] = node;
    // Filled from their ends, they now hold the beginnings: the end of one is the beginning of the next.
    for (let circle = 0; circle + 1 < this.#above; circle++) ends[circle] = ends[circle + 1]!;
    if (this.#above > 0) ends[this.#above - 1] = this.#below;
  }
}

/** Puts one number among the first `count`, which are sorted. Returns how many there are then. */
function sortedIn(numbers: Uint32Array, count: number, one: number): number {
  let place = count;
  for (; place > 0 && numbers[place - 1]! > one; place--) numbers[place] = numbers[place - 1]!;
  numbers[place] = one;
  return count + 1;
}
