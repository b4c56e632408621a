import { communities, type Communities } from '../../measures/communities.ts';
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
