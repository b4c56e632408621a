import { statements as split } from '@kith/sql/statements.ts';
import { loadModule, parseSync, parsePlPgSQLSync } from 'libpg-query';
import type { Finding } from './rule.ts';
import { nodes, type Kind, type Statement } from './statement.ts';

await loadModule();

/** A SQL text and where it stands. */
export interface SqlText {
  readonly file: string;
  /** Line of the file on which the text begins, from 1. */
  readonly line: number;
  readonly kind: Kind;
  readonly text: string;
}

/**
 * The statements of a text, those inside PL/pgSQL bodies too, and what could not be read. The text is cut where
 * `kith migrate` cuts it, so a cut in the wrong place shows here as a statement that does not parse.
 */
export function parse({ file, line, kind, text }: SqlText): { statements: Statement[]; trouble: Finding[] } {
  const found: Statement[] = [];
  const trouble: Finding[] = [];
  for (const piece of split(text)) {
    const at = line + piece.line - 1;
    try {
      for (const { stmt } of parseSync(piece.text).stmts ?? []) {
        const statement = { file, line: at, kind, text: piece.text, node: stmt! };
        found.push(statement, ...within(statement));
      }
    } catch (error) {
      trouble.push({ file, line: at, rule: 'parses', message: error instanceof Error ? error.message : String(error) });
    }
  }
  return { statements: found, trouble };
}

/** Whether Postgres's parser takes the text as it is. */
export function parses(text: string): boolean {
  try {
    return (parseSync(text).stmts ?? []).length > 0;
  } catch {
    return false;
  }
}

/** The statements inside a PL/pgSQL function. Those it builds with `execute` exist only at run time and are not seen. */
function within(statement: Statement): Statement[] {
  const { node } = statement;
  if (!('CreateFunctionStmt' in node)) return [];
  const language = [...nodes(node, 'DefElem')].find(({ defname }) => defname === 'language')?.arg;
  if (!language || !('String' in language) || language.String.sval !== 'plpgsql') return [];
  const body: unknown = parsePlPgSQLSync(statement.text);
  return [...queriesOf(body)].flatMap((query) =>
    (parseSync(query).stmts ?? []).map(({ stmt }) => ({ ...statement, text: query, node: stmt! })),
  );
}

/** Whole statements only (parse mode 0); the others are expressions and assignments. */
function* queriesOf(tree: unknown): Generator<string> {
  if (typeof tree !== 'object' || tree === null) return;
  if ('query' in tree && 'parseMode' in tree && tree.parseMode === 0) yield String(tree.query);
  for (const value of Object.values(tree)) yield* queriesOf(value);
}
