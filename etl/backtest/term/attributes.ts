import type { Row } from '../rows.ts';
import type { Term } from './term.ts';

export type Attribute = 'region' | 'time zone' | 'group work';

/** What learners are compared by. Nobody who opted out has a score, so consent is none. Undefined: not known of them. */
export const attributes = [
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
] as const satisfies readonly (readonly [Attribute, (term: Term, person: number) => string | undefined])[];

/** The weeks of each learner of whom the attribute is known. Empty where all are alike: they make no slice. */
export function grouped(
  rows: readonly Row[],
  terms: readonly Term[],
  of: (typeof attributes)[number][1],
): readonly { readonly group: string; readonly own: readonly Row[] }[] {
  const termOf = new Map(terms.map((term) => [term.course.name, term]));
  const people = [...Map.groupBy(rows, ({ course, person }) => `${course} ${person}`).values()].flatMap((own) => {
    const group = of(termOf.get(own[0]!.course)!, own[0]!.person);
    return group === undefined ? [] : [{ group, own }];
  });
  return new Set(people.map(({ group }) => group)).size < 2 ? [] : people;
}
