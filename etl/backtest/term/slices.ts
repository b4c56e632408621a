import { randomOf } from '../../simulate/random.ts';
import type { LabelId } from '../labels.ts';
import { fairnessOf, type FairnessCheck } from '../metrics/fairness.ts';
import type { Row } from '../rows.ts';
import type { Term } from './term.ts';

/** How often learners for whom nothing came reach so many points, by one attribute: indicators §3.8. */
export interface Slice {
  readonly label: LabelId;
  readonly title: string;
  readonly attribute: 'region' | 'time zone' | 'group work';
  readonly points: 30 | 45;
  readonly check: FairnessCheck;
}

/** Nobody who opted out has a score, so consent is no slice. */
const attributes = [
  ['region', ({ course }, person) => course.facts.regions.get(person)],
  [
    'time zone',
    ({ course: { facts, calendar } }, person) =>
      facts.members.find(({ personId }) => personId === person)?.timezone ?? calendar.zone,
  ],
  [
    'group work',
    ({ course }, person) =>
      course.facts.groups.some(({ personId }) => personId === person) ? 'in a group' : 'in no group',
  ],
] as const satisfies readonly (readonly [string, (term: Term, person: number) => string | undefined])[];

/** Attributes by which all are alike, or unknown, make no slice. */
export function slicesOf(
  rows: readonly Row[],
  terms: readonly Term[],
  titles: ReadonlyMap<LabelId, string>,
): readonly Slice[] {
  const termOf = new Map(terms.map((term) => [term.course.name, term]));
  return [...titles].sort().flatMap(([label, title]) => {
    const calm = rows.filter(({ came, ranks }) => came.get(label) === false && ranks.score !== null);
    const people = [...Map.groupBy(calm, ({ course, person }) => `${course} ${person}`).values()];
    return attributes.flatMap(([attribute, of]) => {
      const grouped = people.flatMap((own) => {
        const group = of(termOf.get(own[0]!.course)!, own[0]!.person);
        return group === undefined ? [] : [{ group, own }];
      });
      if (new Set(grouped.map(({ group }) => group)).size < 2) return [];
      return ([30, 45] as const).map((points): Slice => {
        const looked = grouped.map(({ group, own }) => ({
          group,
          flagged: own.filter(({ ranks }) => ranks.score! >= points).length,
          weeks: own.length,
        }));
        const check = fairnessOf(looked, randomOf(1, 'slice', label, attribute, points));
        return { label, title, attribute, points, check };
      });
    });
  });
}
