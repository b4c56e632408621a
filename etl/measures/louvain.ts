/**
 * Louvain's method: circles that are denser inside than chance would have it, found by moving people one at a time, then
 * whole circles, until nothing gains.
 *
 * In graphology-communities-louvain's order of moves and sums, so that the same draws give the same circles. Several
 * runs on one network share what they have in common: a run's only chance is where each round begins.
 *
 * Blondel, V. D., Guillaume, J.-L., Lambiotte, R. & Lefebvre, E. (2008). Fast unfolding of communities in large
 * networks. Journal of Statistical Mechanics P10008.
 */
import { Coarsening, groundOf, type Level } from './louvain-level.ts';
import { Round } from './louvain-moves.ts';
import type { Network } from './network.ts';

export interface Split {
  /** -0.5..1. */
  readonly modularity: number;
  /** By node; numbers mean nothing but sameness. */
  readonly circleOf: Uint32Array;
}

/** A level, and what is known of the ways up from it. */
interface Known {
  readonly level: Level;
  /** By whose turn came first. Different starts often lead to the same circles. */
  readonly above: Map<number, Known>;
  /** Nobody moves: then nobody does from any start, as all decide on the same circles. */
  settled: boolean;
}

/**
 * How to run it on a network that has ties.
 *
 * @returns a run: given a source of numbers in 0..1, the circles it finds
 */
export function louvainOn(network: Network): (random: () => number) => Split {
  const { ground, weight } = groundOf(network);
  const round = new Round(network.nodes.length);
  const circles = new Coarsening(ground);
  const levels: Known[] = [{ level: ground, above: new Map(), settled: false }];

  /** The level above one, from a start; null where nobody moves. */
  function above(known: Known, start: number): Known | null {
    if (known.settled) return null;
    const before = known.above.get(start);
    if (before !== undefined) return before;
    const { level } = known;
    if (!round.play(level, start, weight)) {
      known.settled = true;
      return null;
    }
    circles.number(level, round.circleOf);
    let next = levels.find((one) => circles.leadsTo(one.level));
    if (next === undefined) {
      next = { level: circles.level(level, round.totals), above: new Map(), settled: false };
      levels.push(next);
    }
    known.above.set(start, next);
    return next;
  }

  return (random) => {
    let known = levels[0]!;
    for (;;) {
      const { level } = known;
      const next = above(known, firstTied(level, Math.floor(random() * level.loops.length)));
      if (next === null) return { modularity: modularityOf(level, weight), circleOf: level.circleOf };
      known = next;
    }
  };
}

/** Whose turn is the first that matters: who has no tie to another never moves. The start itself where nobody has. */
function firstTied({ starts, neighbours }: Level, start: number): number {
  if (neighbours.length === 0) return start;
  let node = start;
  while (starts[node] === starts[node + 1]) node = node + 2 < starts.length ? node + 1 : 0;
  return node;
}

/** Of a level in which every node is a circle. */
function modularityOf({ loops, totals }: Level, weight: number): number {
  let sum = 0;
  for (let node = 0; node < loops.length; node++) {
    sum += loops[node]! / (2 * weight) - (totals[node]! / (2 * weight)) ** 2;
  }
  return sum;
}
