import type { Rule } from '../rule.ts';
import { constraintsOf } from '../tables.ts';

const named = ['CONSTR_PRIMARY', 'CONSTR_UNIQUE', 'CONSTR_CHECK', 'CONSTR_FOREIGN', 'CONSTR_EXCLUSION'];

export const constraintsAreNamed: Rule = {
  id: 'constraints-are-named',
  why: 'A name that Postgres invents differs from shard to shard, and Citus cannot rename it: write "constraint <name>".',
  refuses: [
    'create table core.a (id int primary key)',
    'create table core.a (id int, check (id > 0))',
    'create table core.a (id int references core.b (id))',
    'alter table core.a add unique (institution_id, key)',
  ],
  accepts: [
    'create table core.a (id int not null default 1, constraint a_pkey primary key (id), constraint a_check check (id > 0))',
    'create table core.a (id int generated always as identity)',
    'create temporary table a (id int primary key)', // it never leaves its session
  ],

  *check(statement) {
    if ('CreateStmt' in statement.node && statement.node.CreateStmt.relation?.relpersistence === 't') return;
    for (const { table, constraint, columns } of constraintsOf(statement)) {
      if (named.includes(constraint.contype ?? '') && !constraint.conname) {
        yield `${table}: a constraint${columns.length > 0 ? ` on ${columns.join(', ')}` : ''} has no name`;
      }
    }
  },
};
