import type { Rule } from '../rule.ts';
import { constraintsOf } from '../tables.ts';

export const noSetNull: Rule = {
  id: 'no-set-null',
  why: 'Citus refuses ON DELETE SET NULL and SET DEFAULT where the key holds the distribution column: use CASCADE, or say what happens in the statement that deletes.',
  refuses: [
    'create table core.a (id int, constraint a_b foreign key (id) references core.b (id) on delete set null)',
    'alter table core.a add constraint a_b foreign key (id) references core.b (id) on update set default',
  ],
  accepts: ['create table core.a (id int, constraint a_b foreign key (id) references core.b (id) on delete cascade)'],

  *check(statement) {
    for (const { table, constraint } of constraintsOf(statement)) {
      const actions = [constraint.fk_del_action, constraint.fk_upd_action];
      if (actions.some((action) => action === 'n' || action === 'd'))
        yield `${table}: ${constraint.conname ?? 'a key'}`;
    }
  },
};
