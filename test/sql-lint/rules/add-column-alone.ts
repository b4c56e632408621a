import type { Rule } from '../rule.ts';
import { names, nodes, qualified } from '../statement.ts';

const allowed = ['CONSTR_NOTNULL', 'CONSTR_NULL', 'CONSTR_DEFAULT'];
const serial = ['serial', 'bigserial', 'smallserial', 'serial4', 'serial8', 'serial2'];

export const addColumnAlone: Rule = {
  id: 'add-column-alone',
  why: 'On a distributed table a new column comes bare and its constraint in a statement of its own, and no constraint is renamed.',
  refuses: [
    'alter table core.a add column b int constraint a_b_check check (b > 0)',
    'alter table core.a add column b int constraint a_b_fkey references core.b (id)',
    'alter table core.a add column b bigserial',
    'alter table core.a add column b int generated always as identity',
    'alter table core.a add column b int, add constraint a_b_check check (b > 0)',
    'alter table core.a rename constraint a_b to a_c',
  ],
  accepts: [
    'alter table core.a add column b int not null default 0',
    'alter table core.a add constraint a_b_check check (b > 0)',
    'alter table core.a rename column b to c',
  ],

  *check({ node }) {
    if ('RenameStmt' in node && node.RenameStmt.renameType === 'OBJECT_TABCONSTRAINT') yield 'rename constraint';
    if (!('AlterTableStmt' in node)) return;
    const table = qualified(node.AlterTableStmt.relation);
    const commands = [...nodes(node, 'AlterTableCmd')];
    const added = commands.filter(({ subtype }) => subtype === 'AT_AddColumn');
    if (added.length > 0 && commands.some(({ subtype }) => subtype === 'AT_AddConstraint')) {
      yield `${table}: a column and a constraint in one statement`;
    }
    for (const column of added.flatMap((command) => [...nodes(command, 'ColumnDef')])) {
      const held = [...nodes(column.constraints, 'Constraint')];
      if (held.some(({ contype }) => !allowed.includes(contype ?? '')))
        yield `${table}: ${column.colname} brings its constraint`;
      if (serial.includes(names(column.typeName?.names).at(-1) ?? '')) yield `${table}: ${column.colname} is serial`;
    }
  },
};
