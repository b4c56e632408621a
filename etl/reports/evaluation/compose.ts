import { rounded } from '../../disclosure/rounded.ts';
import type { Block, Printed } from '../../print/document.ts';
import { printedDefinitions } from '../definitions.ts';
import { framed } from '../frame.ts';
import type { Letterhead } from '../letterhead.ts';
import { speechOf, type Speech } from '../words/speech.ts';
import type { EvaluationNumbers } from './gather.ts';
import { effectBlocks, funnelBlocks, groupBlocks, inShort } from './sections.ts';
import { toldOf } from './told.ts';

/** What came of the lists, for everybody and by agreed groups, and what a yearly review asks, as one document. */
export function evaluationReport(numbers: EvaluationNumbers, head: Letterhead): Printed {
  const speech = speechOf(head.language);
  const { evaluation } = speech.words;
  const told = toldOf(numbers);
  return framed(head, speech, {
    title: evaluation.title(numbers.title),
    weeks: numbers.weeks,
    asOf: numbers.asOf,
    definitions: numbers.definitions,
    blocks: [
      { kind: 'heading', text: evaluation.short },
      ...inShort(told, speech),
      ...funnelBlocks(told, speech),
      ...effectBlocks(told, speech),
      ...groupBlocks(told, speech),
      ...reviewBlocks(numbers, speech),
    ],
    made: evaluation.made,
    limits: evaluation.limits,
  });
}

function reviewBlocks({ review, definitions }: EvaluationNumbers, speech: Speech): Block[] {
  const { words, number } = speech;
  const { evaluation } = words;
  const people = (count: number) => (count > 0 && count < 5 ? words.suppressed : number(rounded(count)));
  const questions = evaluation.questions({
    optedOut: people(review.optedOut),
    requests: people(review.requests),
    erasures: people(review.erasures),
    exports: number(review.exports),
    definitions: printedDefinitions(definitions, speech).replace(/\.$/, ''),
  });
  const [asked, here] = evaluation.reviewColumns;
  return [
    { kind: 'heading', text: evaluation.review },
    { kind: 'text', text: evaluation.reviewMore },
    {
      kind: 'table',
      table: { caption: evaluation.review, columns: [{ title: asked }, { title: here }], rows: questions },
    },
    { kind: 'text', text: evaluation.open },
    { kind: 'list', items: evaluation.openItems },
  ];
}
