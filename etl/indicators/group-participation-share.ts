import { defineIndicator } from '../indicator.ts';
import { groupShares } from './reading/groups.ts';
import { ofSeen } from './reading/seen.ts';

export const groupParticipationShare = defineIndicator({
  of: 'learner',
  id: 'group_participation_share',
  title: 'Part in the group',
  question: 'How much of an equal share of the group work does the learner do?',
  unit: 'share of equal',
  range: [0, 2],
  better: 'higher',
  needs: ['group'],
  minimum: 'a group in which two members are at work',

  sentence: 'Does {x} of an equal share in the group.',
  themes: ['VC', 'CO'],
  constructs: ['Ow'],
  roles: ['pattern'],
  catalogue: 'S33',
  formula: 'Own contributions to the group / (all contributions / members), 28 days, at most 2.',
  source: 'SNAPP (group malfunction)',
  pitfalls: [
    'Work in a tool Kith does not see counts nowhere.',
    'Of several groups, the one with the smallest part is shown.',
  ],
  version: 1,

  compute(snapshot) {
    const shares = groupShares(snapshot);
    return ofSeen(snapshot, ['group'], (_, person) => {
      const own = [...shares.values()].flatMap((group) => group.get(person) ?? []);
      return own.length === 0 ? null : Math.min(...own);
    });
  },
});
