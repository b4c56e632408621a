import { defineTie } from '../tie.ts';

export const reaction = defineTie({
  kind: 'reaction',
  title: 'Reaction',
  question: 'Who gave whose post a sign?',
  unit: 'reply equivalents',
  layer: 'contact',
  directed: true,
  weight: { base: 0.2, per: 'post, person and kind', limit: 'the earliest 5 per ordered pair and course week' },
  source: 'design: a sign is a fifth of an answer',
  sqlFile: 'reaction.sql',
});
