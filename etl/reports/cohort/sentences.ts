import type { Block } from '../../print/document.ts';
import type { Cell } from '../report.ts';
import type { Speech } from '../words/speech.ts';
import type { CohortNumbers, ToldHealth } from './gather.ts';

/** Where the bands stand among the cells of a week. */
export const cellsOf = (cells: readonly Cell[]) => {
  const [, , elevated, high, cannotTell] = cells;
  return { elevated, high, cannotTell, learners: cells.at(-1)! };
};

/** The last week in sentences. */
export function inShort({ weeks, coursesInLast }: CohortNumbers, speech: Speech): Block[] {
  const { words, number, share, day } = speech;
  const { cohort } = words;
  const last = weeks.at(-1)!;
  const { elevated, high, cannotTell, learners } = cellsOf(last.cells);
  const said: string[] = [];
  if (typeof learners !== 'number') said.push(cohort.learnersHidden(day(last.week)));
  else {
    said.push(cohort.learnersIn(number(learners), coursesInLast, day(last.week)));
    const known = typeof cannotTell === 'number' ? learners - cannotTell : 0;
    if (typeof elevated !== 'number' || typeof high !== 'number' || known <= 0) said.push(cohort.mayBeHidden);
    else said.push(cohort.mayBe(number(elevated + high), share(Math.min(1, (elevated + high) / known))));
  }
  said.push(...healthSentences(last.health, speech));
  return [{ kind: 'text', text: said.join(' ') }];
}

function healthSentences(health: ToldHealth, { words, number }: Speech): string[] {
  const { cohort, healthBands, interval, themes, unknown } = words;
  if (health === null || health === 'suppressed' || 'withheld' in health) return [cohort.noIndex];
  const { index, interval: reach, band, weakestTheme } = health;
  const reached = reach === null ? unknown : interval(number(reach.low), number(reach.high));
  return [cohort.index(number(index), healthBands[band], reached), cohort.weakest(themes[weakestTheme])];
}

/** What stands beside what is known. */
export function notSeen({ weeks, courses }: CohortNumbers, { words, number }: Speech): Block[] {
  const { cohort } = words;
  const { cannotTell } = cellsOf(weeks.at(-1)!.cells);
  const without = courses.filter(({ health }) => !hasIndex(health)).length;
  const said = [
    ...(typeof cannotTell === 'number' && cannotTell > 0 ? [cohort.cannotTell(number(cannotTell))] : []),
    ...(without > 0 ? [cohort.withoutIndex(without)] : []),
  ];
  const all = said.length === 0 && cannotTell === 0 && courses.length > 0;
  if (said.length === 0 && !all) return [];
  return [
    { kind: 'heading', text: cohort.notSeen },
    { kind: 'text', text: all ? cohort.allSeen : said.join(' ') },
  ];
}

export const hasIndex = (health: ToldHealth): health is Extract<ToldHealth, { readonly index: number }> =>
  health !== null && health !== 'suppressed' && !('withheld' in health);
