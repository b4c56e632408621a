import type { Statement } from './statement.ts';
import type { Tables } from './tables.ts';

/** One thing that plain Postgres accepts and a distributed one refuses, or that Kith does not do. */
export interface Rule {
  /** As printed, and as the name of its file. */
  readonly id: string;
  /** One sentence for the person who broke it: the reason and what to write instead. */
  readonly why: string;
  /** SQL texts it must refuse and accept; the test runs each. */
  readonly refuses: readonly string[];
  readonly accepts: readonly string[];
  /** What it objects to in a statement: a table, a column, a constraint. */
  check(statement: Statement, tables: Tables): Iterable<string>;
}

export interface Finding {
  readonly file: string;
  readonly line: number;
  readonly rule: string;
  readonly message: string;
}
