import { defineTie } from '../tie.ts';

export const liveSession = defineTie({
  kind: 'live_session',
  title: 'Live session',
  question: 'Who spent time in the same live session?',
  unit: 'reply equivalents',
  layer: 'contact',
  directed: false,
  weight: {
    base: 0.5,
    per: 'hour together, over the others present (n - 1)',
    limit: '5 minutes at least; pairs up to 100 present, beyond that as ambient contact',
  },
  source: 'Newman (2001), Physical Review E 64, 016132',
  sqlFile: 'live-session.sql',
  ofStays: true,
});
