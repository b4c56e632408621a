import type { Division } from '../../compute/snapshot-parts.ts';
import type { CourseSnapshot, Pool } from '../../indicator.ts';
import { mixingRate, type Link } from '../../measures/assortativity.ts';

/** Cells of people below this say something about persons (§9.2.11). */
const smallestCell = 10;
const fewestTies = 20;

/**
 * The ties of a class by the categories of their two ends, both ways round: `["north","south"]`. `["north"]` counts
 * its people, `[]` all ties. Over several courses the matrices add up. Null without a forum.
 */
export function mixingOf({ network, categories, forum }: CourseSnapshot, division: Division): Pool | null {
  if (!forum) return null;
  const { starts, neighbours } = network.undirected;
  const pool: Record<string, number> = { '[]': neighbours.length / 2 };
  const add = (...ends: readonly string[]): void => {
    const name = JSON.stringify(ends);
    pool[name] = (pool[name] ?? 0) + 1;
  };
  categories[division].forEach((own, node) => {
    if (own === null) return;
    add(own);
    for (const neighbour of neighbours.subarray(starts[node], starts[node + 1])) {
      const theirs = categories[division][neighbour] ?? null;
      if (theirs !== null) add(own, theirs);
    }
  });
  return pool;
}

/** Newman's r of a matrix; null where {@link linksIn} is. */
export function mixingIn(pool: Pool): number | null {
  const links = linksIn(pool);
  return links === null ? null : mixingRate(links);
}

/** The ties between cells of ten people or more; null below 20 ties or with fewer than two cells of ten people. */
export function linksIn(pool: Pool): readonly Link[] | null {
  const entries = Object.entries(pool).map(([name, count]) => ({ ends: JSON.parse(name) as string[], count }));
  const cells = new Set(entries.flatMap(({ ends, count }) => (ends.length === 1 && count >= smallestCell ? ends : [])));
  if (cells.size < 2 || (pool['[]'] ?? 0) < fewestTies) return null;
  return entries.flatMap(({ ends: [from, to], count }) =>
    from !== undefined && to !== undefined && cells.has(from) && cells.has(to) ? [{ from, to, weight: count }] : [],
  );
}
