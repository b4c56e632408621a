import type { CourseSnapshot } from '../../indicator.ts';
import { dayMs } from './answers.ts';

/**
 * Every member's part of their group's work in 28 days over an equal share, 0..2; by group, then by person. Groups in
 * which fewer than two have done anything are not at work, and are left out: nobody can be outside of nothing.
 */
export function groupShares({
  contributions,
  membersOf,
  asOf,
}: CourseSnapshot): ReadonlyMap<string, ReadonlyMap<number, number>> {
  const byGroup = Map.groupBy(
    contributions.filter(({ at }) => asOf - at <= 28 * dayMs),
    ({ group }) => group,
  );
  const shares = new Map<string, ReadonlyMap<number, number>>();
  for (const [group, rows] of byGroup) {
    const members = membersOf.get(group) ?? [];
    const done = new Map(members.map((person) => [person, 0]));
    for (const { personId, count } of rows) {
      if (done.has(personId)) done.set(personId, done.get(personId)! + count);
    }
    const all = [...done.values()].reduce((sum, count) => sum + count, 0);
    if ([...done.values()].filter((count) => count > 0).length < 2) continue;
    shares.set(group, new Map([...done].map(([person, own]) => [person, Math.min(2, own / (all / members.length))])));
  }
  return shares;
}
