import type { CourseSnapshot } from '../../indicator.ts';
import { decay } from '../../compute/signals/contact.ts';
import { buildNetwork, type Network } from '../../measures/network.ts';
import { networkKinds } from '../../ties/index.ts';

/** The class and the staff it has exchanged with: the picture SNAPP calls facilitator-centric where it is a star. */
export function networkWithStaff({ people, ties, nodeOf, asOf }: CourseSnapshot): Network {
  const direct = ties.filter(({ kind, layer }) => networkKinds.includes(kind) && layer !== 'contact');
  const withStaff = direct.filter(({ layer }) => layer === 'staff');
  const staff = new Set(withStaff.flatMap(({ source, target }) => [source, target].filter((one) => !nodeOf.has(one))));
  const known = new Set([...people, ...staff]);
  return buildNetwork(
    [...known].map(String),
    direct
      .filter(({ source, target }) => known.has(source) && known.has(target))
      .map(({ source, target, weight, at }) => ({
        source: String(source),
        target: String(target),
        weight: weight * decay(at, asOf),
      })),
  );
}
