import { heldOut } from '../../simulate/archetypes.ts';
import type { TestedCourse } from '../tested-course.ts';
import { foundAt } from '../metrics/recall-at-false-positives.ts';
import type { Row } from '../rows.ts';

/** How many of the weeks in which one kind of learner is planted as isolated are found. */
export interface Found {
  readonly archetype: string;
  /** No weight, band or rule of Kith was placed while looking at this one. */
  readonly heldOut: boolean;
  readonly learnerWeeks: number;
  /** Share found where 5 % of the connected of that course-week are. Null: none was planted. */
  readonly share: number | null;
}

/** The held-out archetype is always among them, also where it says that none was planted. Empty without a truth. */
export function foundByArchetype(rows: readonly Row[], courses: readonly TestedCourse[]): readonly Found[] {
  const kindOf = new Map(courses.map(({ name, archetypeOf }) => [name, archetypeOf]));
  const found = new Map<string, number[]>([[heldOut, []]]);
  let planted = false;
  const scored = rows.filter(({ came, ranks }) => came.has('L5') && ranks.score !== null);
  for (const own of Map.groupBy(scored, ({ course, week }) => `${course} ${week}`).values()) {
    const cases = own.map((row) => ({ score: row.ranks.score!, came: row.came.get('L5')!, row }));
    const foundOf = foundAt(cases);
    for (const { came, score, row } of cases) {
      const kind = kindOf.get(row.course)?.(row.person);
      if (!came || kind === undefined) continue;
      planted = true;
      found.set(kind, [...(found.get(kind) ?? []), foundOf(score)]);
    }
  }
  if (!planted) return [];
  return [...found]
    .map(([archetype, hits]) => ({
      archetype,
      heldOut: archetype === heldOut,
      learnerWeeks: hits.length,
      share: hits.length === 0 ? null : hits.reduce((sum, hit) => sum + hit, 0) / hits.length,
    }))
    .sort((one, other) => Number(other.heldOut) - Number(one.heldOut) || (one.archetype < other.archetype ? -1 : 1));
}
