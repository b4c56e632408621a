import type { Rule } from '../rule.ts';
import { nodes, qualified } from '../statement.ts';

export const noUnlogged: Rule = {
  id: 'no-unlogged',
  why: 'An unlogged table is empty after a crash and cannot be distributed: use a TEMP table or a plain one.',
  refuses: [
    'create unlogged table core.a (id int)',
    'create unlogged table core.a as select 1 as id',
    'alter table core.a set unlogged',
  ],
  accepts: ['create table core.a (id int)', 'create temp table a (id int)', 'alter table core.a set logged'],

  *check({ node }) {
    if ('CreateStmt' in node && node.CreateStmt.relation?.relpersistence === 'u')
      yield qualified(node.CreateStmt.relation);
    if ('CreateTableAsStmt' in node) {
      const { rel } = node.CreateTableAsStmt.into ?? {};
      if (rel?.relpersistence === 'u') yield qualified(rel);
    }
    for (const { subtype } of nodes(node, 'AlterTableCmd')) if (subtype === 'AT_SetUnLogged') yield 'set unlogged';
  },
};
