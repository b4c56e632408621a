import ts from 'typescript';
import { parses, type SqlText } from '../parse.ts';
import { readings, type Template } from './template.ts';

const statementWord =
  /^\s*(?:--.*\n\s*)*(?:alter|analyze|begin|call|comment|commit|copy|create|delete|drop|grant|insert|lock|merge|reset|revoke|select|set|truncate|update|vacuum|with)\b/i;

/** SQL found in a TypeScript file: what Postgres's parser could read, and the statements that it could not. */
export interface Found {
  readonly texts: SqlText[];
  readonly unread: SqlText[];
}

/**
 * The SQL of a TypeScript file, as far as it can be read without running it:
 *
 * - templates tagged `sql`, whole statements and fragments (`sql`count(*)``); a fragment inside `doUpdateSet(…)` is read
 *   as part of an upsert;
 * - plain strings and templates that begin with a SQL command and that Postgres's parser accepts, so that prose which
 *   happens to begin with "select" is left alone.
 *
 * A hole `${…}` is tried as a parameter, as a name and as nothing. What is put together from pieces at run time may
 * read in none of these ways; a statement of that kind is counted as unread, and its tests have to speak for it. What
 * Kysely's builder makes is not text and is not here.
 */
export function sqlInTypescript(file: string, source: string): Found {
  const found: Found = { texts: [], unread: [] };
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true);

  const visit = (node: ts.Node): void => {
    const template = templateOf(node);
    if (template) {
      const line = tree.getLineAndCharacterOfPosition(node.getStart()).line + 1;
      const isSql = ts.isTaggedTemplateExpression(node.parent) && /^sql\b/.test(node.parent.tag.getText());
      const isStatement = statementWord.test(template.pieces[0]!);
      if (isSql || isStatement) {
        const text = readings(template, contextOf(node)).find(parses);
        if (text !== undefined) found.texts.push({ file, line, kind: 'code', text });
        else if (isStatement && (isSql || isQuery(node))) {
          found.unread.push({ file, line, kind: 'code', text: template.pieces.join('…') });
        }
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

function templateOf(node: ts.Node): Template | undefined {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return { pieces: [node.text], holes: [] };
  if (!ts.isTemplateExpression(node)) return undefined;
  return {
    pieces: [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)],
    holes: node.templateSpans.map(({ expression }) => expression.getText()),
  };
}

const calls = (node: ts.Node | undefined, name: RegExp): boolean =>
  node !== undefined && ts.isCallExpression(node) && name.test(node.expression.getText());

const isQuery = (node: ts.Node): boolean => calls(node.parent, /\b(query|copyFrom|copyTo|execute)$/);

function contextOf(node: ts.Node): 'upsert' | 'any' {
  if (ts.isSourceFile(node)) return 'any';
  return calls(node, /\bdoUpdateSet$/) ? 'upsert' : contextOf(node.parent);
}
