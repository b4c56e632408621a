/** One round of Louvain's method: everybody in turn to the circle where modularity gains most, until nobody wants to. */
import type { Level } from './louvain-level.ts';

/** Gains closer than this are equal. */
const epsilon = 1e-10;

/** The rounds of one network and of the smaller ones above it, in arrays that are used again from round to round. */
export class Round {
  /** By node of the level, after the round: its circle. Circles are numbered by whoever began them and may be empty. */
  readonly circleOf: Uint32Array;
  /** All the weight at a circle. */
  readonly totals: Float64Array;
  readonly #members: Uint32Array;
  /** Circles that everybody left. */
  readonly #empty: Uint32Array;
  /** The weight between the node whose turn it is and each circle; 0 between turns. */
  readonly #near: Float64Array;
  readonly #seen: Uint32Array;
  readonly #turns: Turns;

  /** @param order nodes of the largest level */
  constructor(order: number) {
    this.circleOf = new Uint32Array(order);
    this.totals = new Float64Array(order);
    this.#members = new Uint32Array(order);
    this.#empty = new Uint32Array(order);
    this.#near = new Float64Array(order);
    this.#seen = new Uint32Array(order);
    this.#turns = new Turns(order);
  }

  /**
   * @param start whose turn comes first; then the nodes after it, and again whoever has a neighbour that moved away
   * @param weight of all ties
   * @returns whether anybody moved
   */
  play({ starts, neighbours, weights, loops, totals: before }: Level, start: number, weight: number): boolean {
    const { circleOf, totals } = this;
    const [members, empty, near, seen, turns] = [this.#members, this.#empty, this.#near, this.#seen, this.#turns];
    const order = loops.length;
    const twice = 2 * weight;
    for (let node = 0; node < order; node++) circleOf[node] = node;
    totals.set(before);
    members.fill(1, 0, order);
    turns.begin(order, start);
    let vacant = 0;
    let anybody = false;
    for (let node = turns.next(); node !== -1; node = turns.next()) {
      const [first, end] = [starts[node]!, starts[node + 1]!];
      if (first === end) continue;
      const own = circleOf[node]!;
      let degree = 0;
      let circles = 0;
      for (let at = first; at < end; at++) {
        const circle = circleOf[neighbours[at]!]!;
        degree += weights[at]!;
        if (near[circle] === 0) seen[circles++] = circle;
        near[circle]! += weights[at]!;
      }
      const bound = degree + loops[node]!;
      let best = own;
      let gain = near[own]! - (bound * (totals[own]! - bound)) / twice;
      for (let place = 0; place < circles; place++) {
        const circle = seen[place]!;
        if (circle === own) continue;
        const here = near[circle]! - (bound * totals[circle]!) / twice;
        // Of equal gains the own circle, else the highest number.
        const better = Math.abs(here - gain) < epsilon ? best !== own && circle > best : here > gain;
        if (better) {
          best = circle;
          gain = here;
        }
      }
      for (let place = 0; place < circles; place++) near[seen[place]!] = 0;
      // Worse than alone, which happens where much weight is inside the node itself.
      if (gain < 0) best = members[own] === 1 ? own : empty[--vacant]!;
      if (best === own) continue;
      anybody = true;
      totals[own]! -= bound;
      totals[best]! += bound;
      members[own]! -= 1;
      members[best]! += 1;
      circleOf[node] = best;
      if (members[own] === 0) empty[vacant++] = own;
      for (let at = first; at < end; at++) {
        const neighbour = neighbours[at]!;
        if (circleOf[neighbour] !== best) turns.add(neighbour);
      }
    }
    return anybody;
  }
}

/** A queue in which everybody waits once at most. */
class Turns {
  readonly #queue: Uint32Array;
  readonly #waits: Uint8Array;
  #places = 0;
  #first = 0;
  #count = 0;

  constructor(order: number) {
    this.#queue = new Uint32Array(order);
    this.#waits = new Uint8Array(order);
  }

  /** Everybody once, from one of them on. */
  begin(order: number, start: number): void {
    for (let place = 0, node = start; place < order; place++) {
      this.#queue[place] = node;
      if (++node === order) node = 0;
    }
    this.#waits.fill(1, 0, order);
    this.#places = order;
    this.#first = 0;
    this.#count = order;
  }

  /** -1 where nobody waits. */
  next(): number {
    if (this.#count === 0) return -1;
    const node = this.#queue[this.#first]!;
    if (++this.#first === this.#places) this.#first = 0;
    this.#count -= 1;
    this.#waits[node] = 0;
    return node;
  }

  add(node: number): void {
    if (this.#waits[node] === 1) return;
    const place = this.#first + this.#count;
    this.#queue[place < this.#places ? place : place - this.#places] = node;
    this.#count += 1;
    this.#waits[node] = 1;
  }
}
