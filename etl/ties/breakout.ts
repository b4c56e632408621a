import { defineTie } from '../tie.ts';

export const breakout = defineTie({
  kind: 'breakout',
  title: 'Breakout',
  question: 'Who was in a small room together?',
  unit: 'reply equivalents',
  layer: 'contact',
  directed: false,
  weight: { base: 3, per: 'hour together, over the others in the room (n - 1)', limit: '3 minutes at least' },
  source: 'Newman (2001), Physical Review E 64, 016132; 20 minutes in a room of four weigh one reply',
  sqlFile: 'breakout.sql',
});
