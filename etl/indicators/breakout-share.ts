import { defineIndicator } from '../indicator.ts';
import { roomsOf } from './reading/rooms.ts';
import { ofSeen } from './reading/seen.ts';

export const breakoutShare = defineIndicator({
  of: 'learner',
  id: 'breakout_share',
  title: 'Share of small rooms',
  question: 'Of the sessions with small rooms, in what share did the learner join one?',
  unit: 'share',
  range: [0, 1],
  better: 'higher',
  needs: ['live'],
  minimum: '1 session with small rooms while present',

  sentence: 'Joined a small room in {x} of the sessions that had one.',
  themes: ['VC'],
  constructs: ['Af', 'Ps'],
  roles: ['show'],
  catalogue: 'S25',
  formula:
    'Sessions with small rooms in which the learner joined one / those in which the learner was present, 28 days.',
  source: 'design',
  pitfalls: ['Leaving before the rooms open looks like a lost connection: check for rejoins.'],
  version: 1,

  compute(snapshot) {
    return ofSeen(snapshot, ['live'], (_, person) => {
      const { joined, offered } = roomsOf(snapshot, person);
      return offered === 0 ? null : joined / offered;
    });
  },
});
