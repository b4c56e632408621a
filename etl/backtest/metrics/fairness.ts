import { wilson, type Interval } from '../../measures/wilson.ts';
import type { Random } from '../../simulate/random.ts';

/** One learner of one group: how often they were flagged while nothing was the matter, and how often looked at. */
export interface Looked {
  readonly group: string;
  readonly flagged: number;
  readonly weeks: number;
}

export interface GroupRate {
  readonly group: string;
  readonly learners: number;
  /** Null: fewer learners than a cell may have. */
  readonly rate: number | null;
  readonly interval: Interval | null;
}

export interface FairnessCheck {
  readonly groups: readonly GroupRate[];
  /** Highest rate over lowest, of the groups that may be shown. Null with fewer than two, or a lowest of 0. */
  readonly ratio: number | null;
  /** How often groups dealt at random differ at least as much. Null with fewer than two groups. */
  readonly p: number | null;
  /** A ratio above 1.5 with at least 30 learners in every group, and hardly by chance (indicators §3.8). */
  readonly alarm: boolean;
}

/** Cells of a fairness check: never fewer learners than this. */
export const smallestCell = 10;
const alarmingCell = 30;
const alarmingRatio = 1.5;
const alarmingP = 0.01;

/**
 * Flag rates by group, with cell sizes and a randomisation test over learners. ABROCA raises no alarm: it is badly
 * underpowered at these sizes, so it is shown with its interval (abroca.ts) and decides nothing.
 */
export function fairnessOf(people: readonly Looked[], random: Random, draws = 500): FairnessCheck {
  const cells = [...Map.groupBy(people, ({ group }) => group)]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .filter(([, own]) => own.length > 0);
  const groups = cells.map(([group, own]): GroupRate => {
    if (own.length < smallestCell) return { group, learners: own.length, rate: null, interval: null };
    // Weeks of one learner are no independent cases: the interval counts learners.
    const rate = rateOf(own);
    return { group, learners: own.length, rate, interval: wilson(rate * own.length, own.length) };
  });
  const shown = cells.filter(([, own]) => own.length >= smallestCell).map(([, own]) => own);
  if (shown.length < 2) return { groups, ratio: null, p: null, alarm: false };
  const rates = shown.map(rateOf);
  const [lowest, highest] = [Math.min(...rates), Math.max(...rates)];
  const gap = highest - lowest;
  const all = shown.flat();
  let asLarge = 0;
  for (let draw = 0; draw < draws; draw++) {
    const dealt = random.shuffled(all);
    let from = 0;
    const drawn = shown.map((own) => rateOf(dealt.slice(from, (from += own.length))));
    if (Math.max(...drawn) - Math.min(...drawn) >= gap - 1e-12) asLarge += 1;
  }
  const p = (asLarge + 1) / (draws + 1);
  const ratio = lowest > 0 ? highest / lowest : null;
  const large = shown.every((own) => own.length >= alarmingCell);
  return { groups, ratio, p, alarm: large && gap > 0 && (ratio ?? Infinity) > alarmingRatio && p <= alarmingP };
}

function rateOf(people: readonly Looked[]): number {
  const weeks = people.reduce((sum, each) => sum + each.weeks, 0);
  return weeks === 0 ? 0 : people.reduce((sum, each) => sum + each.flagged, 0) / weeks;
}
