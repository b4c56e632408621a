import type { CourseSnapshot } from '../../indicator.ts';

const smallestCell = 10;

/** The worse of the gaps between regions and between time zones; null where neither has two cells of ten. */
export function attendanceGap(snapshot: CourseSnapshot, times: ArrayLike<number>): number | null {
  const gaps = (['region', 'timeZone'] as const).flatMap((division) => gapBetween(snapshot, division, times) ?? []);
  return gaps.length === 0 ? null : Math.max(...gaps);
}

function gapBetween(
  { categories, signals }: CourseSnapshot,
  division: 'region' | 'timeZone',
  times: ArrayLike<number>,
): number | null {
  const cells = new Map<string, { people: number; drawn: number; sum: number }>();
  signals.forEach(({ liveRate }, node) => {
    const category = categories[division][node] ?? null;
    if (category === null || liveRate === null) return;
    const cell = cells.get(category) ?? { people: 0, drawn: 0, sum: 0 };
    cells.set(category, {
      people: cell.people + 1,
      drawn: cell.drawn + times[node]!,
      sum: cell.sum + times[node]! * liveRate,
    });
  });
  const means = [...cells.values()]
    .filter(({ people, drawn }) => people >= smallestCell && drawn > 0)
    .map(({ sum, drawn }) => sum / drawn);
  return means.length < 2 ? null : Math.max(...means) - Math.min(...means);
}
