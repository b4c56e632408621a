/** One statement of a SQL text, without its semicolon, and the line (from 1) on which it begins. */
export interface Statement {
  readonly text: string;
  readonly line: number;
}

/**
 * Splits a SQL text into its statements, because distributed Postgres takes one per call. A semicolon ends a statement
 * unless it stands in a string, a quoted name, a dollar-quoted body, a comment, parentheses (a rule's commands), or the
 * `begin atomic … end` body of a SQL function. Comments stay with the statement they precede.
 *
 * @throws Error with the line on which something was opened and never closed
 */
export function statements(sql: string): Statement[] {
  const found: Statement[] = [];
  let start = 0;
  let hasCode = false;
  let [parentheses, blocks] = [0, 0]; // open "(" and open begin atomic / case
  let previousWord = '';

  const cut = (end: number, next: number) => {
    if (hasCode) found.push(statementAt(sql, start, end));
    [start, hasCode, parentheses, blocks, previousWord] = [next, false, 0, 0, ''];
  };

  for (const token of tokens(sql)) {
    if (token.kind === 'space') continue;
    const atTop = parentheses === 0 && blocks === 0;
    if (token.text === ';' && atTop) {
      cut(token.at, token.at + 1);
      continue;
    }
    hasCode = true;
    if (token.text === '(') parentheses++;
    else if (token.text === ')') parentheses = Math.max(0, parentheses - 1);
    else if (token.kind === 'word') {
      const word = token.text.toLowerCase();
      if (word === 'atomic' && previousWord === 'begin') blocks++;
      else if (word === 'case' && blocks > 0) blocks++;
      else if (word === 'end' && blocks > 0) blocks--;
      previousWord = word;
    }
  }
  cut(sql.length, sql.length);
  return found;
}

function statementAt(sql: string, from: number, to: number): Statement {
  const raw = sql.slice(from, to);
  const leading = raw.length - raw.trimStart().length;
  return { text: raw.trim(), line: lineAt(sql, from + leading) };
}

const lineAt = (sql: string, at: number): number => sql.slice(0, at).split('\n').length;

interface Token {
  readonly kind: 'space' | 'quoted' | 'word' | 'other';
  readonly text: string;
  readonly at: number;
}

/** Where a token ends, by how it begins. Order matters: an escape string before the word `e`. */
const openings: [kind: Token['kind'], begins: RegExp, ends: (match: RegExpExecArray, sql: string) => number][] = [
  ['space', /\s+/y, (match) => match.index + match[0].length],
  ['space', /--[^\n]*/y, (match) => match.index + match[0].length],
  ['space', /\/\*/y, (match, sql) => endOfComment(sql, match.index)],
  ['quoted', /e'(?:[^'\\]|\\[^]|'')*'/iy, (match) => match.index + match[0].length],
  ['quoted', /'(?:[^']|'')*'/y, (match) => match.index + match[0].length],
  ['quoted', /"(?:[^"]|"")*"/y, (match) => match.index + match[0].length],
  ['quoted', /\$(?:[a-z_\u0080-\uffff][\w\u0080-\uffff]*)?\$/iy, (match, sql) => endOfDollar(sql, match)],
  ['word', /[a-z_\u0080-\uffff][\w$\u0080-\uffff]*/iy, (match) => match.index + match[0].length],
];

function* tokens(sql: string): Generator<Token> {
  let at = 0;
  while (at < sql.length) {
    const [kind, end] = next(sql, at);
    yield { kind, text: sql.slice(at, end), at };
    at = end;
  }
}

function next(sql: string, at: number): [Token['kind'], number] {
  for (const [kind, begins, ends] of openings) {
    begins.lastIndex = at;
    const match = begins.exec(sql);
    if (match) return [kind, ends(match, sql)];
  }
  if (sql[at] === "'" || sql[at] === '"') throw unclosed(sql, at, 'A quotation');
  return ['other', at + 1];
}

/** Block comments nest in Postgres. */
function endOfComment(sql: string, from: number): number {
  const marks = /\/\*|\*\//g;
  marks.lastIndex = from;
  let depth = 0;
  for (let mark = marks.exec(sql); mark; mark = marks.exec(sql)) {
    depth += mark[0] === '/*' ? 1 : -1;
    if (depth === 0) return marks.lastIndex;
  }
  throw unclosed(sql, from, 'A comment');
}

function endOfDollar(sql: string, { index, 0: tag }: RegExpExecArray): number {
  const end = sql.indexOf(tag, index + tag.length);
  if (end >= 0) return end + tag.length;
  throw unclosed(sql, index, `The text after ${tag}`);
}

const unclosed = (sql: string, at: number, what: string) =>
  new Error(`${what} that begins on line ${lineAt(sql, at)} is never closed.`);
