/**
 * The shortest ways between everybody, on the undirected projection, every tie one step long: one search from each
 * person says how near everybody is and who lies between.
 *
 * Brandes, U. (2001). A faster algorithm for betweenness centrality. Journal of Mathematical Sociology 25(2), 163–177.
 */
import type { Adjacency, Network } from './network.ts';

export interface ShortestWays {
  /** By node: over all ordered pairs of others, the share of their shortest ways that leads through it, summed. */
  readonly between: Float64Array;
  /** By node: 1/steps to everybody within reach, summed. */
  readonly nearness: Float64Array;
}

const known = new WeakMap<Network, ShortestWays>();

/** Searched once a network, however many measures ask. */
export function shortestWays(network: Network): ShortestWays {
  const ways = known.get(network) ?? search(network.undirected);
  known.set(network, ways);
  return ways;
}

function search(links: Adjacency): ShortestWays {
  const order = links.starts.length - 1;
  const found: ShortestWays = { between: new Float64Array(order), nearness: new Float64Array(order) };
  const passes = new Passes(links);
  for (let start = 0; start < order; start++) {
    if (links.starts[start] === links.starts[start + 1]) continue;
    found.nearness[start] = passes.outwards(start);
    passes.inwards(found.between);
  }
  return found;
}

/** Brandes' two passes, with arrays that are used again from start to start. */
class Passes {
  readonly #links: Adjacency;
  readonly #steps: Int32Array;
  /** How many shortest ways lead there. */
  readonly #ways: Float64Array;
  readonly #share: Float64Array;
  /** In the order in which they were reached; the start first. */
  readonly #reached: Uint32Array;
  #count = 0;
  /** The steps that lead on, in the order in which they were taken: whatever leads to a person comes before what leads on. */
  readonly #from: Uint32Array;
  readonly #to: Uint32Array;
  #taken = 0;

  constructor(links: Adjacency) {
    const order = links.starts.length - 1;
    this.#links = links;
    this.#steps = new Int32Array(order);
    this.#ways = new Float64Array(order);
    this.#share = new Float64Array(order);
    this.#reached = new Uint32Array(order);
    this.#from = new Uint32Array(links.neighbours.length);
    this.#to = new Uint32Array(links.neighbours.length);
  }

  /** How many steps to everybody, and by how many shortest ways. Returns the sum of 1/steps. */
  outwards(start: number): number {
    const { starts, neighbours } = this.#links;
    const [steps, ways, reached] = [this.#steps.fill(-1), this.#ways.fill(0), this.#reached];
    steps[start] = 0;
    ways[start] = 1;
    reached[0] = start;
    const [from, to] = [this.#from, this.#to];
    let count = 1;
    let taken = 0;
    let nearness = 0;
    for (let head = 0; head < count; head++) {
      const node = reached[head]!;
      const further = steps[node]! + 1;
      const own = ways[node]!;
      for (let at = starts[node]!; at < starts[node + 1]!; at++) {
        const next = neighbours[at]!;
        if (steps[next] === -1) {
          steps[next] = further;
          nearness += 1 / further;
          reached[count++] = next;
        }
        if (steps[next] === further) {
          ways[next]! += own;
          from[taken] = node;
          to[taken++] = next;
        }
      }
    }
    this.#count = count;
    this.#taken = taken;
    return nearness;
  }

  /** What share of the ways from the start leads through each, added to what there is. */
  inwards(between: Float64Array): void {
    const [ways, share] = [this.#ways, this.#share.fill(0)];
    const [from, to, reached] = [this.#from, this.#to, this.#reached];
    for (let at = this.#taken - 1; at >= 0; at--) {
      const next = to[at]!;
      share[from[at]!]! += (ways[from[at]!]! * (1 + share[next]!)) / ways[next]!;
    }
    for (let place = 1; place < this.#count; place++) between[reached[place]!]! += share[reached[place]!]!;
  }
}
