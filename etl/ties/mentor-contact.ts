import { defineTie } from '../tie.ts';

export const mentorContact = defineTie({
  kind: 'mentor_contact',
  title: 'Mentor contact',
  question: 'Who met their mentor or mentee?',
  unit: 'reply equivalents',
  layer: 'contact',
  directed: true,
  weight: { base: 1, per: 'logged meeting, both ways' },
  source: 'design: a meeting is an answer each way',
  sqlFile: 'mentor-contact.sql',
});
