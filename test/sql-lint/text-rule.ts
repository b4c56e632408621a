import type { SqlText } from './parse.ts';
import type { Rule } from './rule.ts';
import type { Kind, Statement } from './statement.ts';

/** A rule about a text as a whole: how many statements it has, how it begins. */
export interface TextRule extends Omit<Rule, 'check'> {
  readonly kinds: readonly Kind[];
  check(text: SqlText, statements: readonly Statement[]): Iterable<string>;
}
