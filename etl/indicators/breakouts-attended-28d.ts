import { defineIndicator } from '../indicator.ts';
import { roomsOf } from './reading/rooms.ts';
import { ofSeen } from './reading/seen.ts';

export const breakoutsAttended28d = defineIndicator({
  of: 'learner',
  id: 'breakouts_attended_28d',
  title: 'Small rooms',
  question: 'How many small rooms did the learner take part in?',
  unit: 'rooms',
  range: [0, null],
  better: 'higher',
  needs: ['live'],
  minimum: '1 session with small rooms while present',

  sentence: 'Was in {x} small rooms.',
  themes: ['VC'],
  constructs: ['Af', 'Ps'],
  roles: ['show'],
  catalogue: 'S25',
  formula: 'Small rooms of 28 days in which the learner spent 3 minutes or more.',
  source: 'design',
  pitfalls: ['Leaving before the rooms open looks like a lost connection: check for rejoins.'],
  version: 1,

  compute(snapshot) {
    return ofSeen(snapshot, ['live'], (_, person) => {
      const { inside, offered } = roomsOf(snapshot, person);
      return offered === 0 ? null : inside.length;
    });
  },
});
