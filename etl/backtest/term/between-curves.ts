import { randomOf } from '../../simulate/random.ts';
import type { LabelId } from '../labels.ts';
import { abrocaOf, type Abroca, type Ranking } from '../metrics/abroca.ts';
import type { Row } from '../rows.ts';
import { attributes, grouped, type Attribute } from './attributes.ts';
import type { Term } from './term.ts';

/** How differently the score ranks the learners of each group, by one attribute: indicators §3.8. */
export interface BetweenCurves {
  readonly label: LabelId;
  readonly attribute: Attribute;
  readonly groups: readonly Abroca[];
}

/** Weeks of all courses together; the score to whole points. */
export function betweenCurves(
  rows: readonly Row[],
  terms: readonly Term[],
  labels: Iterable<LabelId>,
): readonly BetweenCurves[] {
  return [...labels].sort().flatMap((label) => {
    const known = rows.filter(({ came, ranks }) => came.has(label) && ranks.score !== null);
    return attributes.flatMap(([attribute, of]): BetweenCurves[] => {
      const people = grouped(known, terms, of).map(({ group, own }) => ranking(group, own, label));
      return people.length === 0
        ? []
        : [{ label, attribute, groups: abrocaOf(people, randomOf(1, 'abroca', label, attribute)) }];
    });
  });
}

function ranking(group: string, own: readonly Row[], label: LabelId): Ranking {
  const [came, stayed] = [new Array<number>(101).fill(0), new Array<number>(101).fill(0)];
  for (const row of own) (row.came.get(label) === true ? came : stayed)[Math.round(row.ranks.score!)]! += 1;
  return { group, came, stayed };
}
