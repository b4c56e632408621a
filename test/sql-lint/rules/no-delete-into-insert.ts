import type { Rule } from '../rule.ts';
import { nodes } from '../statement.ts';

export const noDeleteIntoInsert: Rule = {
  id: 'no-delete-into-insert',
  why: 'Citus does not carry the rows of a DELETE into an INSERT … SELECT: two statements in one transaction.',
  refuses: [
    'with gone as (delete from core.a returning id) insert into core.b (id) select id from gone',
    'insert into core.b (id) with gone as (delete from core.a returning id) select id from gone',
  ],
  accepts: [
    'with gone as (delete from core.a returning id) select id from gone',
    'insert into core.b (id) select id from core.a',
  ],

  *check({ node }) {
    for (const { withClause, selectStmt } of nodes(node, 'InsertStmt')) {
      for (const _ of nodes([withClause, selectStmt], 'DeleteStmt')) yield 'a delete feeds an insert';
    }
  },
};
