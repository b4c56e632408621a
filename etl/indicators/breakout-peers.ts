import { defineIndicator } from '../indicator.ts';
import { roomsOf } from './reading/rooms.ts';
import { ofSeen } from './reading/seen.ts';

export const breakoutPeers = defineIndicator({
  of: 'learner',
  id: 'breakout_peers',
  title: 'Room mates',
  question: 'How many different classmates did the learner meet in small rooms?',
  unit: 'people',
  range: [0, null],
  better: 'higher',
  needs: ['live'],
  minimum: '1 session with small rooms while present',

  sentence: 'Met {x} classmates in small rooms.',
  themes: ['VC'],
  constructs: ['Af', 'Ps'],
  roles: ['show'],
  catalogue: 'S25',
  formula: 'Different classmates in the same small room for 3 minutes or more, 28 days.',
  source: 'design',
  pitfalls: ['Leaving before the rooms open looks like a lost connection: check for rejoins.'],
  version: 1,

  compute(snapshot) {
    return ofSeen(snapshot, ['live'], (_, person) => {
      const { mates, offered } = roomsOf(snapshot, person);
      return offered === 0 ? null : mates;
    });
  },
});
