import type { CourseSnapshot, Pool } from '../../indicator.ts';

const smallestCell = 10;
/** What attendance is held side by side by. */
export const divisions = ['region', 'timeZone'] as const;

export type AttendanceDivision = (typeof divisions)[number];

/**
 * People and attendance by region and by time zone: `["region","north"]` counts heads, `["region","north","drawn"]` how
 * often they were drawn, `["region","north","rate"]` the sum of their rates.
 */
export function attendanceOf({ categories, signals }: CourseSnapshot, times: ArrayLike<number>): Pool {
  const pool: Record<string, number> = {};
  const add = (name: readonly string[], count: number): void => {
    const key = JSON.stringify(name);
    pool[key] = (pool[key] ?? 0) + count;
  };
  signals.forEach(({ liveRate }, node) => {
    if (liveRate === null) return;
    for (const division of divisions) {
      const category = categories[division][node] ?? null;
      if (category === null) continue;
      add([division, category], 1);
      add([division, category, 'drawn'], times[node]!);
      add([division, category, 'rate'], times[node]! * liveRate);
    }
  });
  return pool;
}

/** The same of everybody once; `["region"]` counts those of whom nobody says where they are. */
export function attendancePool(snapshot: CourseSnapshot): Pool {
  const unknown: Record<string, number> = {};
  snapshot.signals.forEach(({ liveRate }, node) => {
    if (liveRate === null) return;
    for (const division of divisions) {
      if ((snapshot.categories[division][node] ?? null) !== null) continue;
      const key = JSON.stringify([division]);
      unknown[key] = (unknown[key] ?? 0) + 1;
    }
  });
  const once = attendanceOf(
    snapshot,
    snapshot.people.map(() => 1),
  );
  return { ...once, ...unknown };
}

/** One region or zone of a pool: its people, and the sum of their rates. */
export interface AttendanceCell {
  readonly name: string;
  readonly people: number;
  readonly sum: number;
}

/** The cells of a division by name, and how many are in none. */
export function attendanceCells(
  pool: Pool,
  division: AttendanceDivision,
): { readonly cells: readonly AttendanceCell[]; readonly unknown: number } {
  const cells = Object.entries(pool).flatMap(([key, people]) => {
    const [of, name, what] = JSON.parse(key) as string[];
    if (of !== division || name === undefined || what !== undefined) return [];
    return [{ name, people, sum: pool[JSON.stringify([division, name, 'rate'])] ?? 0 }];
  });
  return {
    cells: cells.sort((one, other) => (one.name < other.name ? -1 : 1)),
    unknown: pool[JSON.stringify([division])] ?? 0,
  };
}

/** The worse of the gaps between regions and between time zones; null where neither has two cells of ten. */
export function attendanceIn(pool: Pool): number | null {
  const gaps = divisions.flatMap((division) => gapBetween(pool, division) ?? []);
  return gaps.length === 0 ? null : Math.max(...gaps);
}

function gapBetween(pool: Pool, division: string): number | null {
  const means = Object.entries(pool).flatMap(([key, people]) => {
    const [of, category, what] = JSON.parse(key) as string[];
    if (of !== division || category === undefined || what !== undefined || people < smallestCell) return [];
    const drawn = pool[JSON.stringify([division, category, 'drawn'])] ?? 0;
    return drawn === 0 ? [] : [pool[JSON.stringify([division, category, 'rate'])]! / drawn];
  });
  return means.length < 2 ? null : Math.max(...means) - Math.min(...means);
}
