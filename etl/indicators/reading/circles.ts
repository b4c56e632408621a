import { communities, type Communities } from '../../measures/communities.ts';
import type { CourseSnapshot } from '../../indicator.ts';
import type { Network } from '../../measures/network.ts';

const known = new WeakMap<Network, Communities | null>();

/** Two indicators look at the same twenty runs. */
export function circlesOf(network: Network): Communities | null {
  const found = known.get(network);
  if (found !== undefined) return found;
  const circles = communities(network);
  known.set(network, circles);
  return circles;
}

/** Below twenty people and thirty ties a network falls apart by chance: such a course has no circles to speak of. */
export const hasCircles = ({ roster, forum, people, network }: CourseSnapshot): boolean =>
  roster && forum && people.length >= 20 && network.undirected.neighbours.length >= 60;
