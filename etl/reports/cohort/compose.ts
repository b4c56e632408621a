import type { Block, Printed } from '../../print/document.ts';
import { printedDefinitions } from '../definitions.ts';
import type { Letterhead } from '../letterhead.ts';
import { speechOf, type Speech } from '../words/speech.ts';
import { coursesOf } from './courses.ts';
import type { CohortNumbers } from './gather.ts';
import { healthByWeek, learnersByWeek } from './weeks.ts';
import { inShort, notSeen } from './sentences.ts';

/** A cohort's numbers as a document: sentences first, then pictures with their tables, then how and what not. */
export function cohortReport(numbers: CohortNumbers, head: Letterhead, least: number): Printed {
  const speech = speechOf(head.language);
  const { words, day } = speech;
  const { cohort } = words;
  const [first, last] = [numbers.weeks[0]!, numbers.weeks.at(-1)!];
  const title = cohort.title(numbers.title);
  return {
    language: head.language,
    title,
    about: [cohort.weeks(numbers.weeks.length, day(first.week), day(last.week)), cohort.asOf(day(numbers.asOf))],
    institution: head.institution,
    logo: head.logo,
    asOf: numbers.asOf,
    foot: `${head.institution} · ${title} · ${day(numbers.asOf)}`,
    page: words.page,
    blocks: [
      { kind: 'heading', text: cohort.short },
      ...inShort(numbers, speech),
      ...learnersByWeek(numbers, speech),
      ...healthByWeek(numbers, speech),
      ...coursesOf(numbers, speech),
      ...notSeen(numbers, speech),
      ...method(numbers, speech, least),
    ],
  };
}

function method({ definitions }: CohortNumbers, speech: Speech, least: number): Block[] {
  const { words, number } = speech;
  return [
    { kind: 'heading', text: words.method },
    { kind: 'list', items: [...words.cohort.made, printedDefinitions(definitions, speech)] },
    { kind: 'heading', text: words.limits },
    { kind: 'list', items: words.cohort.limits(number(least)) },
  ];
}
