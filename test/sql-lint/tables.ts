import type { Constraint, CreateStmt } from 'libpg-query';
import { names, nodes, qualified, type Statement } from './statement.ts';

/** What the rules need to know of a table: its columns, and which of them may be empty. */
export interface Table {
  readonly name: string;
  readonly columns: ReadonlyMap<string, { readonly nullable: boolean }>;
}

export type Tables = ReadonlyMap<string, Table>;

/** The tables that statements create, by qualified name. */
export function tablesOf(statements: Iterable<Statement>): Tables {
  const tables = new Map<string, Table>();
  for (const { node } of statements) {
    if ('CreateStmt' in node) {
      const table = tableOf(node.CreateStmt);
      tables.set(table.name, table);
    } else if ('AlterTableStmt' in node) {
      const name = qualified(node.AlterTableStmt.relation);
      const table = tables.get(name);
      if (table) tables.set(name, { name, columns: new Map([...table.columns, ...columnsOf(node)]) });
    }
  }
  return tables;
}

export const tableOf = (create: CreateStmt): Table => ({
  name: qualified(create.relation),
  columns: columnsOf(create.tableElts),
});

function columnsOf(tree: unknown): Table['columns'] {
  const columns = [...nodes(tree, 'ColumnDef')].map((column) => {
    const held = [...nodes(column.constraints, 'Constraint')].map(({ contype }) => contype);
    return [
      column.colname ?? '',
      { nullable: !held.includes('CONSTR_NOTNULL') && !held.includes('CONSTR_PRIMARY') },
    ] as const;
  });
  return new Map(columns);
}

/** A constraint with the table it is put on and the columns it reads, wherever SQL lets one be written. */
export interface PlacedConstraint {
  readonly table: string;
  readonly constraint: Constraint;
  readonly columns: readonly string[];
}

export function* constraintsOf({ node }: Statement): Generator<PlacedConstraint> {
  const statement = 'CreateStmt' in node ? node.CreateStmt : 'AlterTableStmt' in node ? node.AlterTableStmt : undefined;
  if (!statement) return;
  const table = qualified(statement.relation);
  const inline = new Map<Constraint, string>();
  for (const column of nodes(node, 'ColumnDef')) {
    for (const constraint of nodes(column.constraints, 'Constraint')) inline.set(constraint, column.colname ?? '');
  }
  for (const constraint of nodes(node, 'Constraint')) {
    const column = inline.get(constraint);
    const written = names(constraint.contype === 'CONSTR_FOREIGN' ? constraint.fk_attrs : constraint.keys);
    yield { table, constraint, columns: column === undefined ? written : [column] };
  }
}
