import type { Calendar } from '../compute/calendar.ts';
import type { CourseFacts } from '../compute/facts/course-facts.ts';
import { type Case, type Figures, figuresOf } from './evaluate.ts';
import { labelsOf, type LabelId } from './labels.ts';
import { fitLogistic } from './metrics/logistic.ts';
import { baselines, score } from './snapshots/feature.ts';
import { snapshotsOf, type Snapshot } from './snapshots/snapshots.ts';

/** A course to be tested on. */
export interface TestedCourse {
  readonly name: string;
  readonly facts: CourseFacts;
  readonly calendar: Calendar;
  /** What was known at the end of each week, where snapshots are to be made of that. */
  readonly known?: ReadonlyMap<number, CourseFacts> | undefined;
  /** Planted: isolated or not; null where it cannot be said. */
  readonly planted?: (person: number, week: number) => boolean | null;
}

export type Population = 'all' | 'active in the last 14 days';

export interface Result {
  readonly label: LabelId;
  readonly title: string;
  readonly population: Population;
  readonly ranking: string;
  readonly figures: Figures;
}

export interface BacktestReport {
  readonly courses: readonly string[];
  readonly results: readonly Result[];
}

/** Where a learner-week stands: everything a ranking and a label need. */
interface Row extends Snapshot {
  readonly course: string;
  readonly came: ReadonlyMap<LabelId, boolean>;
}

const rankings = [score, ...baselines];
/** B5, learned from the other courses and never from the one it ranks. */
const learned = { id: 'learned', title: 'B5 logistic of recency and activity, from the other courses' };

/**
 * The protocol of indicators §5 over courses that are over: features from before T, labels from after it, figures by
 * course-week and then averaged, intervals over learners. Nothing of Kith's is fitted here.
 *
 * @param draws of the bootstrap, for the score and B1
 * @throws LooksAhead
 */
export function backtest(courses: readonly TestedCourse[], draws = 100): BacktestReport {
  const titles = new Map<LabelId, string>();
  const rows = courses.flatMap(({ name, facts, calendar, known, planted }) => {
    const labels = labelsOf(facts, calendar, planted);
    for (const { id, title } of labels) titles.set(id, title);
    return snapshotsOf(facts, calendar, rankings, known).map((snapshot): Row => {
      const week = calendar.weeks[snapshot.week - 1]!;
      const answerable = labels.filter(({ weeks }) => snapshot.week + weeks <= calendar.weeks.length);
      const came = answerable.map(({ id, came: asked }) => [id, asked(snapshot.person, week)] as const);
      return {
        ...snapshot,
        course: name,
        came: new Map(came.filter((one): one is [LabelId, boolean] => one[1] !== null)),
      };
    });
  });
  const results = [...titles]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([label, title]) =>
      (['all', 'active in the last 14 days'] as const).flatMap((population) => {
        const own = rows.filter((row) => row.came.has(label) && (population === 'all' || row.active));
        return [...rankings.map((ranking) => ranked(own, label, ranking.id)), byOthers(own, label)].flatMap(
          (cases, at): Result[] => {
            const { id, title: ranking } = [...rankings, learned][at]!;
            const figures = figuresOf(cases, id === 'score' || id === 'recency' ? draws : 0);
            return figures ? [{ label, title, population, ranking, figures }] : [];
          },
        );
      }),
    );
  return { courses: courses.map(({ name }) => name), results };
}

/** Only those whom every ranking can rank are compared, so that none is judged on easier people. */
function ranked(rows: readonly Row[], label: LabelId, ranking: string): readonly Case[] {
  return rows
    .filter(({ ranks }) => Object.values(ranks).every((rank) => rank !== null))
    .map(({ course, week, person, ranks, came }) => ({
      course,
      week,
      person: String(person),
      score: ranks[ranking]!,
      came: came.get(label)!,
    }));
}

/** Leave one course out: never random rows, for the same learner comes again every week. */
function byOthers(rows: readonly Row[], label: LabelId): readonly Case[] {
  const known = rows.filter(({ ranks }) => Object.values(ranks).every((rank) => rank !== null));
  const inputs = ({ ranks }: Row): number[] => [ranks.recency!, ranks.active_days!];
  return [...Map.groupBy(known, ({ course }) => course)].flatMap(([course, own]) => {
    const others = known.filter((row) => row.course !== course);
    const came = others.map((row) => row.came.get(label)!);
    if (!came.includes(true) || !came.includes(false)) return [];
    const model = fitLogistic(others.map(inputs), came, { steps: 200 });
    return own.map((row) => ({
      course,
      week: row.week,
      person: String(row.person),
      score: model.predict(inputs(row)),
      came: row.came.get(label)!,
    }));
  });
}
