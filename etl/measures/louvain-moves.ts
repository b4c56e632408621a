/** One round of Louvain's method: everybody in turn to the circle where modularity gains most, until nobody wants to. */
import type { Level, Moved } from './louvain-level.ts';

/** Gains closer than this are equal. */
const epsilon = 1e-10;

/**
 * @param start whose turn comes first; then the nodes after it, and again whoever has a neighbour that moved away
 * @param weight of all ties
 * @returns null where nobody moved
 */
export function movesFrom(level: Level, start: number, weight: number): Moved | null {
  const { starts, neighbours, weights, loops } = level;
  const order = loops.length;
  const circleOf = Uint32Array.from({ length: order }, (_, node) => node);
  const totals = level.totals.slice();
  const members = new Uint32Array(order).fill(1);
  const empty: number[] = [];
  const turns = new Turns(order, start);
  const near = new Float64Array(order);
  const seen: number[] = [];
  let anybody = false;
  for (let node = turns.next(); node !== undefined; node = turns.next()) {
    const own = circleOf[node]!;
    let degree = 0;
    for (let at = starts[node]!; at < starts[node + 1]!; at++) {
      const circle = circleOf[neighbours[at]!]!;
      degree += weights[at]!;
      if (near[circle] === 0) seen.push(circle);
      near[circle]! += weights[at]!;
    }
    const bound = degree + loops[node]!;
    let best = own;
    let gain = near[own]! - (bound * (totals[own]! - bound)) / (2 * weight);
    for (const circle of seen) {
      if (circle === own) continue;
      const here = near[circle]! - (bound * totals[circle]!) / (2 * weight);
      // Of equal gains the own circle, else the highest number.
      const better = Math.abs(here - gain) < epsilon ? best !== own && circle > best : here > gain;
      if (better) [best, gain] = [circle, here];
    }
    for (const circle of seen) near[circle] = 0;
    seen.length = 0;
    // Worse than alone, which happens where much weight is inside the node itself.
    if (gain < 0) best = members[own] === 1 ? own : empty.pop()!;
    if (best === own) continue;
    anybody = true;
    totals[own]! -= bound;
    totals[best]! += bound;
    members[own]! -= 1;
    members[best]! += 1;
    circleOf[node] = best;
    if (members[own] === 0) empty.push(own);
    for (let at = starts[node]!; at < starts[node + 1]!; at++) {
      const neighbour = neighbours[at]!;
      if (circleOf[neighbour] !== best) turns.add(neighbour);
    }
  }
  return anybody ? { circleOf, totals } : null;
}

/** A queue in which everybody waits once at most. */
class Turns {
  readonly #queue: Uint32Array;
  readonly #waits: Uint8Array;
  #first = 0;
  #count: number;

  constructor(order: number, start: number) {
    this.#queue = Uint32Array.from({ length: order }, (_, place) => (start + place) % order);
    this.#waits = new Uint8Array(order).fill(1);
    this.#count = order;
  }

  next(): number | undefined {
    if (this.#count === 0) return undefined;
    const node = this.#queue[this.#first]!;
    this.#first = (this.#first + 1) % this.#queue.length;
    this.#count -= 1;
    this.#waits[node] = 0;
    return node;
  }

  add(node: number): void {
    if (this.#waits[node] === 1) return;
    this.#queue[(this.#first + this.#count) % this.#queue.length] = node;
    this.#count += 1;
    this.#waits[node] = 1;
  }
}
