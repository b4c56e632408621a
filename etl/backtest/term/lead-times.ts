import type { LabelId } from '../labels.ts';
import type { Row } from '../rows.ts';
import type { Term } from './term.ts';

/** Whether staff were told of somebody before it came, and how long before. */
export interface LeadTime {
  readonly label: LabelId;
  readonly title: string;
  /** Learners for whom it came. */
  readonly events: number;
  /** Share of them who were listed in the week it began or before. */
  readonly listedBefore: number;
  /** Share of them who were listed two weeks ahead or more. */
  readonly twoWeeksAhead: number;
  /** Weeks from the first listing until it began, of those listed at all; below 0: listed afterwards. Null: nobody was. */
  readonly medianWeeks: number | null;
  /** Of those listed at all: how many, by weeks from the first listing until it began, fewest first. */
  readonly byWeeks: readonly { readonly weeks: number; readonly learners: number }[];
}

/** These come at one instant within what the label looks ahead; the others begin with T and last. */
const instants: readonly LabelId[] = ['L1', 'L4'];

export function leadTimes(
  rows: readonly Row[],
  terms: readonly Term[],
  titles: ReadonlyMap<LabelId, string>,
): readonly LeadTime[] {
  const firstListed = new Map(terms.flatMap(({ course, weeks }) => listings(course.name, weeks)));
  return [...titles].sort().flatMap(([label, title]) => {
    const began = beginnings(rows, label);
    if (began.size === 0) return [];
    const ahead = [...began].map(([learner, week]) => {
      const listed = firstListed.get(learner);
      return listed === undefined ? null : week - listed;
    });
    const known = ahead.filter((weeks) => weeks !== null).sort((one, other) => one - other);
    const share = (least: number): number => known.filter((weeks) => weeks >= least).length / began.size;
    return [
      {
        label,
        title,
        events: began.size,
        listedBefore: share(0),
        twoWeeksAhead: share(2),
        medianWeeks: known.length === 0 ? null : known[Math.floor((known.length - 1) / 2)]!,
        byWeeks: [...Map.groupBy(known, (weeks) => weeks)].map(([weeks, own]) => ({ weeks, learners: own.length })),
      },
    ];
  });
}

/** First week in which each learner was listed. */
function listings(course: string, weeks: Term['weeks']): [string, number][] {
  const first = new Map<string, number>();
  for (const { week, said } of weeks) {
    for (const [person, { listed }] of said) {
      const learner = `${course} ${person}`;
      if (listed && !first.has(learner)) first.set(learner, week);
    }
  }
  return [...first];
}

/** The week at whose end it began: the first with the label, or, of an instant, the last of the first ones in a row. */
function beginnings(rows: readonly Row[], label: LabelId): Map<string, number> {
  const began = new Map<string, number>();
  for (const [learner, own] of Map.groupBy(rows, ({ course, person }) => `${course} ${person}`)) {
    const weeks = own.filter(({ came }) => came.get(label) === true).map(({ week }) => week);
    const [first] = weeks;
    if (first === undefined) continue;
    const run = weeks.filter((week, at) => week === first + at);
    began.set(learner, instants.includes(label) ? run.at(-1)! : first);
  }
  return began;
}
