import { alertRule, alertsOf, type AlertList, type AlertRule, type Watched } from '../score/alerts.ts';
import type { PatternId } from '../score/patterns.ts';
import type { Band } from '../score/types.ts';

/** One week of a course as the alerts see it; what was listed before is found by going through the weeks in order. */
export interface AlertWeek {
  readonly week: number;
  readonly learners: readonly Omit<Watched, 'lastAlert' | 'waited'>[];
  /** False: nobody can be connected here, so only those who told us are listed. */
  readonly wayToConnect: boolean;
  /** In force at the end of the week; what Kith comes with unless said. */
  readonly rule?: AlertRule;
}

/**
 * The lists of all weeks so far, oldest first. Going through them again gives the same lists, so a week that is
 * computed three times alerts once.
 */
export function alertsOverTerm(weeks: readonly AlertWeek[], capacity: number | null = null): readonly AlertList[] {
  const last = new Map<string, { week: number; band: Band | null }>();
  let waited = new Map<string, number>();
  return weeks.map(({ week, learners, wayToConnect, rule = alertRule }) => {
    const watched = learners
      .map((learner) => (wayToConnect ? learner : onlyWords(learner)))
      .map((learner) => ({
        ...learner,
        lastAlert: last.get(learner.learnerId) ?? null,
        waited: waited.get(learner.learnerId) ?? 0,
      }));
    const list = alertsOf(week, watched, capacity, rule);
    const bands = new Map(learners.map(({ learnerId, band }) => [learnerId, band]));
    for (const { learnerId } of list.listed) last.set(learnerId, { week, band: bands.get(learnerId) ?? null });
    waited = new Map(list.waiting.map(({ learnerId }) => [learnerId, (waited.get(learnerId) ?? 0) + 1]));
    return list;
  });
}

const onlyWords = (learner: AlertWeek['learners'][number]): AlertWeek['learners'][number] => ({
  ...learner,
  band: null,
  patterns: learner.patterns.filter((id) => id === 'told_us'),
});

/** What an alert is filed under: the weightiest pattern, else the band. With the person, its stable key. */
export type AlertType = PatternId | 'band';

const weightiest: readonly PatternId[] = [
  'told_us',
  'never_started',
  'gone_quiet',
  'posts_unanswered',
  'staff_only',
  'one_partner',
];

export const typeOf = (patterns: readonly PatternId[]): AlertType =>
  weightiest.find((id) => patterns.includes(id)) ?? 'band';
