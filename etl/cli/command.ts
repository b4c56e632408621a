import type { Db } from '@kith/sql/connect.ts';
import type { Ground } from '@kith/sql/ground.ts';

import type { Institution } from '../organisation/institutions.ts';
import type { Output } from './output.ts';
import type { Progress } from './progress.ts';

/** One option of a command, as `node:util` parses it and as help shows it. */
export interface Option {
  readonly type: 'string' | 'boolean';
  readonly multiple?: boolean;
  readonly short?: string;
  /** What stands for the value in help: `id`, `file`, `YYYY-MM-DD`. */
  readonly value?: string;
  readonly about: string;
}

export type Options = Readonly<Record<string, Option>>;

type ValueOf<O extends Option> = O['type'] extends 'boolean' ? boolean : O['multiple'] extends true ? string[] : string;

/** What was given on the command line. An option that was not given is undefined. */
export interface Arguments<O extends Options = Options> {
  readonly values: { readonly [Name in keyof O]?: ValueOf<O[Name]> | undefined };
  readonly words: readonly string[];
}

/** What every command works with. The database is opened when it is first asked for, and closed by the front door. */
export interface CommandContext {
  readonly out: Output;
  /** A line of progress on stderr; `end` it before speaking. */
  readonly progress: (title: string) => Progress;
  /** Aborted by Ctrl-C. */
  readonly signal: AbortSignal;
  readonly ground: () => Promise<Ground>;
  /** --database; undefined: not said. */
  readonly database: string | undefined;
  /** Signed in as kith_etl. */
  readonly db: () => Promise<Db>;
  /** The institution of --institution, or the only one. */
  readonly institution: () => Promise<Institution>;
  /** Where people reach the pages, for links; without a slash at the end. */
  readonly address: string;
}

/** One command of `kith`. Everything help says about it stands here. */
export interface Command<O extends Options = Options> {
  readonly name: string;
  /** One line, no full stop: it stands in a list. */
  readonly summary: string;
  /** Without "kith": `runs [id]`. */
  readonly usage: readonly string[];
  readonly options: O;
  /** Without "kith". */
  readonly examples: readonly string[];
  /** How long it may take to end in order after Ctrl-C, in ms, where that is longer than usual. */
  readonly patience?: number;
  /** Resolves to the exit code; nothing is 0. */
  run(context: CommandContext, args: Arguments<O>): Promise<number | undefined>;
}

/** Keeps the options' literal types, so that `run` knows its values. */
export function defineCommand<const O extends Options>(command: Command<O>): Command<O> {
  return command;
}
