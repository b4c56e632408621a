/**
 * Communities: the circles a class splits into (C09), the best of 20 seeded runs of Louvain.
 *
 * Louvain is random and not optimal: 20 runs with fixed seeds make it repeatable and usually better. Null without an
 * edge. Modularity also rises in sparse random networks, so C09 is shown from 20 people and 30 edges on, and only
 * circles of three or more are counted.
 *
 * Blondel, V. D., Guillaume, J.-L., Lambiotte, R. & Lefebvre, E. (2008). Fast unfolding of communities in large
 * networks. Journal of Statistical Mechanics P10008.
 * Gillani, N. et al. (2014). Structural limitations of learning in a crowd. Scientific Reports 4, 6447.
 */
import { replayed } from './draws.ts';
import { louvainOn } from './louvain.ts';
import type { Network } from './network.ts';

export interface Communities {
  /** -0.5..1. */
  readonly modularity: number;
  /** Per node: the number of its circle. Circles are numbered by their first node, so equal splits look equal. */
  readonly circleOf: Uint32Array;
  /** People per circle, by number. */
  readonly sizes: readonly number[];
}

/** The same seed gives the same circles. */
export function communities(network: Network, seed = 'kith', runs = 20): Communities | null {
  if (network.undirected.neighbours.length === 0) return null;
  const run = louvainOn(network);
  const tries = Array.from({ length: runs }, (_, number) => run(replayed(`${seed}/${number}`)));
  const best = tries.reduce((one, other) => (other.modularity > one.modularity ? other : one));
  return { modularity: best.modularity, ...numbered(best.circleOf) };
}

function numbered(labels: Uint32Array): Pick<Communities, 'circleOf' | 'sizes'> {
  const numbers = new Map<number, number>();
  const sizes: number[] = [];
  const circleOf = Uint32Array.from(labels, (label) => {
    const circle = numbers.get(label) ?? numbers.size;
    numbers.set(label, circle);
    sizes[circle] = (sizes[circle] ?? 0) + 1;
    return circle;
  });
  return { circleOf, sizes };
}
