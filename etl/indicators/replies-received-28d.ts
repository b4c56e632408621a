import { defineIndicator } from '../indicator.ts';
import { dayMs } from './reading/answers.ts';
import { peerReplies } from './reading/replies.ts';
import { ofTalkers } from './reading/seen.ts';

export const repliesReceived28d = defineIndicator({
  of: 'learner',
  id: 'replies_received_28d',
  title: 'Replies received',
  question: 'How many replies did classmates give the learner in four weeks?',
  unit: 'replies',
  range: [0, null],
  better: 'higher',
  needs: ['forum'],
  minimum: 'a forum open for two weeks',

  sentence: 'Got {x} replies in four weeks.',
  themes: ['CO'],
  constructs: ['Ec'],
  roles: ['show'],
  catalogue: 'S04',
  formula: 'Replies of classmates to the learner in 28 days.',
  source: 'measured here: AUC 0.70 to 0.73 for going quiet',
  pitfalls: ['Threads with much staff in them have fewer replies among learners.'],
  version: 1,

  compute(snapshot) {
    const recent = peerReplies(
      snapshot.ties.filter(({ at }) => snapshot.asOf - at <= 28 * dayMs),
      'target',
    );
    return ofTalkers(snapshot, (_, person) => recent.of(person));
  },
});
