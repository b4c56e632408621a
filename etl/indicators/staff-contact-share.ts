import { defineIndicator } from '../indicator.ts';
import { repliesTo } from './reading/replies.ts';
import { ofSeen } from './reading/seen.ts';

export const staffContactShare = defineIndicator({
  of: 'learner',
  id: 'staff_contact_share',
  title: 'Answered by staff',
  question: 'What share of the replies received comes from staff?',
  unit: 'share',
  range: [0, 1],
  better: 'neither',
  needs: ['forum'],
  minimum: '0.4 reply equivalents received',

  sentence: '{x} of the replies come from staff.',
  themes: ['EI', 'VC'],
  constructs: ['Af'],
  roles: ['pattern'],
  catalogue: 'S11',
  formula: 'Decayed replies received from staff / decayed replies received from staff and classmates.',
  source: 'SNAPP (facilitator-centric)',
  pitfalls: ['High everywhere in the first two weeks.'],
  version: 1,

  compute(snapshot) {
    return ofSeen(snapshot, ['forum'], (_, person) => {
      const { staff, peers } = repliesTo(snapshot, person);
      return staff + peers >= 0.4 ? staff / (staff + peers) : null;
    });
  },
});
