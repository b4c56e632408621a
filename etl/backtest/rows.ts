import { labelsOf, type LabelId } from './labels.ts';
import type { TestedCourse } from './tested-course.ts';
import type { Feature } from './snapshots/feature.ts';
import { snapshotsOf, type Snapshot } from './snapshots/snapshots.ts';

/** Where a learner-week stands: everything a ranking and a label need. */
export interface Row extends Snapshot {
  readonly course: string;
  /** First instant of the course, in ms: which presentation came before which. */
  readonly startsAt: number;
  readonly came: ReadonlyMap<LabelId, boolean>;
}

export interface Asked {
  readonly rows: readonly Row[];
  /** Of the labels that at least one course can answer. */
  readonly titles: ReadonlyMap<LabelId, string>;
}

/**
 * The learner-weeks of the courses with what each feature said at T and what came afterwards. Weeks whose look ahead
 * would pass the end of the course have no such label.
 *
 * @throws LooksAhead
 */
export function rowsOf(courses: readonly TestedCourse[], features: readonly Feature[]): Asked {
  const titles = new Map<LabelId, string>();
  const rows = courses.flatMap(({ name, facts, calendar, known, planted }) => {
    const labels = labelsOf(facts, calendar, planted);
    for (const { id, title } of labels) titles.set(id, title);
    return snapshotsOf(facts, calendar, features, known).map((snapshot): Row => {
      const week = calendar.weeks[snapshot.week - 1]!;
      const answerable = labels.filter(({ weeks }) => snapshot.week + weeks <= calendar.weeks.length);
      const came = answerable.map(({ id, came: asked }) => [id, asked(snapshot.person, week)] as const);
      return {
        ...snapshot,
        course: name,
        startsAt: calendar.weeks[0]!.start,
        came: new Map(came.filter((one): one is [LabelId, boolean] => one[1] !== null)),
      };
    });
  });
  return { rows, titles };
}

/** Only those whom every ranking can rank are compared, so that none is judged on easier people. */
export const comparable = (rows: readonly Row[]): readonly Row[] =>
  rows.filter(({ ranks }) => Object.values(ranks).every((rank) => rank !== null));
