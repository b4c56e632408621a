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
import { coarser, groundOf, type Level } from './louvain-level.ts';
import { movesFrom } from './louvain-moves.ts';
import type { Network } from './network.ts';

export interface Split {
  /** -0.5..1. */
  readonly modularity: number;
  /** By node; numbers mean nothing but sameness. */
  readonly circleOf: Uint32Array;
}

/**
 * How to run it on a network that has ties.
 *
 * @returns a run: given a source of numbers in 0..1, the circles it finds
 */
export function louvainOn(network: Network): (random: () => number) => Split {
  const { ground, weight } = groundOf(network);
  const after = new WeakMap<Level, Map<number, Level | null>>();

  /** The level above one, from a start; null where nobody moves. */
  function above(level: Level, start: number): Level | null {
    const known = after.get(level) ?? new Map<number, Level | null>();
    after.set(level, known);
    const found = known.get(start);
    if (found !== undefined) return found;
    const moved = movesFrom(level, start, weight);
    const next = moved === null ? null : coarser(level, moved);
    known.set(start, next);
    return next;
  }

  return (random) => {
    let level = ground;
    for (;;) {
      const next = above(level, Math.floor(random() * level.loops.length));
      if (next === null) return { modularity: modularityOf(level, weight), circleOf: level.circleOf };
      level = next;
    }
  };
}

/** Of a level in which every node is a circle. */
function modularityOf({ loops, totals }: Level, weight: number): number {
  let sum = 0;
  for (let node = 0; node < loops.length; node++) {
    sum += loops[node]! / (2 * weight) - (totals[node]! / (2 * weight)) ** 2;
  }
  return sum;
}
