import { defineTie } from '../tie.ts';

export const groupWork = defineTie({
  kind: 'group_work',
  title: 'Group work',
  question: 'Who worked on the same group work in the same week?',
  unit: 'reply equivalents',
  layer: 'contact',
  directed: false,
  weight: {
    base: 0.5,
    per: 'week, over the other members (g - 1)',
    limit: 'only between members who both contributed that week',
  },
  source: 'design: working side by side',
  sqlFile: 'group-work.sql',
});
