import type { Node } from 'libpg-query';

/** Where a SQL text stands. It decides which rules read it. */
export type Kind =
  | 'migration' // sql/migrations: many statements, run one by one
  | 'citus' // sql/citus.sql, run after them
  | 'select' // sql/ties, sql/indicators: a header and one SELECT
  | 'code'; // a string or template in TypeScript: one call

/** One SQL statement as Postgres's own parser sees it. */
export interface Statement {
  readonly file: string;
  readonly line: number;
  readonly kind: Kind;
  /** With the comments that stand before it. */
  readonly text: string;
  readonly node: Node;
}

type Fields = Readonly<Record<string, unknown>>;

/**
 * Every node of one type within a tree, at any depth, the tree itself included: `nodes(statement.node, 'FuncCall')`.
 * The parser wraps a node as `{ FuncCall: { … } }`.
 */
export function* nodes<Type extends string>(
  tree: unknown,
  type: Type,
): Generator<Extract<Node, Record<Type, unknown>>[Type]> {
  if (typeof tree !== 'object' || tree === null) return;
  for (const [key, value] of Object.entries(tree as Fields)) {
    if (key === type) yield value as Extract<Node, Record<Type, unknown>>[Type];
    yield* nodes(value, type);
  }
}

/** The type of the statement itself, for instance `CreateStmt`. */
export const typeOf = ({ node }: Statement): string => Object.keys(node)[0]!;

/** The texts of a list of names: a dotted function name, the columns of a key. */
export const names = (list: readonly Node[] | undefined): string[] =>
  (list ?? []).map((item) => ('String' in item ? (item.String.sval ?? '') : ''));

/** `schema.table`, or the bare name where the text gives no schema. */
export const qualified = (relation: { schemaname?: string; relname?: string } | undefined): string =>
  [relation?.schemaname, relation?.relname].filter(Boolean).join('.');
