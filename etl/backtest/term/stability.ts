import type { Term } from './term.ts';

/** How much staff are asked to look at, and how restless it is. */
export interface Stability {
  /** Learners listed, per 100 learners and week. */
  readonly alertsPer100: number;
  /** Share of learner-weeks with another band than the week before. Null without two weeks in a row. */
  readonly bandChanges: number | null;
  readonly learnerWeeks: number;
}

export function stabilityOf(terms: readonly Term[]): Stability {
  let [learnerWeeks, listed, pairs, changes] = [0, 0, 0, 0];
  for (const { weeks } of terms) {
    for (const [at, { said }] of weeks.entries()) {
      for (const [person, { band, listed: own }] of said) {
        learnerWeeks += 1;
        if (own) listed += 1;
        const before = weeks[at - 1]?.said.get(person)?.band ?? null;
        if (band === null || before === null) continue;
        pairs += 1;
        if (band !== before) changes += 1;
      }
    }
  }
  return {
    alertsPer100: learnerWeeks === 0 ? 0 : (100 * listed) / learnerWeeks,
    bandChanges: pairs === 0 ? null : changes / pairs,
    learnerWeeks,
  };
}
