/**
 * Betweenness: how often a person lies on the shortest ways between two others, 0..1.
 *
 * Sum over ordered pairs, divided by (n-1)(n-2); 0 with fewer than three people. Neither good nor bad for a learner
 * (it relates negatively to sense of community), so it is shown as "bridges" and never scored.
 *
 * What is worked out for every class and week runs over the compressed rows; along the arcs graphology does it, which
 * reads `weight` as a distance unless told otherwise and so makes strong ties long: hence the explicit `getEdgeWeight`.
 *
 * Freeman, L. C. (1977). A set of measures of centrality based on betweenness. Sociometry 40(1), 35–41.
 * Brandes, U. (2001). A faster algorithm for betweenness centrality. Journal of Mathematical Sociology 25(2), 163–177.
 * Dawson, S. (2008). A study of the relationship between student social networks and sense of community.
 * Educational Technology & Society 11(3), 224–238.
 */
import { centrality } from 'graphology-metrics';
import { directedView, inOrder } from './graphology-view.ts';
import type { Adjacency, Network } from './network.ts';

/** On the undirected projection, every tie one step long (S17). */
export function betweenness(network: Network): Float64Array {
  const order = network.nodes.length;
  const between = new Float64Array(order);
  if (tooFew(network)) return between;
  const search = new Search(order);
  for (let start = 0; start < order; start++) {
    if (network.undirected.starts[start] === network.undirected.starts[start + 1]) continue;
    search.from(network.undirected, start);
    search.addTo(between, start);
  }
  const pairs = (order - 1) * (order - 2);
  return between.map((sum) => sum / pairs);
}

/** Brandes' two passes, with arrays that are used again from start to start. */
class Search {
  readonly #steps: Int32Array;
  readonly #ways: Float64Array;
  readonly #share: Float64Array;
  /** In the order in which they were reached. */
  readonly #reached: Uint32Array;
  #count = 0;
  #links: Adjacency | undefined;

  constructor(order: number) {
    this.#steps = new Int32Array(order);
    this.#ways = new Float64Array(order);
    this.#share = new Float64Array(order);
    this.#reached = new Uint32Array(order);
  }

  /** Outwards: how many steps to everybody, and by how many shortest ways. */
  from(links: Adjacency, start: number): void {
    const [steps, ways, reached] = [this.#steps.fill(-1), this.#ways.fill(0), this.#reached];
    this.#share.fill(0);
    this.#links = links;
    steps[start] = 0;
    ways[start] = 1;
    reached[0] = start;
    let count = 1;
    for (let head = 0; head < count; head++) {
      const node = reached[head]!;
      for (let at = links.starts[node]!; at < links.starts[node + 1]!; at++) {
        const next = links.neighbours[at]!;
        if (steps[next] === -1) {
          steps[next] = steps[node]! + 1;
          reached[count++] = next;
        }
        if (steps[next] === steps[node]! + 1) ways[next]! += ways[node]!;
      }
    }
    this.#count = count;
  }

  /** Inwards: what share of the ways from the start leads through each. */
  addTo(between: Float64Array, start: number): void {
    const { starts, neighbours } = this.#links!;
    const [steps, ways, share] = [this.#steps, this.#ways, this.#share];
    for (let place = this.#count - 1; place > 0; place--) {
      const node = this.#reached[place]!;
      const each = (1 + share[node]!) / ways[node]!;
      for (let at = starts[node]!; at < starts[node + 1]!; at++) {
        const before = neighbours[at]!;
        if (steps[before] === steps[node]! - 1) share[before]! += ways[before]! * each;
      }
      if (node !== start) between[node]! += share[node]!;
    }
  }
}

/** Along the arcs. With `nearer_when_stronger` an arc is 1/weight long. */
export function directedBetweenness(
  network: Network,
  distance: 'steps' | 'nearer_when_stronger' = 'steps',
): Float64Array {
  if (tooFew(network)) return new Float64Array(network.nodes.length);
  const getEdgeWeight = distance === 'steps' ? null : (_arc: unknown, { weight }: { weight: number }) => 1 / weight;
  return inOrder(network, centrality.betweenness(directedView(network), { getEdgeWeight }));
}

/** Between two people lies nobody; and graphology throws on an empty graph. */
const tooFew = ({ nodes }: Network): boolean => nodes.length < 3;
