import type { Division } from '../../compute/snapshot-parts.ts';
import type { CourseSnapshot } from '../../indicator.ts';
import { assortativity } from '../../measures/assortativity.ts';

/** Cells of people below this say something about persons (§9.2.11). */
const smallestCell = 10;

/** Newman's r over one division of the class; null below 20 ties or with fewer than two cells of ten. */
export function mixingBy({ network, categories, forum }: CourseSnapshot, division: Division): number | null {
  const sizes = Map.groupBy(
    categories[division].filter((category) => category !== null),
    (category) => category,
  );
  const cells = [...sizes].filter(([, people]) => people.length >= smallestCell).map(([category]) => category);
  if (!forum || cells.length < 2 || network.undirected.neighbours.length / 2 < 20) return null;
  return assortativity(
    network,
    categories[division].map((category) => (category !== null && cells.includes(category) ? category : null)),
  );
}
