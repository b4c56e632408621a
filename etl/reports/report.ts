/** A count, a word, or "suppressed": left out because it would tell of few people. Never a zero, never nothing. */
export type Cell = number | string;

/** A table as it is released, with what its columns mean. */
export interface Report {
  readonly name: string;
  readonly columns: readonly string[];
  readonly dictionary: Readonly<Record<string, string>>;
  readonly rows: readonly (readonly Cell[])[];
}
