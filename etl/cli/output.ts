import { pairs } from './pairs.ts';
import { table, type Row } from './table.ts';
import type { Terminal } from './terminal.ts';

/** How a command answers: a table for a person at a terminal, one JSON object a line for a program. */
export interface Output {
  /** `columns`: key and heading, in order; without it the keys of the rows. JSON always carries every key. */
  rows(rows: readonly Row[], columns?: Readonly<Record<string, string>>): void;
  /** One thing: a name and a value a line, or one JSON object. */
  one(thing: Row, names?: Readonly<Record<string, string>>): void;
  /** A sentence for a person. It goes to stderr where stdout is data. */
  say(text: string): void;
  /** A table beside the answer. It is left out where stdout is data, because the answer carries the same. */
  note(rows: readonly Row[], columns: Readonly<Record<string, string>>): void;
  /** A sentence that must be seen: always on stderr. */
  warn(text: string): void;
  /** Text that is the answer itself, such as a CSV. */
  text(text: string): void;
}

export function outputTo({ stdout, stderr }: Terminal, json: boolean): Output {
  const forPeople = stdout.isTTY === true && !json;
  // Some pseudo-terminals say 0.
  const width = (stdout.columns ?? 0) > 0 ? stdout.columns! : 120;
  const lines = (things: readonly Row[]) => things.map((thing) => `${JSON.stringify(thing)}\n`).join('');
  return {
    rows(rows, columns) {
      stdout.write(forPeople ? table(rows, columns ?? keysOf(rows), width) : lines(rows));
    },
    one(thing, names) {
      stdout.write(forPeople ? pairs(thing, names ?? keysOf([thing]), width) : lines([thing]));
    },
    say(text) {
      (forPeople ? stdout : stderr).write(`${text}\n`);
    },
    note(rows, columns) {
      if (forPeople) stdout.write(`\n${table(rows, columns, width)}`);
    },
    warn(text) {
      stderr.write(`${text}\n`);
    },
    text(text) {
      stdout.write(text);
    },
  };
}

const keysOf = (rows: readonly Row[]): Record<string, string> =>
  Object.fromEntries(rows.flatMap((row) => Object.keys(row)).map((key) => [key, heading(key)]));

/** `rowsRead` is shown as "rows read". */
const heading = (key: string): string => key.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
