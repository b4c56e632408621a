import { computeWeeks } from '../../compute/course.ts';
import type { Band, ByComponent } from '../../score/types.ts';
import type { TestedCourse } from '../tested-course.ts';

/** What Kith as shipped would have said of one learner at the end of one week. */
export interface Said {
  readonly score: number | null;
  readonly band: Band | null;
  readonly listed: boolean;
  /** 0..1 by component. */
  readonly concerns: ByComponent;
}

export interface TermWeek {
  readonly week: number;
  /** By person id. */
  readonly said: ReadonlyMap<number, Said>;
}

export interface Term {
  readonly course: TestedCourse;
  readonly weeks: readonly TermWeek[];
}

/** A whole term of a course: bands follow two weeks and alerts follow all before them, so no week stands alone. */
export function termOf({ facts, calendar }: TestedCourse): readonly TermWeek[] {
  return computeWeeks(facts, calendar).map(({ week: { week }, learners, alerts }) => {
    const listed = new Set(alerts.listed.map(({ learnerId }) => learnerId));
    return {
      week,
      said: new Map(
        learners.map(({ learnerId, score, band, concerns }) => [
          Number(learnerId),
          { score, band, listed: listed.has(learnerId), concerns },
        ]),
      ),
    };
  });
}
