import { defineIndicator } from '../indicator.ts';
import { groupShares } from './reading/groups.ts';

export const groupHealth = defineIndicator({
  of: 'course',
  id: 'group_health',
  title: 'Groups with a silent member',
  question: 'What share of the groups at work has a silent member?',
  unit: 'share',
  range: [0, 1],
  better: 'lower',
  needs: ['group'],
  minimum: '2 groups at work',

  sentence: '{x} of the groups have a silent member.',
  themes: ['VC', 'CO'],
  constructs: ['Ow'],
  roles: ['show'],
  catalogue: 'C33',
  formula:
    'Groups at work with a member below a quarter of an equal share / groups at work (two members or more active in 28 days).',
  source: 'SNAPP (group malfunction)',
  pitfalls: ['Work in a tool Kith does not see counts nowhere.'],
  version: 1,

  pool(snapshot) {
    const groups = [...groupShares(snapshot).values()];
    const silent = groups.filter((shares) => [...shares.values()].some((share) => share < 0.25));
    return { silent: silent.length, groups: groups.length };
  },
  value: ({ silent = 0, groups = 0 }) => (groups < 2 ? null : silent / groups),
});
