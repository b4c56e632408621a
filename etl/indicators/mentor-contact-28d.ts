import { defineIndicator } from '../indicator.ts';
import { dayMs } from './reading/answers.ts';
import { ofSeen } from './reading/seen.ts';

export const mentorContact28d = defineIndicator({
  of: 'learner',
  id: 'mentor_contact_28d',
  title: 'Mentor contact',
  question: 'How often did the learner meet their mentor in four weeks?',
  unit: 'meetings',
  range: [0, null],
  better: 'higher',
  needs: ['mentor'],
  minimum: 'a mentor scheme whose meetings are logged',

  sentence: 'Met the mentor {x} times.',
  themes: ['EC'],
  constructs: ['Af'],
  roles: ['show'],
  catalogue: 'S35',
  formula: 'Logged meetings of the learner with their mentor in 28 days.',
  source: 'design: a protective note',
  pitfalls: ['Only what is logged.'],
  version: 1,

  compute(snapshot) {
    const met = snapshot.ties.filter(({ kind, at }) => kind === 'mentor_contact' && snapshot.asOf - at <= 28 * dayMs);
    return ofSeen(snapshot, ['mentor'], (_, person) => met.filter(({ source }) => source === person).length);
  },
});
