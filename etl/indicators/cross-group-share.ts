import { defineIndicator } from '../indicator.ts';
import { ofSeen } from './reading/seen.ts';

export const crossGroupShare = defineIndicator({
  of: 'learner',
  id: 'cross_group_share',
  title: 'Beyond the own group',
  question: 'What share of direct contact goes beyond the own group?',
  unit: 'share',
  range: [0, 1],
  better: 'higher',
  needs: ['forum', 'group'],
  minimum: '1 reply equivalent of direct contact and an own group of 3',

  sentence: '{x} of the contact goes beyond the own group.',
  themes: ['CF', 'VC'],
  constructs: ['Af'],
  roles: ['show'],
  catalogue: 'S21',
  formula: 'Decayed direct contact with classmates outside the own group / all direct contact.',
  source: 'Krackhardt & Stern (1988), E-I index',
  pitfalls: ['Forums that are closed to a group make it 0.'],
  version: 1,

  compute(snapshot) {
    const { network, groupsOf, membersOf } = snapshot;
    const { starts, neighbours, weights } = network.undirected;
    return ofSeen(snapshot, ['forum'], (node) => {
      const own = [...groupsOf[node]!].filter((group) => (membersOf.get(group)?.length ?? 0) >= 3);
      let total = 0;
      let outside = 0;
      for (let at = starts[node]!; at < starts[node + 1]!; at++) {
        total += weights[at]!;
        if (!own.some((group) => groupsOf[neighbours[at]!]!.has(group))) outside += weights[at]!;
      }
      return own.length > 0 && total >= 1 ? outside / total : null;
    });
  },
});
