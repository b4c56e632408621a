import type { Printed } from '../../print/document.ts';
import { framed } from '../frame.ts';
import type { Letterhead } from '../letterhead.ts';
import { speechOf } from '../words/speech.ts';
import { coursesOf } from './courses.ts';
import type { CohortNumbers } from './gather.ts';
import { healthByWeek, learnersByWeek } from './weeks.ts';
import { inShort, notSeen } from './sentences.ts';

/** A cohort's numbers as a document: sentences first, then pictures with their tables, then how and what not. */
export function cohortReport(numbers: CohortNumbers, head: Letterhead, least: number): Printed {
  const speech = speechOf(head.language);
  const { cohort } = speech.words;
  const [first, last] = [numbers.weeks[0]!, numbers.weeks.at(-1)!];
  return framed(head, speech, {
    title: cohort.title(numbers.title),
    weeks: { from: first.week, to: last.week, count: numbers.weeks.length },
    asOf: numbers.asOf,
    definitions: numbers.definitions,
    blocks: [
      { kind: 'heading', text: cohort.short },
      ...inShort(numbers, speech),
      ...learnersByWeek(numbers, speech),
      ...healthByWeek(numbers, speech),
      ...coursesOf(numbers, speech),
      ...notSeen(numbers, speech),
    ],
    made: cohort.made,
    limits: cohort.limits(speech.number(least)),
  });
}
