import { randomOf } from '../../simulate/random.ts';
import type { LabelId } from '../labels.ts';
import { fairnessOf, type FairnessCheck } from '../metrics/fairness.ts';
import type { Row } from '../rows.ts';
import { attributes, grouped, type Attribute } from './attributes.ts';
import type { Term } from './term.ts';

/** How often learners for whom nothing came reach so many points, by one attribute: indicators §3.8. */
export interface Slice {
  readonly label: LabelId;
  readonly title: string;
  readonly attribute: Attribute;
  readonly points: 30 | 45;
  readonly check: FairnessCheck;
}

/** Attributes by which all are alike, or unknown, make no slice. */
export function slicesOf(
  rows: readonly Row[],
  terms: readonly Term[],
  titles: ReadonlyMap<LabelId, string>,
): readonly Slice[] {
  return [...titles].sort().flatMap(([label, title]) => {
    const calm = rows.filter(({ came, ranks }) => came.get(label) === false && ranks.score !== null);
    return attributes.flatMap(([attribute, of]) => {
      const people = grouped(calm, terms, of);
      if (people.length === 0) return [];
      return ([30, 45] as const).map((points): Slice => {
        const looked = people.map(({ group, own }) => ({
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
