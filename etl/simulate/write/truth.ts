import type { University } from '../university.ts';
import type { Files } from './files.ts';

/** What was planted. Nothing that Kith runs reads this file; tests and back-tests hold the scores against it. */
export interface Truth {
  readonly seed: number;
  readonly weeks: number;
  readonly courses: readonly {
    readonly course: string;
    /** First day of week 1. */
    readonly startsOn: string;
    readonly plant: string;
    readonly learners: readonly {
      readonly person: string;
      readonly archetype: string;
      readonly region: string;
      readonly truth: 'connected' | 'isolated' | 'borderline' | 'unscored';
      /** First week of which the truth holds; before it the learner is connected, or on the way since `fadesFrom`. */
      readonly fromWeek: number;
      /** First week in which somebody who fades does less. */
      readonly fadesFrom?: number;
      readonly joinsWeek: number;
    }[];
  }[];
}

export async function writeTruth(files: Files, seed: number, { calendar, courses }: University): Promise<void> {
  const truth: Truth = {
    seed,
    weeks: calendar.weeks,
    courses: courses.map(({ code, plant, seats }) => ({
      course: code,
      startsOn: calendar.startsOn,
      plant: plant.id,
      learners: seats.map(({ learner, archetype, isolatedFrom, joinsWeek, fadesAfter }) => ({
        person: learner.sisId,
        archetype: archetype.id,
        region: learner.region,
        truth: archetype.truth,
        fromWeek: isolatedFrom ?? joinsWeek,
        ...(fadesAfter !== undefined && { fadesFrom: fadesAfter + 1 }),
        joinsWeek,
      })),
    })),
  };
  await files.write('truth.json', `${JSON.stringify(truth, null, 1)}\n`);
}
