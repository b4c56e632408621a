import type { z } from 'zod';
import type { Definition as DefinitionShape } from '../../contract/definitions.ts';
import type { Method } from './method.ts';
import { measures } from './measures.ts';
import { courses } from './methods/courses.ts';
import { learners } from './methods/learners.ts';

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

/**
 * One entry in German: title, question, how it reads and what it needs. Formulas, units, pitfalls and citations stay as
 * the literature and the code have them, and so does what only names the formats of a source.
 */
export function methodDe(one: Definition): Definition {
  const said = one.family === 'connector' ? undefined : methods[one.id];
  if (said === undefined) return { ...one, spoken: [] };
  const words = one.family === 'indicator' ? measures[one.id] : undefined;
  return {
    ...one,
    title: said.title ?? words?.title ?? one.title,
    question: said.question,
    sentence: words?.sentence ?? one.sentence,
    minimum: words?.minimum ?? one.minimum,
    changesWith: changesWith(one.needs),
    spoken: ['title', 'question', 'changesWith', ...(words ? (['sentence', 'minimum'] as const) : [])],
  };
}
