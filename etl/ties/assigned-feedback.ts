import { defineTie } from '../tie.ts';

export const assignedFeedback = defineTie({
  kind: 'assigned_feedback',
  title: 'Peer feedback, assigned',
  question: 'Who gave the feedback they were assigned?',
  unit: 'reply equivalents',
  layer: 'contact',
  directed: true,
  weight: { base: 0.5, per: 'feedback given' },
  source: 'design: assigned feedback is not a choice, hence half',
  sqlFile: 'assigned-feedback.sql',
});
