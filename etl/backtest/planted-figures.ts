import { foundAt, macroRecall } from './metrics/recall-at-false-positives.ts';
import { auc } from './metrics/roc-auc.ts';
import { cameOf, standingOf } from './planted.ts';
import type { StoredWeek } from './stored.ts';

/** What the shipped pipeline made of a planted truth: the figures of indicators §3.11 and §5.5. */
export interface PlantedFigures {
  readonly courses: number;
  /** Means over course-weeks from the third on, in which alerts begin. */
  readonly auc: number;
  readonly recencyAuc: number;
  /** Share found at 5 % false positives, by archetype, and its mean. */
  readonly recall: Readonly<Record<string, number>>;
  readonly macroRecall: number;
  readonly alerts: {
    readonly listed: number;
    /** Over every week of the term, the quiet first ones included. */
    readonly per100: number;
    /** Over the weeks in which there are alerts. */
    readonly per100Listing: number;
    readonly precision: number;
  };
  /** Share of the learners of an archetype who were listed at least once. */
  readonly caught: Readonly<Record<string, number>>;
  readonly noDataScored: number;
  readonly silentHigh: number;
  /** Share of connected learner-weeks at 30, 45 and 60 points. */
  readonly connectedAt: readonly number[];
}

const alertsFrom = 3;

export function plantedFigures(all: readonly StoredWeek[]): PlantedFigures {
  const weeks = all.filter(({ week }) => week >= alertsFrom);
  const cases = weeks.flatMap((one) => {
    const came = cameOf(one.planted, one.week);
    return came === null || one.score === null ? [] : [{ ...one, score: one.score, came }];
  });
  const courseWeeks = [...Map.groupBy(cases, ({ course, week }) => `${course} ${week}`).values()];
  const found = new Map<string, number[]>();
  for (const own of courseWeeks) {
    const foundOf = foundAt(own);
    for (const { came, planted, score } of own) {
      if (came) found.set(planted.archetype, [...(found.get(planted.archetype) ?? []), foundOf(score)]);
    }
  }
  const listed = weeks.filter((one) => one.listed);
  const worth = { isolated: 1, borderline: 0.5, connected: 0, unscored: 0 };
  const connected = cases.filter(({ came }) => !came);
  const people = [...Map.groupBy(all, ({ course, person }) => `${course} ${person}`).values()];
  return {
    courses: new Set(all.map(({ course }) => course)).size,
    auc: meanAuc(courseWeeks),
    recencyAuc: meanAuc(courseWeeks.map((own) => own.map((one) => ({ ...one, score: one.recencyDays ?? 0 })))),
    recall: Object.fromEntries([...found].map(([kind, own]) => [kind, mean(own)] as const).sort()),
    macroRecall: macroRecall(found),
    alerts: {
      listed: listed.length,
      per100: (100 * listed.length) / all.length,
      per100Listing: (100 * listed.length) / weeks.length,
      precision: mean(listed.map(({ planted, week }) => worth[standingOf(planted, week)])),
    },
    caught: shares(
      Map.groupBy(people, ([first]) => first!.planted.archetype),
      (own) => own.some((one) => one.listed),
    ),
    noDataScored: all.filter(({ planted, score }) => planted.truth === 'unscored' && score !== null).length,
    silentHigh: all.filter(({ planted, band }) => planted.archetype === 'attends_silent' && band === 'high').length,
    connectedAt: [30, 45, 60].map((points) => share(connected, ({ score }) => score >= points)),
  };
}

const meanAuc = (courseWeeks: readonly (readonly { readonly score: number; readonly came: boolean }[])[]): number =>
  mean(courseWeeks.map(auc).filter((value) => !Number.isNaN(value)));

function shares<One>(found: ReadonlyMap<string, readonly One[]>, is: (one: One) => boolean): Record<string, number> {
  return Object.fromEntries([...found].map(([kind, own]) => [kind, share(own, is)] as const).sort());
}

const share = <One>(all: readonly One[], is: (one: One) => boolean): number => all.filter(is).length / all.length;
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
