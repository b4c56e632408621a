import { wilson, type Interval } from '../../measures/wilson.ts';
import type { Band } from '../../score/types.ts';
import type { LabelId } from '../labels.ts';
import { smallestCell } from '../metrics/fairness.ts';
import type { Row } from '../rows.ts';
import type { Term } from './term.ts';

/** How often it came for learners in one band: what a band was worth, without anything fitted. */
export interface BandOutcome {
  readonly label: LabelId;
  readonly band: Band;
  readonly learners: number;
  readonly learnerWeeks: number;
  /** Share of learner-weeks. Null: fewer than ten learners. */
  readonly rate: number | null;
  /** As if every learner counted once, since weeks of one learner are no independent cases. */
  readonly interval: Interval | null;
}

const bands: readonly Band[] = ['connected', 'watch', 'elevated', 'high'];

/** In the order of the bands; one in which nobody was is left out. */
export function bandOutcomes(
  rows: readonly Row[],
  terms: readonly Term[],
  labels: Iterable<LabelId>,
): readonly BandOutcome[] {
  const bandOf = new Map(
    terms.flatMap(({ course, weeks }) =>
      weeks.flatMap(({ week, said }) =>
        [...said].map(([person, { band }]) => [`${course.name} ${week} ${person}`, band] as const),
      ),
    ),
  );
  return [...labels].sort().flatMap((label) => {
    const byBand = Map.groupBy(
      rows.filter(({ came }) => came.has(label)),
      ({ course, week, person }) => bandOf.get(`${course} ${week} ${person}`) ?? null,
    );
    return bands.flatMap((band): BandOutcome[] => {
      const own = byBand.get(band) ?? [];
      if (own.length === 0) return [];
      const learners = new Set(own.map(({ course, person }) => `${course} ${person}`)).size;
      const cell = { label, band, learners, learnerWeeks: own.length };
      if (learners < smallestCell) return [{ ...cell, rate: null, interval: null }];
      const rate = own.filter(({ came }) => came.get(label) === true).length / own.length;
      return [{ ...cell, rate, interval: wilson(rate * learners, learners) }];
    });
  });
}
