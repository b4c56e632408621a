import type { z } from 'zod';
import type { Definition as DefinitionShape } from '../../contract/definitions.ts';
import type { Method } from './method.ts';
import { measures } from './measures.ts';
import { courses } from './methods/courses.ts';
import { learners } from './methods/learners.ts';
import { minimums } from './methods/minimums.ts';
import { pitfalls } from './methods/pitfalls.ts';
import { readings } from './methods/readings.ts';

type Definition = z.output<typeof DefinitionShape>;

/** Every number Kith shows, by id; a part of the score and an indicator of the same name ask the same. */
export const methods: Readonly<Record<string, Method>> = { ...learners, ...courses };

const traces: Readonly<Record<string, string>> = {
  forum: 'Beiträge und Antworten',
  live: 'Anwesenheit in Sitzungen',
  group: 'Arbeit in Gruppen',
  activity: 'Spuren des Hierseins',
  feedback: 'Rückmeldungen',
  survey: 'Antworten auf die Umfrage',
  mentor: 'notierte Treffen mit Mentoren',
};

function changesWith(needs: readonly string[]): string {
  const read = needs.flatMap((source) => traces[source] ?? []);
  const lead = read.length === 0 ? 'Neue Spuren' : `Neue, verspätete oder entfernte ${read.join(', ')}`;
  return `${lead}; wer eingeschrieben ist; eine neue Fassung dieser Festlegung.`;
}

/** German by the English; null stays null, and what has no German is undefined. */
const said = (phrases: Readonly<Record<string, string>>, english: string | null): string | null | undefined =>
  english === null ? null : phrases[english];

/**
 * One entry in German: title, question, how it reads, what it needs and what to beware of. Formulas, units and citations
 * stay as the literature and the code have them, and so does what only names the formats of a source.
 */
export function methodDe(one: Definition): Definition {
  const asked = one.family === 'connector' ? undefined : methods[one.id];
  if (asked === undefined) return { ...one, spoken: [] };
  const words = one.family === 'indicator' ? measures[one.id] : undefined;
  const parts = {
    sentence: words?.sentence ?? said(readings, one.sentence),
    minimum: words?.minimum ?? said(minimums, one.minimum),
    pitfalls: said(pitfalls, one.pitfalls),
  };
  const spoken = (['sentence', 'minimum', 'pitfalls'] as const).filter((part) => parts[part] !== undefined);
  return {
    ...one,
    title: asked.title ?? words?.title ?? one.title,
    question: asked.question,
    sentence: parts.sentence ?? one.sentence,
    minimum: parts.minimum ?? one.minimum,
    pitfalls: parts.pitfalls ?? one.pitfalls,
    changesWith: changesWith(one.needs),
    spoken: ['title', 'question', 'changesWith', ...spoken],
  };
}
