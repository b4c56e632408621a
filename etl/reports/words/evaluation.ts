/** What only the evaluation says. */
export interface EvaluationWords {
  readonly title: (of: string) => string;
  readonly short: string;
  readonly alerts: (people: string) => string;
  readonly contacted: (people: string, share: string, interval: string) => string;
  readonly hidden: string;
  readonly none: string;
  readonly funnel: string;
  readonly funnelTable: string;
  readonly step: string;
  readonly steps: readonly [listed: string, contacted: string, answered: string, dismissed: string];
  readonly people: string;
  readonly share: string;
  readonly times: string;
  readonly timeTo: (days: string, quick: string) => string;
  readonly tooFewStaff: string;
  readonly effects: string;
  readonly effectSaid: (weeks: number, difference: string, interval: string) => string;
  readonly effectTooFew: (weeks: number) => string;
  readonly afterWeeks: (weeks: number) => string;
  readonly effectTable: string;
  readonly effectColumns: readonly string[];
  readonly groups: string;
  readonly groupsMore: string;
  readonly groupTitles: Readonly<Record<'region' | 'study_mode' | 'time_zone', string>>;
  readonly groupsTable: (by: string) => string;
  readonly groupsCaption: (by: string) => string;
  readonly group: string;
  readonly rate: string;
  readonly daysTo: string;
  readonly other: string;
  readonly noGroups: string;
  readonly review: string;
  readonly reviewMore: string;
  readonly reviewColumns: readonly [asked: string, here: string];
  readonly questions: (year: ReviewYear) => readonly (readonly [asked: string, here: string])[];
  readonly open: string;
  readonly openItems: readonly string[];
  readonly made: readonly string[];
  readonly limits: readonly string[];
}

/** What a yearly review asks of the year before the report, in words already. Institution-wide. */
export interface ReviewYear {
  readonly optedOut: string;
  readonly requests: string;
  readonly erasures: string;
  readonly exports: string;
  readonly definitions: string;
}
