/** What only the cohort report says. */
export interface CohortWords {
  readonly title: (of: string) => string;
  readonly weeks: (count: number, from: string, to: string) => string;
  readonly asOf: (day: string) => string;
  readonly short: string;
  readonly learnersIn: (learners: string, courses: number, day: string) => string;
  readonly learnersHidden: (day: string) => string;
  readonly mayBe: (people: string, share: string) => string;
  readonly mayBeHidden: string;
  readonly index: (index: string, band: string, interval: string) => string;
  readonly noIndex: string;
  readonly weakest: (theme: string) => string;
  readonly byWeek: string;
  readonly byWeekCaption: string;
  readonly healthByWeek: string;
  readonly healthCaption: string;
  readonly noHealthYet: string;
  readonly themesOf: (day: string) => string;
  readonly theme: string;
  readonly points: string;
  readonly courses: (day: string) => string;
  readonly coursesCaption: string;
  readonly coursesTable: string;
  readonly themesTable: string;
  readonly notSeen: string;
  readonly cannotTell: (people: string) => string;
  readonly withoutIndex: (courses: number) => string;
  readonly allSeen: string;
  readonly made: readonly string[];
  readonly limits: (least: string) => readonly string[];
  readonly instead: { readonly byWeek: string; readonly health: string; readonly courses: string };
}
