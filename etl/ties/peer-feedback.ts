import { defineTie } from '../tie.ts';

export const peerFeedback = defineTie({
  kind: 'peer_feedback',
  title: 'Peer feedback, chosen',
  question: 'Who chose to give feedback on whose work?',
  unit: 'reply equivalents',
  layer: 'direct_peer',
  directed: true,
  weight: { base: 1, per: 'feedback given' },
  source: 'design: chosen feedback is an answer',
  sqlFile: 'peer-feedback.sql',
});
