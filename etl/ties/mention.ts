import { defineTie } from '../tie.ts';

export const mention = defineTie({
  kind: 'mention',
  title: 'Mention',
  question: 'Who called whom by name?',
  unit: 'reply equivalents',
  layer: 'direct_peer',
  directed: true,
  weight: {
    base: 0.5,
    per: 'post and person mentioned',
    limit: 'not where the same post already replies to that person',
  },
  source: 'design: naming someone is half of answering them',
  sqlFile: 'mention.sql',
  after: ['reply'],
});
