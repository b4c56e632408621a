import { defineIndicator } from '../indicator.ts';
import { ofSeen } from './reading/seen.ts';

export const peerFeedbackDone = defineIndicator({
  of: 'learner',
  id: 'peer_feedback_done',
  title: 'Feedback given',
  question: 'What share of the assigned feedback has the learner given?',
  unit: 'share',
  range: [0, 1],
  better: 'higher',
  needs: ['feedback'],
  minimum: '1 assigned',

  sentence: 'Gave {x} of the assigned feedback.',
  themes: ['CO'],
  constructs: ['Ow'],
  roles: ['show'],
  catalogue: 'S34',
  formula: 'Peer feedback given / assigned.',
  source: 'design',
  pitfalls: ['Given late still counts as given.'],
  version: 1,

  compute(snapshot) {
    const { feedback, asOf } = snapshot;
    return ofSeen(snapshot, ['feedback'], (_, person) => {
      const own = feedback.filter(({ giver, kind, allotted }) => giver === person && kind === 'peer' && allotted);
      return own.length === 0 ? null : own.filter(({ at }) => at !== null && at < asOf).length / own.length;
    });
  },
});
