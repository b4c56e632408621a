import type { Block, Printed } from '../print/document.ts';
import { printedDefinitions } from './definitions.ts';
import type { Letterhead } from './letterhead.ts';
import type { Speech } from './words/speech.ts';

interface Framed {
  readonly title: string;
  readonly weeks: { readonly from: string; readonly to: string; readonly count: number };
  readonly asOf: Date;
  readonly definitions: Readonly<Record<string, readonly number[]>>;
  /** What the report says. */
  readonly blocks: readonly Block[];
  /** How its numbers are made, beside their definitions. */
  readonly made: readonly string[];
  /** What they do not say. */
  readonly limits: readonly string[];
}

/** A report on the institution's letterhead: of what and when before what it says, how and what not after it. */
export function framed({ language, institution, logo }: Letterhead, speech: Speech, report: Framed): Printed {
  const { words, day } = speech;
  const { title, weeks, asOf, definitions, blocks, made, limits } = report;
  return {
    language,
    title,
    about: [words.cohort.weeks(weeks.count, day(weeks.from), day(weeks.to)), words.cohort.asOf(day(asOf))],
    institution,
    logo,
    asOf,
    foot: `${institution} · ${title} · ${day(asOf)}`,
    page: words.page,
    blocks: [
      ...blocks,
      { kind: 'heading', text: words.method },
      { kind: 'list', items: [...made, printedDefinitions(definitions, speech)] },
      { kind: 'heading', text: words.limits },
      { kind: 'list', items: limits },
    ],
  };
}
