import type { University } from '../university.ts';
import type { Files } from './files.ts';

/** What was planted. Nothing that Kith runs reads this file; tests and back-tests hold the scores against it. */
export interface Truth {
  readonly seed: number;
  readonly weeks: number;
  readonly courses: readonly {
    readonly course: string;
    readonly climate: string;
    readonly learners: readonly {
      readonly person: string;
      readonly archetype: string;
      readonly truth: 'connected' | 'isolated' | 'borderline' | 'unscored';
      /** First week of which the truth holds; before it the learner is connected. */
      readonly fromWeek: number;
      readonly joinsWeek: number;
    }[];
  }[];
}

export async function writeTruth(files: Files, seed: number, { calendar, courses }: University): Promise<void> {
  const truth: Truth = {
    seed,
    weeks: calendar.weeks,
    courses: courses.map(({ code, climate, seats }) => ({
      course: code,
      climate: climate.id,
      learners: seats.map(({ learner, archetype, isolatedFrom, joinsWeek }) => ({
        person: learner.sisId,
        archetype: archetype.id,
        truth: archetype.truth,
        fromWeek: isolatedFrom ?? joinsWeek,
        joinsWeek,
      })),
    })),
  };
  await files.write('truth.json', `${JSON.stringify(truth, null, 1)}\n`);
}
