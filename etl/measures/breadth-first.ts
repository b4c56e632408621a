/**
 * Breadth-first search: how many steps from one node to every other.
 *
 * Moore, E. F. (1959). The shortest path through a maze. Proc. Int. Symp. Theory of Switching, 285–292.
 */
import type { Adjacency } from './network.ts';

/** Steps from `start`; -1 where there is no way. `steps` may be passed in to be used again. */
export function stepsFrom(
  { starts, neighbours }: Adjacency,
  start: number,
  steps: Int32Array = new Int32Array(starts.length - 1),
): Int32Array {
  const queue = new Uint32Array(steps.length);
  let waiting = 1;
  steps.fill(-1);
  steps[start] = 0;
  queue[0] = start;
  for (let head = 0; head < waiting; head++) {
    const node = queue[head]!;
    for (let at = starts[node]!; at < starts[node + 1]!; at++) {
      const neighbour = neighbours[at]!;
      if (steps[neighbour]! >= 0) continue;
      steps[neighbour] = steps[node]! + 1;
      queue[waiting++] = neighbour;
    }
  }
  return steps;
}
