import { defineIndicator } from '../indicator.ts';
import { dayMs } from './reading/answers.ts';
import { ofSeen } from './reading/seen.ts';

export const firstPostStatus = defineIndicator({
  of: 'learner',
  id: 'first_post_status',
  title: 'First post',
  question: 'What became of the first post?',
  unit: 'state',
  range: [null, null],
  better: 'neither',
  needs: ['forum'],
  minimum: 'a forum that says what a reply answers',
  states: ['none', 'waiting', 'answered_by_peer', 'answered_by_staff', 'unanswered'],
  sentence: 'First post: {x}.',
  themes: ['CO', 'EC'],
  constructs: ['Ec'],
  roles: ['show'],
  catalogue: 'S37',
  formula:
    'State of the first post ever: none, waiting (under a week old), answered_by_peer, answered_by_staff, unanswered.',
  source: 'Joyce & Kraut (2006)',
  pitfalls: ['A post of less than a week is waiting, not unanswered.'],
  version: 1,

  compute(snapshot) {
    const { writing, asOf, parentsKnown } = snapshot;
    const first = new Map(writing.filter((post) => post.firstOfAuthor).map((post) => [post.author, post]));
    return ofSeen(snapshot, ['forum'], (_, person) => {
      const post = first.get(person);
      if (post === undefined) return parentsKnown ? 'none' : null;
      if (!post.parentsKnown) return null;
      if (post.firstReplyAt >= asOf) return asOf - post.at < 7 * dayMs ? 'waiting' : 'unanswered';
      return post.firstPeerReplyAt <= post.firstReplyAt ? 'answered_by_peer' : 'answered_by_staff';
    });
  },
});
