import type { LeadTime } from '../term/lead-times.ts';

export const fewest = 5;

export interface ToldLeadTime extends Omit<LeadTime, 'listedBefore' | 'twoWeeksAhead' | 'byWeeks'> {
  /** Null: of fewer than five learners, or of all but fewer than five. */
  readonly listedBefore: number | null;
  readonly twoWeeksAhead: number | null;
  /** Null: fewer than five learners, or what would give such a count away. */
  readonly byWeeks: readonly Cell[];
}

interface Cell {
  readonly weeks: number;
  readonly learners: number | null;
}

/** How early staff were told, as far as it says nothing of a few. */
export function toldLeadTime(lead: LeadTime): ToldLeadTime {
  const listed = Math.round(lead.listedBefore * lead.events);
  const ahead = Math.round(lead.twoWeeksAhead * lead.events);
  const listedBefore = tells(listed) && tells(lead.events - listed) ? lead.listedBefore : null;
  const between = listedBefore === null ? lead.events - ahead : listed - ahead;
  const twoWeeksAhead = tells(ahead) && (between === 0 || tells(between)) ? lead.twoWeeksAhead : null;
  // A share of those for whom it came is a sum of counts, and so is the difference of two.
  const sums = [
    ...(twoWeeksAhead === null ? [] : [(weeks: number) => weeks >= 2]),
    ...(twoWeeksAhead === null || listedBefore === null ? [] : [(weeks: number) => weeks === 0 || weeks === 1]),
    ...(listedBefore === null ? [] : [(weeks: number) => weeks >= 0]),
  ];
  let byWeeks: readonly Cell[] = lead.byWeeks.map(({ weeks, learners }) => ({
    weeks,
    learners: tells(learners) ? learners : null,
  }));
  // What one sum hides may leave another with a single hidden count: again, until nothing more is hidden.
  let before: number;
  do {
    before = hiddenOf(byWeeks);
    for (const isIn of sums) byWeeks = withoutRest(lead.byWeeks, byWeeks, isIn);
  } while (hiddenOf(byWeeks) > before);
  return { ...lead, listedBefore, twoWeeksAhead, byWeeks };
}

const tells = (learners: number): boolean => learners >= fewest;

const hiddenOf = (cells: readonly Cell[]): number => cells.filter(({ learners }) => learners === null).length;

/** Hides the smallest counts of a known sum until what is hidden is two counts at least, and five learners. */
function withoutRest(
  counts: LeadTime['byWeeks'],
  told: readonly Cell[],
  isIn: (weeks: number) => boolean,
): readonly Cell[] {
  const cells = [...told];
  for (;;) {
    const own = cells.flatMap(({ weeks, learners }, at) => (isIn(weeks) ? [{ at, learners }] : []));
    const hidden = own.filter(({ learners }) => learners === null);
    const learners = hidden.reduce((sum, { at }) => sum + counts[at]!.learners, 0);
    if (hidden.length === 0 || (hidden.length > 1 && learners >= fewest)) return cells;
    const [smallest] = own
      .filter((cell) => cell.learners !== null)
      .sort((one, other) => one.learners! - other.learners! || one.at - other.at);
    if (smallest === undefined) return cells;
    cells[smallest.at] = { ...cells[smallest.at]!, learners: null };
  }
}
