import type { Rule } from '../rule.ts';
import { qualified } from '../statement.ts';
import { constraintsOf } from '../tables.ts';

export const tablesHavePrimaryKey: Rule = {
  id: 'tables-have-primary-key',
  why: 'Every table that stays has a primary key: Citus moves a shard under writes by it.',
  refuses: ['create table core.a (id int)', 'create table core.a as select 1 as id'],
  accepts: [
    'create table core.a (id int, constraint a_pkey primary key (id))',
    'create temporary table a (id int)',
    'create temporary table a as select 1 as id',
    "create table core.a_2026 partition of core.a for values from ('2026-01-01') to ('2027-01-01')",
  ],

  *check(statement) {
    const { node } = statement;
    if ('CreateStmt' in node) {
      const { relation, inhRelations } = node.CreateStmt;
      const has = [...constraintsOf(statement)].some(({ constraint }) => constraint.contype === 'CONSTR_PRIMARY');
      if (!has && relation?.relpersistence !== 't' && !inhRelations) yield qualified(relation);
    }
    if ('CreateTableAsStmt' in node && node.CreateTableAsStmt.objtype === 'OBJECT_TABLE') {
      const { rel } = node.CreateTableAsStmt.into ?? {};
      if (rel?.relpersistence !== 't') yield `${qualified(rel)} is made from a SELECT and has none`;
    }
  },
};
