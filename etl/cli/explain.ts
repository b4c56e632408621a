import { readFileSync } from 'node:fs';

import { connectors } from '../extract/index.ts';
import { indicators } from '../indicators/index.ts';
import { componentAbouts } from '../score/about.ts';
import { ties } from '../ties/index.ts';
import { defineCommand } from './command.ts';
import { nearest } from './nearest.ts';
import { UsageError } from './trouble.ts';

export const explain = defineCommand({
  name: 'explain',
  summary: 'What a number means: question, formula, literature, pitfalls',
  usage: ['explain', 'explain <component|indicator|tie|connector>'],
  options: {},
  examples: ['explain being_answered', 'explain reciprocity', 'explain reply', 'explain meeting-report'],

  async run({ out }, { words: [id] }) {
    if (id === undefined) {
      out.rows(
        subjects.map(({ id: each, family, title, question }) => ({ id: each, family, title, question })),
        { id: 'id', family: 'is a', title: 'title', question: 'question' },
      );
      return 0;
    }
    const about = subjects.find((each) => each.id === id);
    if (about) {
      out.one(withoutFunctions({ ...about, ...about.more() }));
      return 0;
    }
    const meant = nearest(
      id,
      subjects.map((each) => each.id),
    );
    throw new UsageError(
      `Nothing here is called "${id}".${meant === undefined ? '' : ` Did you mean ${meant}?`}`,
      '"kith explain" lists everything.',
    );
  },
});

interface Subject {
  readonly id: string;
  readonly family: 'component' | 'connector' | 'indicator' | 'tie';
  readonly title: string;
  readonly question: string;
  /** Whatever else its registry says. */
  more(): object;
}

/** Whatever the registries hold explains itself here. */
const subjects: readonly Subject[] = [
  ...componentAbouts.map(({ id, title, question, ...more }): Subject => {
    return { id, family: 'component', title, question, more: () => more };
  }),
  ...indicators.map(({ id, title, question, ...more }): Subject => {
    return { id, family: 'indicator', title, question, more: () => more };
  }),
  ...ties.map(({ kind, title, question, sqlFile, ...more }): Subject => {
    return { id: kind, family: 'tie', title, question, more: () => ({ ...more, sql: sqlOf(sqlFile) }) };
  }),
  ...connectors.map(({ id, title, about }): Subject => {
    return { id, family: 'connector', title, question: `How is it exported? ${about.howToExport}`, more: () => about };
  }),
];

const sqlOf = (file: string): string => readFileSync(new URL(`../../sql/ties/${file}`, import.meta.url), 'utf8');

const withoutFunctions = (thing: object): object =>
  Object.fromEntries(Object.entries(thing).filter(([, value]) => typeof value !== 'function'));
