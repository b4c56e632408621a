import { defineTie } from '../tie.ts';

export const reply = defineTie({
  kind: 'reply',
  title: 'Reply',
  question: 'Who answered whom?',
  unit: 'reply equivalents',
  layer: 'direct_peer',
  directed: true,
  weight: { base: 1, per: 'reply' },
  source: 'Wise & Cui (2018), Learning communities in the crowd',
  sqlFile: 'reply.sql',
});
