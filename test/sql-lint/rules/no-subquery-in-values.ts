import type { Rule } from '../rule.ts';
import { nodes } from '../statement.ts';

export const noSubqueryInValues: Rule = {
  id: 'no-subquery-in-values',
  why: 'Citus refuses a subquery inside VALUES: write INSERT … SELECT.',
  refuses: ['insert into core.a (id) values ((select max(id) from core.b))'],
  accepts: ['insert into core.a (id) select max(id) from core.b', 'insert into core.a (id) values (1), ($1)'],

  *check({ node }) {
    for (const { valuesLists } of nodes(node, 'SelectStmt')) {
      for (const _ of nodes(valuesLists, 'SubLink')) yield 'a subquery in values';
    }
  },
};
