/**
 * The shortest ways between everybody, on the undirected projection, every tie one step long: one search from each
 * person says how near everybody is and who lies between. Whoever has one neighbour only is not searched from: all their
 * ways lead through that neighbour, and are one step longer.
 *
 * Brandes, U. (2001). A faster algorithm for betweenness centrality. Journal of Mathematical Sociology 25(2), 163–177.
 * Sarıyüce, A. E., Saule, E., Kaya, K. & Çatalyürek, Ü. V. (2013). Shattering and compressing networks for betweenness
 * centrality. Proc. SIAM International Conference on Data Mining, 686–694.
 */
import { degreeOf, type Adjacency, type Network } from './network.ts';

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
  const hangsOn = hangersOn(links);
  const hanging = new Uint32Array(order);
  for (const neighbour of hangsOn) if (neighbour !== -1) hanging[neighbour]! += 1;
  const passes = new Passes(links);
  const nearnessOfHanging = new Float64Array(order);
  for (let start = 0; start < order; start++) {
    if (degreeOf(links, start) === 0 || hangsOn[start] !== -1) continue;
    found.nearness[start] = passes.outwards(start);
    passes.inwards(found.between, 1 + hanging[start]!);
    // From one who hangs on the start to everybody else but the start itself, the way leads through the start.
    found.between[start]! += hanging[start]! * (passes.count - 2);
    nearnessOfHanging[start] = passes.nearnessOfHanging;
  }
  for (let node = 0; node < order; node++) {
    if (hangsOn[node] !== -1) found.nearness[node] = nearnessOfHanging[hangsOn[node]!]!;
  }
  return found;
}

/** By node: the only neighbour, where there is one only and it has others; else -1. */
function hangersOn(links: Adjacency): Int32Array {
  const order = links.starts.length - 1;
  const neighbourOf = new Int32Array(order).fill(-1);
  for (let node = 0; node < order; node++) {
    if (degreeOf(links, node) !== 1) continue;
    const neighbour = links.neighbours[links.starts[node]!]!;
    if (degreeOf(links, neighbour) > 1) neighbourOf[node] = neighbour;
  }
  return neighbourOf;
}

/** Brandes' two passes, with arrays that are used again from start to start. */
class Passes {
  /** How many the last search reached, its start among them. */
  count = 0;
  /** What `outwards` would return from one who hangs on the last start. */
  nearnessOfHanging = 0;
  readonly #links: Adjacency;
  readonly #steps: Int32Array;
  /** How many shortest ways lead there. */
  readonly #ways: Float64Array;
  readonly #share: Float64Array;
  /** In the order in which they were reached; the start first. */
  readonly #reached: Uint32Array;
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
    const [steps, ways, reached] = [this.#steps.fill(-1), this.#ways, this.#reached];
    const [from, to] = [this.#from, this.#to];
    steps[start] = 0;
    ways[start] = 1;
    reached[0] = start;
    let count = 1;
    let taken = 0;
    let nearness = 0;
    let beyond = 0;
    for (let head = 0; head < count; head++) {
      const node = reached[head]!;
      const further = steps[node]! + 1;
      const own = ways[node]!;
      const sooner = count;
      for (let at = starts[node]!; at < starts[node + 1]!; at++) {
        const next = neighbours[at]!;
        const before = steps[next]!;
        if (before === -1) {
          steps[next] = further;
          ways[next] = own;
          reached[count++] = next;
        } else if (before === further) ways[next]! += own;
        else continue;
        from[taken] = node;
        to[taken++] = next;
      }
      nearness += (count - sooner) / further;
      beyond += (count - sooner) / (further + 1);
    }
    this.count = count;
    this.#taken = taken;
    // One step to the start, and none to themselves, whom the start has at one step.
    this.nearnessOfHanging = 1 + beyond - 1 / 2;
    return nearness;
  }

  /** What share of the ways from the start leads through each, times so many, added to what there is. */
  inwards(between: Float64Array, times: number): void {
    const [ways, share] = [this.#ways, this.#share.fill(0)];
    const [from, to, reached] = [this.#from, this.#to, this.#reached];
    for (let at = this.#taken - 1; at >= 0; at--) {
      const node = from[at]!;
      const next = to[at]!;
      share[node]! += (ways[node]! * (1 + share[next]!)) / ways[next]!;
    }
    for (let place = 1; place < this.count; place++) {
      const node = reached[place]!;
      between[node]! += times * share[node]!;
    }
  }
}
