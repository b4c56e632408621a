import type { Rule } from '../rule.ts';
import { nodes } from '../statement.ts';

export const noMerge: Rule = {
  id: 'no-merge',
  why: 'Citus takes MERGE with few sources only: write INSERT … ON CONFLICT.',
  refuses: ['merge into core.a as a using core.b as b on a.id = b.id when matched then update set at = b.at'],
  accepts: ['insert into core.a (id) select id from core.b on conflict (id) do nothing'],

  *check({ node }) {
    for (const _ of nodes(node, 'MergeStmt')) yield 'merge';
  },
};
